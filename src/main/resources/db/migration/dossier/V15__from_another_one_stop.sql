-- A dossier came from another one-stop: by the wrong door, or received there out of its bounds with a number that it keeps.
alter table dossier add column came_from uuid;
alter table dossier add column given_number text;
alter table dossier add constraint a_number_is_given_somewhere check (given_number is null or came_from is not null);
create unique index dossier_by_given_number on dossier (tenant_id, given_number) where given_number is not null;
