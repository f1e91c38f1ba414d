-- What officers write to each other about a dossier. The applicant never sees it; what was written stays written.
create table dossier_note (
    tenant_id   int         not null,
    dossier     uuid        not null,
    id          uuid        not null,
    account     uuid        not null,
    author_name text        not null,
    body        text        not null check (body <> ''),
    written_at  timestamptz not null,
    primary key (tenant_id, dossier, id),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
call motcua_protect('dossier_note');
call motcua_append_only('dossier_note');

-- The tags of a unit: one list for all who work in it.
create table unit_tag (
    tenant_id int         not null,
    id        uuid        not null,
    unit      uuid        not null,
    name      text        not null check (name <> ''),
    folded    text        not null,
    made_by   uuid        not null,
    made_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, unit, folded)
);
call motcua_protect('unit_tag');

-- Which dossier has which tag, who put it there and who took it off.
create table dossier_tag (
    tenant_id int         not null,
    dossier   uuid        not null,
    id        uuid        not null,
    tag       uuid        not null,
    put_by    uuid        not null,
    put_at    timestamptz not null,
    off_by    uuid,
    off_at    timestamptz,
    primary key (tenant_id, dossier, id),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id),
    foreign key (tenant_id, tag) references unit_tag (tenant_id, id),
    constraint taken_off_by_somebody check ((off_by is null) = (off_at is null))
);
create unique index dossier_tag_on on dossier_tag (tenant_id, tag, dossier) where off_at is null;
call motcua_protect('dossier_tag');

-- Who has a dossier open; old lines mean nothing and are swept.
create table dossier_presence (
    tenant_id int         not null,
    dossier   uuid        not null,
    account   uuid        not null,
    name      text        not null,
    seen_at   timestamptz not null,
    primary key (tenant_id, dossier, account),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
create index dossier_presence_old on dossier_presence (tenant_id, seen_at);
call motcua_protect('dossier_presence');
