-- Where the applicant lives, as the acknowledgement prints it, and which data the state already held of them when they
-- filed: documents and fees hang on it, and what was promised then stays true.
alter table filing
    add column address   text   not null default '',
    add column available text[] not null default '{}';

-- What was only shown at the counter has no file; of every paper it is kept how many originals and copies were seen.
alter table dossier_paper
    alter column file drop not null,
    add column originals int not null default 0 check (originals between 0 and 99),
    add column copies    int not null default 0 check (copies between 0 and 99),
    add constraint a_paper_is_given_or_shown check (file is not null or originals + copies > 0);
create index dossier_paper_by_file on dossier_paper (tenant_id, file);
create index dossier_by_result_file on dossier (tenant_id, result_file) where result_file is not null;
