-- Officers on leave: from when until when, why in a class, and what becomes of the work they had taken. It ends by itself
-- with its last day, or earlier when somebody says so.
create table absence (
    tenant_id   int         not null,
    id          uuid        not null,
    officer     uuid        not null,
    from_day    date        not null,
    until_day   date        not null,
    reason      text        not null check (reason in ('ANNUAL', 'SICK', 'PARENTAL', 'TRAINING', 'MISSION', 'OTHER')),
    claims      text        not null check (claims in ('TRAY', 'STAND_IN', 'KEEP')),
    stand_in    uuid,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    begun_at    timestamptz,
    ended_at    timestamptz,
    primary key (tenant_id, id),
    constraint days_in_order check (until_day >= from_day),
    constraint who_takes_over_is_named check (claims <> 'STAND_IN' or stand_in is not null)
);
create index absence_by_officer on absence (tenant_id, officer, until_day);
create index absence_to_begin on absence (tenant_id, from_day) where begun_at is null and ended_at is null;
call motcua_protect('absence');
revoke delete on absence from motcua_app;
