-- Units are renamed, merged and split from a day on. The row tells how a unit is now; how it was until a day, who took
-- over from whom, and whose work goes to which part of a split unit stands beside it.
alter table unit add column roles text[] not null default '{}';

create table unit_former (
    tenant_id int    not null,
    unit      uuid   not null,
    until_day date   not null,
    parent    uuid,
    name      text   not null,
    name_en   text   not null,
    territory text[] not null,
    roles     text[] not null,
    primary key (tenant_id, unit, until_day),
    foreign key (tenant_id, unit) references unit (tenant_id, id)
);
call motcua_protect_directory('unit_former');
call motcua_append_only('unit_former');

create table unit_heir (
    tenant_id int    not null,
    old_unit  uuid   not null,
    new_unit  uuid   not null,
    from_day  date   not null,
    roles     text[] not null,
    primary key (tenant_id, old_unit, new_unit),
    foreign key (tenant_id, old_unit) references unit (tenant_id, id),
    foreign key (tenant_id, new_unit) references unit (tenant_id, id),
    constraint nobody_follows_themselves check (old_unit <> new_unit)
);
call motcua_protect_directory('unit_heir');
call motcua_append_only('unit_heir');
