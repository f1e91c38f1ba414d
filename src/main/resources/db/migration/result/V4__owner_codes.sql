-- A sensitive result is shown to nobody who has its code alone: its owner makes a second one, for a while. One at a time; a new one
-- ends the one before.
alter table result add column sensitive boolean not null default false;

create table result_owner_code (
    tenant_id int         not null,
    result    uuid        not null,
    digest    bytea       not null,
    until     timestamptz not null,
    primary key (tenant_id, result)
);
call motcua_protect('result_owner_code');
