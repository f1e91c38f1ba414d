-- An agency that did not apologise in time may still say when the result comes; the due moment stays what it was.
alter table dossier add column due_renewed timestamptz check (due_renewed is null or due_at is not null);
