-- Which units exist, which provinces and wards, each with the days on which it was so.

-- Everybody may know which offices exist: rows of all tenants can be read, each tenant writes its own.
create procedure motcua_protect_directory(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy read_all on %s for select using (true)', protected);
    execute format('create policy write_own on %s for insert with check (tenant_id = motcua_tenant())', protected);
    execute format('create policy change_own on %s for update using (tenant_id = motcua_tenant())', protected);
    execute format('create policy delete_own on %s for delete using (tenant_id = motcua_tenant())', protected);
end $$;

create table tenant (
    tenant_id int primary key,
    name      text not null,
    name_en   text not null
);
call motcua_protect_directory('tenant');

-- Provinces and wards of all times; a code means something only together with a day.
create table administrative_unit (
    tenant_id    int  not null,
    tier         text not null check (tier in ('PROVINCE', 'WARD')),
    code         text not null,
    valid_from   date not null,
    valid_to     date,
    kind         text not null,
    name         text not null,
    full_name    text not null,
    full_name_en text not null,
    province     text not null,
    primary key (tenant_id, tier, code, valid_from),
    constraint days_in_order check (valid_to is null or valid_to >= valid_from)
);
call motcua_protect_national('administrative_unit');

create table administrative_succession (
    tenant_id    int     not null,
    tier         text    not null check (tier in ('PROVINCE', 'WARD')),
    old_code     text    not null,
    new_code     text    not null,
    effective_on date    not null,
    whole        boolean not null,
    resolution   text    not null,
    primary key (tenant_id, tier, old_code, new_code, effective_on)
);
call motcua_protect_national('administrative_succession');

-- Which version of a file of reference data is in the tables, by its digest: loading again changes nothing.
create table loaded_file (
    tenant_id int         not null,
    name      text        not null,
    digest    text        not null,
    loaded_at timestamptz not null,
    primary key (tenant_id, name)
);
call motcua_protect_national('loaded_file');

create table position_kind (
    tenant_id int     not null,
    role      text    not null,
    name      text    not null,
    name_en   text    not null,
    leads     boolean not null,
    primary key (tenant_id, role)
);
call motcua_protect_national('position_kind');

create table unit_kind (
    tenant_id int    not null,
    kind      text   not null,
    name      text   not null,
    name_en   text   not null,
    level     text   not null check (level in ('NATION', 'PROVINCE', 'WARD')),
    roles     text[] not null,
    primary key (tenant_id, kind)
);
call motcua_protect_national('unit_kind');

-- The territory is a list of codes: none is the country, two digits a province, five digits a ward.
create table unit (
    tenant_id      int    not null,
    id             uuid   not null,
    parent         uuid,
    kind           text   not null,
    name           text   not null,
    name_en        text   not null,
    agency_code    text,
    number_pattern text,
    opening_hours  text,
    address        text   not null,
    territory      text[] not null,
    valid_from     date   not null,
    valid_to       date,
    primary key (tenant_id, id),
    foreign key (tenant_id, parent) references unit (tenant_id, id),
    unique (tenant_id, agency_code),
    constraint days_in_order check (valid_to is null or valid_to >= valid_from)
);
create index on unit (tenant_id, parent);
call motcua_protect_directory('unit');
