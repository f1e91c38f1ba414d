-- What others have to hear of, in the order of the subject's versions; a relay takes it away.
create table outbox (
    tenant_id   int         not null,
    id          uuid        not null,
    subject     uuid        not null,
    version     int         not null,
    kind        text        not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, subject, version)
);
call motcua_protect('outbox');

-- Who did what, in which position and why, with fingerprints of the state before and after.
create table audit_entry (
    tenant_id int         not null,
    id        uuid        not null,
    at        timestamptz not null,
    actor     uuid        not null,
    position  uuid,
    role      text,
    purpose   text        not null,
    subject   uuid        not null,
    act       text        not null,
    before    bytea,
    after     bytea       not null,
    primary key (tenant_id, id)
);
create index audit_by_subject on audit_entry (tenant_id, subject);
call motcua_protect('audit_entry');
call motcua_append_only('audit_entry');

-- National: whose system holds the filing behind a tracking code. Only a digest of the code is kept, so that this table
-- opens nothing to who reads it. A tenant adds its own rows; in the national scope they can be read.
create table tracking_directory (
    tenant_id int   not null check (tenant_id = 0),
    digest    bytea not null,
    holder    int   not null,
    filing    uuid  not null,
    primary key (tenant_id, digest)
);

-- National: in whose systems somebody has filings; the owner is an account, a person or an organisation.
create table filing_directory (
    tenant_id int         not null check (tenant_id = 0),
    owner     uuid        not null,
    filing    uuid        not null,
    holder    int         not null,
    filed_at  timestamptz not null,
    primary key (tenant_id, owner, filing)
);

create procedure motcua_protect_dossier_directory(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy read_nationally on %s for select using (tenant_id = motcua_tenant())', protected);
    execute format('create policy add_own on %s for insert with check (holder = motcua_tenant())', protected);
end $$;
call motcua_protect_dossier_directory('tracking_directory');
call motcua_append_only('tracking_directory');
call motcua_protect_dossier_directory('filing_directory');
call motcua_append_only('filing_directory');
