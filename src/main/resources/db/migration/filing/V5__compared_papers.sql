-- When the officer at the counter said that a scan matches the original that lies before them.
alter table draft_paper add column compared_at timestamptz;

-- The same of a filed paper: who said it, and when. It goes with the dossier and is never changed.
create table paper_statement (
    tenant_id   int         not null,
    dossier     uuid        not null,
    file        text        not null check (file ~ '^[0-9a-f]{64}$'),
    document    text        not null,
    stated_at   timestamptz not null,
    stated_by   uuid        not null,
    stater_name text        not null,
    primary key (tenant_id, dossier, file, document)
);
call motcua_protect('paper_statement');
call motcua_append_only('paper_statement');
