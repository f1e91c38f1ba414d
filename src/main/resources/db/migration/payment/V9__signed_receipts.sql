-- The file of a receipt, signed by the agency that collected; once more when the receipt is cancelled, with the word on it.
create table receipt_paper (
    tenant_id   int         not null,
    symbol      text        not null,
    year        int         not null,
    no          int         not null,
    cancelled   boolean     not null,
    -- When it is to be tried next.
    next_try_at timestamptz not null default '-infinity',
    attempts    int         not null default 0,
    last_error  text        not null default '',
    file        text,
    signed_at   timestamptz,
    primary key (tenant_id, symbol, year, no, cancelled),
    foreign key (tenant_id, symbol, year, no) references receipt (tenant_id, symbol, year, no),
    check ((file is null) = (signed_at is null))
);
create index receipt_paper_due on receipt_paper (tenant_id, next_try_at) where file is null;
create index receipt_paper_by_file on receipt_paper (tenant_id, file) where file is not null;

alter table receipt no force row level security;
alter table receipt_cancellation no force row level security;
insert into receipt_paper (tenant_id, symbol, year, no, cancelled)
select tenant_id, symbol, year, no, false from receipt
union all
select tenant_id, symbol, year, no, true from receipt_cancellation;
alter table receipt force row level security;
alter table receipt_cancellation force row level security;
call motcua_protect('receipt_paper');
