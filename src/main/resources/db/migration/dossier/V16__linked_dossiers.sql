-- Which part of a linked filing (liên thông) a dossier is. The filing has the same id in every system that has a part of
-- it; the plan of the whole lies with its home, in module linked.
create table dossier_link (
    tenant_id      int  not null,
    dossier        uuid not null,
    home           int  not null,
    group_revision uuid not null,
    part           text not null,
    place          int  not null check (place between 1 and 20),
    time_limit     text not null,
    primary key (tenant_id, dossier),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
call motcua_protect('dossier_link');
call motcua_append_only('dossier_link');

-- So a tracking code, and an owner's filing, may lead to several systems.
alter table tracking_directory drop constraint tracking_directory_pkey, add primary key (tenant_id, digest, holder);
alter table filing_directory drop constraint filing_directory_pkey, add primary key (tenant_id, owner, filing, holder);
