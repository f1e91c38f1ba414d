-- The book of dossiers of a unit is read by its entries, in the order in which they were made: what went on to another unit
-- stands in both books, in each with its own number. The moment is that of the event.
alter table book_entry add column entered_at timestamptz;
alter table book_entry no force row level security;
alter table dossier_event no force row level security;
update book_entry b set entered_at = e.effective_at from dossier_event e
where e.tenant_id = b.tenant_id and e.dossier = b.dossier and e.version = b.version;
alter table dossier_event force row level security;
alter table book_entry force row level security;
alter table book_entry alter column entered_at set not null;

create index book_entry_of_dossiers on book_entry (tenant_id, unit, entered_at, dossier) where kind = 'RECEPTION';
drop index dossier_by_reception;
