-- The vaults (kho dữ liệu điện tử của tổ chức, cá nhân) of the whole country. What is entered stays as it was entered: that it
-- ended, and who used it, stands beside it.
create table vault_entry (
    tenant_id      int         not null check (tenant_id = 0),
    id             uuid        not null,
    owner_kind     text        not null check (owner_kind in ('PERSON', 'ORGANISATION')),
    owner_number   text        not null check (owner_number <> ''),
    origin         text        not null check (origin in ('RESULT', 'COPY', 'ELSEWHERE')),
    -- What it is: codes of results and of papers. A document that asks for one of them is answered with it.
    kinds          text[]      not null,
    name           text        not null check (name <> ''),
    name_en        text        not null,
    issuer         text        not null check (issuer <> ''),
    number         text        not null,
    issued_on      date        not null,
    valid_until    date,
    file           text        not null check (file ~ '^[0-9a-f]{64}$'),
    signed         boolean     not null,
    -- By which anybody checks a result of this program; empty for what has none.
    code           text        not null,
    level          int         not null,
    source_tenant  int,
    source_dossier uuid,
    filing         text        not null,
    data           jsonb       not null,
    landed_at      timestamptz not null,
    primary key (tenant_id, id),
    -- The same file lands once in a vault, however often it is told.
    unique (tenant_id, owner_kind, owner_number, file),
    constraint a_dossier_is_in_a_tenant check (num_nonnulls(source_tenant, source_dossier) in (0, 2))
);
create index vault_entry_of_owner on vault_entry (tenant_id, owner_kind, owner_number, id);
create index vault_entry_by_file on vault_entry (tenant_id, file);
call motcua_protect('vault_entry');
call motcua_append_only('vault_entry');

-- That it does not hold any more.
create table vault_ending (
    tenant_id int         not null check (tenant_id = 0),
    entry     uuid        not null,
    how       text        not null check (how in ('REPLACED', 'REVOKED')),
    reason    text        not null,
    at        timestamptz not null,
    primary key (tenant_id, entry)
);
call motcua_protect('vault_ending');
call motcua_append_only('vault_ending');

-- Who used it, for its owner to read.
create table vault_use (
    tenant_id int         not null check (tenant_id = 0),
    id        uuid        not null,
    entry     uuid        not null,
    what      text        not null check (what in ('REUSED', 'DOWNLOADED', 'SHARED', 'UNSHARED', 'SEEN', 'FETCHED')),
    at        timestamptz not null,
    who       text        not null,
    about     text        not null,
    agency    text        not null,
    -- With which dossier it was filed: told twice, it is written once.
    dossier   uuid,
    primary key (tenant_id, id)
);
create index vault_use_of_entry on vault_use (tenant_id, entry, id);
create unique index vault_use_once on vault_use (tenant_id, entry, dossier) where dossier is not null;
call motcua_protect('vault_use');
call motcua_append_only('vault_use');
