-- What a receipt says besides its number, lines and amount, as it was when it was issued: later names of agencies and people change nothing of
-- it. Receipts of before have none.
create table receipt_sheet (
    tenant_id int   not null,
    symbol    text  not null,
    year      int   not null,
    no        int   not null,
    sheet     jsonb not null,
    primary key (tenant_id, symbol, year, no),
    foreign key (tenant_id, symbol, year, no) references receipt (tenant_id, symbol, year, no)
);
call motcua_protect('receipt_sheet');
call motcua_append_only('receipt_sheet');
