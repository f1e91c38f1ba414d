-- More that needs two.
alter table change_request drop constraint change_request_kind_check;
alter table change_request add constraint change_request_kind_check check (kind in (
    'APPOINT_LEADER', 'APPOINT_ADMINISTRATOR', 'CHANGE_UNITS', 'CHANGE_CALENDAR', 'REMOVE_ADMINISTRATOR',
    'RESET_SECOND_FACTOR'));

-- Decisions about the agency's units: what, from which day, by which decision. It is carried out on that day; what went
-- wrong is written here and it is tried again.
create table unit_change (
    tenant_id    int         not null,
    id           uuid        not null,
    content      jsonb       not null,
    effective_on date        not null,
    decision     text        not null,
    decided_by   uuid        not null,
    decided_at   timestamptz not null,
    done_at      timestamptz,
    positions    int,
    dossiers     int,
    trouble      text,
    primary key (tenant_id, id),
    constraint done_as_a_whole check (
        (done_at is null) = (positions is null) and (done_at is null) = (dossiers is null))
);
create index unit_change_planned on unit_change (tenant_id, effective_on) where done_at is null;
call motcua_protect('unit_change');
revoke delete on unit_change from motcua_app;
