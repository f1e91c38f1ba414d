-- A mandate for filling in one draft together: how many minutes it lasts once it is given, and which draft it is for, which
-- the person chooses when they agree.
alter table mandate add column minutes int check (minutes between 5 and 480);
alter table mandate add column draft uuid;
alter table mandate add constraint a_draft_is_filled_in_together check (draft is null or minutes is not null);
alter table mandate add constraint together_has_its_draft
    check (minutes is null or state in ('ASKED', 'REFUSED') or draft is not null);
create index mandate_by_draft on mandate (draft) where draft is not null;
