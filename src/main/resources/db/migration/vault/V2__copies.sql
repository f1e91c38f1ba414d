-- The certified e-copy (bản sao điện tử) of a paper that an officer compared with its original: the scan and, behind it, a page
-- that says so, signed by the officer and the agency.
create table vault_copy (
    tenant_id int         not null check (tenant_id = 0),
    entry     uuid        not null,
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    signer    text        not null,
    agency    text        not null,
    made_at   timestamptz not null,
    primary key (tenant_id, entry)
);
create index vault_copy_by_file on vault_copy (tenant_id, file);
call motcua_protect('vault_copy');
call motcua_append_only('vault_copy');

-- Those that are to be made; whoever makes one leases it by next_try_at.
create table vault_copy_due (
    tenant_id   int         not null check (tenant_id = 0),
    entry       uuid        not null,
    -- The officer who compared, in their tenant, for which unit, when.
    at_tenant   int         not null,
    account     uuid        not null,
    unit        uuid        not null,
    compared_at timestamptz not null,
    attempts    int         not null default 0,
    next_try_at timestamptz not null default '-infinity',
    last_error  text        not null default '',
    primary key (tenant_id, entry)
);
create index vault_copy_due_next on vault_copy_due (tenant_id, next_try_at);
call motcua_protect('vault_copy_due');
