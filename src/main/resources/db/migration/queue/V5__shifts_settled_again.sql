-- Cash that was taken after a shift was settled is settled by a further closing of the same day.
alter table shift_closing add column turn int not null default 1 check (turn > 0);
alter table shift_closing drop constraint shift_closing_pkey;
alter table shift_closing add primary key (tenant_id, unit, day, officer, turn);
