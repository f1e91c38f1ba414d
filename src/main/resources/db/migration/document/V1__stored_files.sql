-- The files a tenant has, by the hash of their content; the bytes lie in the file store, never here.
create table stored_file (
    tenant_id     int not null,
    file_id       text not null check (file_id ~ '^[0-9a-f]{64}$'),
    name          text not null check (length(name) between 1 and 200),
    kind          text not null check (kind in ('PDF', 'JPEG', 'PNG', 'HEIC')),
    size_bytes    bigint not null check (size_bytes > 0),
    uploaded_by   uuid,
    uploaded_at   timestamptz not null,
    virus_checked boolean not null,
    primary key (tenant_id, file_id)
);
call motcua_protect('stored_file');
