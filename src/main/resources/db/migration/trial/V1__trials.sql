-- A dossier that an author or reviewer tries out on an edition, for a day: what was filed and each thing done since. Read again, the rules
-- of dossiers make the same of it; nothing of it is a dossier, and no other table knows of it.
create table trial (
    tenant_id int         not null,
    account   uuid        not null,
    id        uuid        not null,
    -- The edition, at the version that its author saw: of a later one the same acts may mean something else.
    procedure text        not null,
    edition   int         not null,
    version   int         not null,
    unit      uuid        not null,
    answers   jsonb       not null,
    acts      jsonb       not null,
    -- On the trial's own clock.
    filed_at  timestamptz not null,
    ends_at   timestamptz not null,
    primary key (tenant_id, account, id)
);
create index trial_of_edition on trial (tenant_id, account, procedure, edition, ends_at);
create index trial_ending on trial (tenant_id, ends_at);
call motcua_protect('trial');
