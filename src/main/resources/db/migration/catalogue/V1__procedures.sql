-- What agencies have published. A revision is never changed: a dossier filed under it keeps it for life. The national
-- part is tenant 0 and can be read by all; a province's own layer would be rows of its own tenant.
create table procedure_revision (
    tenant_id int not null,
    id uuid not null,
    code text not null check (code <> ''),
    -- SHA-256 of the content, so that loading the same content again does nothing
    content_hash text not null check (length(content_hash) = 64),
    -- the published record
    record jsonb not null,
    -- the files of its package by name; null where it is a record only
    files jsonb,
    recorded_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, code, content_hash)
);
call motcua_protect_national('procedure_revision');
call motcua_append_only('procedure_revision');

-- Which revision of a procedure is in force.
create table procedure (
    tenant_id int not null,
    code text not null,
    current_revision uuid not null,
    primary key (tenant_id, code),
    foreign key (tenant_id, current_revision) references procedure_revision (tenant_id, id)
);
call motcua_protect_national('procedure');
