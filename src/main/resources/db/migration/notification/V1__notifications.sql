-- National: what is told to applicants in their account, one line for each owner of the dossier. No names and no secrets:
-- the sentence is made when it is read, for who may read the dossier.
create table notification (
    tenant_id int         not null check (tenant_id = 0),
    owner     uuid        not null,
    dossier   uuid        not null,
    version   int         not null,
    holder    int         not null,
    kind      text        not null,
    said      text[]      not null,
    at        timestamptz not null,
    read_at   timestamptz,
    primary key (tenant_id, owner, dossier, version)
);
create index notification_latest on notification (tenant_id, owner, at desc);
call motcua_protect('notification');
