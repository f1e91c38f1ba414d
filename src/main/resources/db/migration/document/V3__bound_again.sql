-- See V2 of the root: whoever owns the table is bound by row-level security again.
alter table stored_file force row level security;
