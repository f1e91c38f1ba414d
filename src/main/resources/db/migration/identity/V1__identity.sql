-- Who people are and with which accounts they sign in. Citizens and organisations are national (tenant 0),
-- officers, positions and officers' accounts belong to their tenant. Unlike the directory of units, what is national
-- here is personal data: it is seen inside the national scope only.

create table person (
    tenant_id       int     not null check (tenant_id = 0),
    id              uuid    not null,
    personal_number text    not null check (personal_number ~ '^[0-9]{12}$'),
    name            text    not null,
    born_on         date    not null,
    sex             text    not null check (sex in ('MALE', 'FEMALE')),
    nationality     text    not null,
    ethnic_group    text    not null,
    phone           text    not null,
    email           text    not null,
    province        text    not null,
    ward            text    not null,
    address         text    not null,
    synthetic       boolean not null,
    primary key (tenant_id, id),
    unique (tenant_id, personal_number)
);
call motcua_protect('person');

create table organisation (
    tenant_id      int     not null check (tenant_id = 0),
    id             uuid    not null,
    tax_code       text    not null,
    name           text    not null,
    representative uuid    not null,
    phone          text    not null,
    email          text    not null,
    province       text    not null,
    ward           text    not null,
    address        text    not null,
    synthetic      boolean not null,
    primary key (tenant_id, id),
    unique (tenant_id, tax_code),
    foreign key (tenant_id, representative) references person (tenant_id, id)
);
call motcua_protect('organisation');

create table officer (
    tenant_id int  not null,
    id        uuid not null,
    name      text not null,
    primary key (tenant_id, id)
);
call motcua_protect('officer');

-- A role in a unit for a time. Units are of the module organization: an id, no foreign key.
create table position (
    tenant_id int  not null,
    id        uuid not null,
    officer   uuid not null,
    unit      uuid not null,
    role      text not null,
    from_day  date not null,
    to_day    date,
    primary key (tenant_id, id),
    foreign key (tenant_id, officer) references officer (tenant_id, id),
    constraint days_in_order check (to_day is null or to_day >= from_day)
);
create index on position (tenant_id, officer);
create index on position (tenant_id, unit, role);
call motcua_protect('position');

create table account (
    tenant_id     int         not null,
    id            uuid        not null,
    kind          text        not null,
    name          text        not null,
    password_hash text,
    person        uuid,
    organisation  uuid,
    officer       uuid,
    active        boolean     not null,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint kind_has_its_owner check (
        case kind
            when 'PERSON' then tenant_id = 0 and person is not null and organisation is null and officer is null
            when 'BUSINESS' then tenant_id = 0 and person is not null and organisation is not null and officer is null
            when 'OFFICER' then tenant_id > 0 and officer is not null and person is null and organisation is null
            when 'ADMINISTRATOR' then officer is null and person is null and organisation is null
            else false
        end)
);
create unique index on account (tenant_id, officer) where officer is not null;
call motcua_protect('account');

-- One name means one account in the whole country. Only signing in reads it; a tenant names its own accounts.
create table sign_in_name (
    tenant_id      int     not null check (tenant_id = 0),
    user_name      text    not null check (user_name = lower(user_name)),
    account_tenant int     not null,
    account        uuid    not null,
    administrator  boolean not null,
    primary key (tenant_id, user_name)
);
alter table sign_in_name enable row level security;
alter table sign_in_name force row level security;
create policy read_when_signing_in on sign_in_name for select using (motcua_tenant() = 0);
create policy name_own on sign_in_name for insert with check (account_tenant = motcua_tenant());
create policy rename_own on sign_in_name for update using (account_tenant = motcua_tenant());
create policy forget_own on sign_in_name for delete using (account_tenant = motcua_tenant());
