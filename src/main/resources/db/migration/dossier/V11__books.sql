-- The books of a unit, one of each kind a year, opened by the first entry (TT 01/2018/TT-VPCP Điều 10): the row stays
-- locked until the entry is committed, so of two who write at once one waits, and what fails gives its number back.
create table book (
    tenant_id int         not null,
    unit      uuid        not null,
    kind      text        not null,
    year      int         not null,
    last      int         not null check (last > 0),
    opened_at timestamptz not null,
    primary key (tenant_id, unit, kind, year)
);
call motcua_protect('book');

-- The number that an event has in its book. Dossiers of before have none; their papers stay as they were given.
create table book_entry (
    tenant_id int  not null,
    dossier   uuid not null,
    version   int  not null,
    unit      uuid not null,
    kind      text not null,
    year      int  not null,
    number    int  not null check (number > 0),
    primary key (tenant_id, dossier, version),
    unique (tenant_id, unit, kind, year, number),
    foreign key (tenant_id, dossier, version) references dossier_event (tenant_id, dossier, version),
    foreign key (tenant_id, unit, kind, year) references book (tenant_id, unit, kind, year)
);
call motcua_protect('book_entry');
call motcua_append_only('book_entry');
