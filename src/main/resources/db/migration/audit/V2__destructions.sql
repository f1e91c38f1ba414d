-- What was destroyed because its time was over: how many of what, by which rule, by whom, and a digest over what it was, so that
-- who kept a list can show that it is this one. What was destroyed itself does not stand here. Added to, never changed.
create table destruction (
    tenant_id int         not null,
    id        uuid        not null,
    at        timestamptz not null,
    kind      text        not null,
    rule      text        not null,
    amount    int         not null check (amount > 0),
    digest    bytea       not null check (length(digest) = 32),
    by_whom   text        not null,
    primary key (tenant_id, id)
);
create index destruction_latest on destruction (tenant_id, at desc);
call motcua_protect_national('destruction');
call motcua_append_only('destruction');
