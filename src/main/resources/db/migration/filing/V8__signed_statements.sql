-- The signed page (PDF) on which an officer states that a scan matches the original: signed by the officer and the one-stop.
create table signed_statement (
    tenant_id int         not null,
    dossier   uuid        not null,
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    document  text        not null,
    page      text        not null check (page ~ '^[0-9a-f]{64}$'),
    signer    text        not null,
    agency    text        not null,
    signed_at timestamptz not null,
    primary key (tenant_id, dossier, file, document)
);
create index signed_statement_by_page on signed_statement (tenant_id, page);
call motcua_protect('signed_statement');
call motcua_append_only('signed_statement');

-- Those that are to be signed; whoever has one signed leases it by next_try_at.
create table statement_due (
    tenant_id   int         not null,
    dossier     uuid        not null,
    file        text        not null,
    document    text        not null,
    attempts    int         not null default 0,
    next_try_at timestamptz not null default '-infinity',
    last_error  text        not null default '',
    primary key (tenant_id, dossier, file, document)
);
create index statement_due_next on statement_due (tenant_id, next_try_at);
call motcua_protect('statement_due');
