-- Lists of the inbox that an officer keeps under a name: which part, which filters, which columns, as they stand in addresses.
create table saved_list (
    tenant_id int         not null,
    account   uuid        not null,
    id        uuid        not null,
    name      text        not null check (name <> ''),
    place     text        not null,
    at_first  boolean     not null,
    saved_at  timestamptz not null,
    primary key (tenant_id, account, id),
    unique (tenant_id, account, name)
);
create unique index saved_list_at_first on saved_list (tenant_id, account) where at_first;
call motcua_protect('saved_list');
