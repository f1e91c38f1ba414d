-- The sweep of files asks which contents supplement drafts still need.
create policy sweep on supplement_draft_paper for select using (motcua_sweeping() = 'files');
create index supplement_draft_paper_by_file on supplement_draft_paper (tenant_id, file);
