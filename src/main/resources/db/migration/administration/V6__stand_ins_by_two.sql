-- Who fills a leader's or an inspector's position for a time is confirmed by a second administrator.
alter table change_request drop constraint change_request_kind_check;
alter table change_request add constraint change_request_kind_check check (kind in (
    'APPOINT_LEADER', 'APPOINT_ADMINISTRATOR', 'CHANGE_UNITS', 'CHANGE_CALENDAR', 'REMOVE_ADMINISTRATOR',
    'RESET_SECOND_FACTOR', 'CHANGE_BRAND', 'MAKE_TENANT', 'STAND_IN'));
