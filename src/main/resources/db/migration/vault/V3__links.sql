-- Links by which owners show one thing of their vault to somebody, until then. The link's secret is nowhere: only its digest.
create table vault_share (
    tenant_id int         not null check (tenant_id = 0),
    id        uuid        not null,
    entry     uuid        not null,
    digest    bytea       not null,
    -- For whom or what, in the owner's words.
    note      text        not null,
    until     timestamptz not null,
    made_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, digest)
);
create index vault_share_of_entry on vault_share (tenant_id, entry, id);
call motcua_protect('vault_share');
call motcua_append_only('vault_share');

-- Those that were taken back.
create table vault_share_ending (
    tenant_id int         not null check (tenant_id = 0),
    share     uuid        not null,
    at        timestamptz not null,
    primary key (tenant_id, share)
);
call motcua_protect('vault_share_ending');
call motcua_append_only('vault_share_ending');
