-- A day may be open at hours of its own, e.g. until noon; empty: at the unit's usual hours.
alter table agency_day add column hours text not null default '';
alter table agency_day drop constraint agency_day_kind_check;
alter table agency_day add constraint agency_day_kind_check check (kind in ('CLOSED', 'WORKED', 'OWN_HOURS', 'NATIONAL'));
alter table agency_day add constraint agency_day_hours_check check (
    case kind when 'OWN_HOURS' then hours <> '' when 'WORKED' then true else hours = '' end);
