-- A due moment can be extended once (NĐ 61/2018 Điều 19 khoản 9); what was promised until then stays beside it.
alter table dossier add column due_promised timestamptz check (due_promised is null or due_at is not null);
