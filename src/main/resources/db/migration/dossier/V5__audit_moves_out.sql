-- The log of who did and read what has its own module and is sealed there; what was written so far moves along. The
-- owner of the tables is itself bound by row-level security, except for this moment.
alter table audit_entry no force row level security;
alter table audit_record no force row level security;
insert into audit_record (tenant_id, id, at, actor, position, role, purpose, subject, act, fields, before, after)
select tenant_id, id, at, actor, position, role, purpose, subject, act, 'dossier', before, after from audit_entry;
alter table audit_record force row level security;
drop table audit_entry;
