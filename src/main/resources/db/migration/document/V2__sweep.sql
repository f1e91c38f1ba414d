-- When somebody last gave a content: one that nobody needs is swept a day after that, so that a file which has just been
-- uploaded, or uploaded once more, is still there when the paper that points to it is written.
alter table stored_file add column touched_at timestamptz;
update stored_file set touched_at = uploaded_at;
alter table stored_file alter column touched_at set not null;

-- What the sweep is about, in a transaction that says so; empty in every other.
create function motcua_sweeping() returns text
    language sql stable parallel safe
    return coalesce(current_setting('motcua.sweeping', true), '');

-- The sweep asks of all tenants which has a content.
create policy sweep on stored_file for select using (motcua_sweeping() = 'files');
create index stored_file_untouched on stored_file (touched_at) where uploaded_by is not null;
create index stored_file_by_content on stored_file (file_id);
