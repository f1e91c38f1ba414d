-- A unit is also split by area: which wards' work goes to which part. None means what goes to no other.
alter table unit_heir add column wards text[] not null default '{}';
