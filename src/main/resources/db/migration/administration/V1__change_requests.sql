-- Changes of rights that need two administrators. Who proposed one cannot confirm it, whatever the program says.
create table change_request (
    tenant_id   int         not null,
    id          uuid        not null,
    kind        text        not null check (kind in ('APPOINT_LEADER', 'APPOINT_ADMINISTRATOR')),
    about       uuid        not null,
    proposal    jsonb       not null,
    proposed_by uuid        not null,
    proposed_at timestamptz not null,
    decision    text check (decision in ('CONFIRMED', 'REFUSED')),
    decided_by  uuid,
    decided_at  timestamptz,
    primary key (tenant_id, id),
    constraint decided_as_a_whole check (
        (decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
    constraint nobody_confirms_their_own check (decision is distinct from 'CONFIRMED' or decided_by <> proposed_by)
);
create index change_request_waiting on change_request (tenant_id, proposed_at) where decision is null;
call motcua_protect('change_request');
revoke delete on change_request from motcua_app;
