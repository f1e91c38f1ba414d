-- A supplement is waited for until a last day; what a colleague proposed waits for a leader. Whether a wait was answered is
-- kept with it: after one that was not, the clock goes on and does not start anew.
alter table dossier add column supplement_until date;
alter table dossier add column proposal jsonb;
alter table dossier add constraint a_last_day_is_of_a_supplement check (supplement_until is null or supplement is not null);
alter table dossier_wait add column unanswered boolean not null default false;
create index dossier_by_last_day_of_supplement on dossier (tenant_id, supplement_until) where supplement_until is not null;
