-- Where the matter belongs: the code of a ward or of a province, decided at filing. Each step is done by the unit of its
-- kind that is competent there. Empty: the receiving unit stands for it.
alter table dossier add column place text check (place ~ '^([0-9]{2}|[0-9]{5})$');
