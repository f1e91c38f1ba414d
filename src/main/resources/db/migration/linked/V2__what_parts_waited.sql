-- What the clock of a part left out, as its own system last told: the applicant supplemented or paid. The promise of the whole
-- leaves it out too.
alter table linked_branch add column lost jsonb not null default '[]';
