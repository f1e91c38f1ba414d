-- What applicant and agency write to each other about a dossier. Kept as the dossier is; what was written stays written.
create table thread_message (
    tenant_id  int         not null,
    id         uuid        not null,
    command    uuid        not null,
    dossier    uuid        not null,
    side       text        not null check (side in ('APPLICANT', 'AGENCY')),
    account    uuid        not null,
    unit       uuid,
    body       text        not null,
    written_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, command),
    check ((side = 'AGENCY') = (unit is not null))
);
create index thread_message_of_dossier on thread_message (tenant_id, dossier, written_at);
call motcua_protect('thread_message');
call motcua_append_only('thread_message');

create table thread_file (
    tenant_id int    not null,
    message   uuid   not null,
    id        uuid   not null,
    name      text   not null,
    file      text   not null check (file ~ '^[0-9a-f]{64}$'),
    size      bigint not null,
    primary key (tenant_id, message, id),
    foreign key (tenant_id, message) references thread_message (tenant_id, id)
);
create index thread_file_content on thread_file (tenant_id, file);
call motcua_protect('thread_file');
call motcua_append_only('thread_file');

-- Until when each side has read what the other wrote.
create table thread_read (
    tenant_id int         not null,
    dossier   uuid        not null,
    side      text        not null check (side in ('APPLICANT', 'AGENCY')),
    until     timestamptz not null,
    primary key (tenant_id, dossier, side)
);
call motcua_protect('thread_read');
