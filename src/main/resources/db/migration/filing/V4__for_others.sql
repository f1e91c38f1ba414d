-- By which mandate a draft was begun, and the name of who began it for its owner; empty when its owner did.
alter table draft add column mandate uuid;
alter table draft add column begun_by text;
alter table draft add constraint begun_by_somebody check (num_nonnulls(mandate, begun_by) in (0, 2));
