-- What an officer of a counter settled at the end of a day: counted once, never changed. Differences stay with their reason.
create table shift_closing (
    tenant_id    int         not null,
    unit         uuid        not null,
    day          date        not null,
    officer      uuid        not null,
    officer_name text        not null,
    tickets      int         not null check (tickets >= 0),
    received     int         not null check (received >= 0),
    handed_over  int         not null check (handed_over >= 0),
    -- đồng
    taken        bigint      not null check (taken >= 0),
    counted      bigint      not null check (counted >= 0),
    reason       text        not null,
    closed_at    timestamptz not null,
    primary key (tenant_id, unit, day, officer),
    constraint a_difference_has_its_reason check (taken = counted or reason <> '')
);
call motcua_protect('shift_closing');
call motcua_append_only('shift_closing');
