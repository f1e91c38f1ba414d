-- A declaration that its applicant signed with their own certificate, before it is filed. It is of exactly these answers:
-- content is the digest of what was signed.
create table draft_signature (
    tenant_id int         not null,
    draft     uuid        not null,
    owner     uuid        not null,
    content   text        not null check (content ~ '^[0-9a-f]{64}$'),
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    signer    text        not null,
    provider  text        not null,
    signed_at timestamptz not null,
    primary key (tenant_id, draft),
    foreign key (tenant_id, draft) references draft (tenant_id, id) on delete cascade
);
create index draft_signature_by_file on draft_signature (tenant_id, file);
call motcua_protect_drafts('draft_signature');
-- The sweep of files asks which contents drafts still need.
create policy sweep on draft_signature for select using (motcua_sweeping() = 'files');

-- The one that was filed with a dossier; answers is the digest of the answers at that time, which a supplement may change.
create table signed_declaration (
    tenant_id int         not null,
    dossier   uuid        not null,
    answers   text        not null check (answers ~ '^[0-9a-f]{64}$'),
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    signer    text        not null,
    provider  text        not null,
    signed_at timestamptz not null,
    primary key (tenant_id, dossier)
);
create index signed_declaration_by_file on signed_declaration (tenant_id, file);
call motcua_protect('signed_declaration');
call motcua_append_only('signed_declaration');
