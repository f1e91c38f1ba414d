-- What an applicant has put together to answer a supplement request (bổ sung) and not yet sent. It lies in the tenant
-- that settles the dossier and belongs to the account alone; sending takes it away.
create table supplement_draft (
    tenant_id int         not null,
    dossier   uuid        not null,
    owner     uuid        not null,
    notes     jsonb       not null,
    answers   jsonb,
    saved_at  timestamptz not null,
    primary key (tenant_id, dossier, owner)
);
call motcua_protect_drafts('supplement_draft');

-- A file for one line of the request, counted from 0; the bytes lie in the file store.
create table supplement_draft_paper (
    tenant_id int         not null,
    dossier   uuid        not null,
    owner     uuid        not null,
    id        uuid        not null,
    line      int         not null check (line between 0 and 99),
    name      text        not null,
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    size      bigint      not null,
    added_at  timestamptz not null,
    primary key (tenant_id, dossier, owner, id),
    foreign key (tenant_id, dossier, owner) references supplement_draft (tenant_id, dossier, owner) on delete cascade
);
call motcua_protect_drafts('supplement_draft_paper');
