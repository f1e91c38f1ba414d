-- Drafts belong to nobody but their account; the sweep of old ones sees them all, in a transaction that says so.
create policy sweep on draft using (motcua_sweeping() = 'drafts');
create index draft_by_age on draft (saved_at);

-- The sweep of files asks which contents drafts still need.
create policy sweep on draft_paper for select using (motcua_sweeping() = 'files');
create index draft_paper_by_file on draft_paper (tenant_id, file);
