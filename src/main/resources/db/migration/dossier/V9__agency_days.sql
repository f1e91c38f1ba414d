-- The agency's own days over the national calendar: closed by decision, or worked though the calendar rests. They hold for
-- a unit and all below it, and name the paper that says so. A day that is taken back goes by the national calendar again.
create table agency_day (
    tenant_id int         not null,
    unit      uuid        not null,
    day       date        not null,
    kind      text        not null check (kind in ('CLOSED', 'WORKED', 'NATIONAL')),
    name      text        not null,
    document  text        not null,
    since     timestamptz not null,
    primary key (tenant_id, unit, day)
);
call motcua_protect_directory('agency_day');
revoke delete on agency_day from motcua_app;
