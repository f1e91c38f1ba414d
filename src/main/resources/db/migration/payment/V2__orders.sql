-- Money comes by other ways than cash too; what comes online is taken by nobody at a counter.
alter table fee_payment drop constraint fee_payment_means_check;
alter table fee_payment add check (means in ('CASH', 'VIETQR', 'GATEWAY'));
alter table fee_payment alter taken_by drop not null;
alter table fee_payment alter position drop not null;
alter table fee_payment add check (means <> 'CASH' or (taken_by is not null and position is not null));
-- For which unit it was taken; not known of before.
alter table fee_payment add column unit uuid;
create index fee_payment_by_day on fee_payment (tenant_id, taken_at);

-- An order to pay what is due for a dossier. The current state; what happened is in payment_event.
create table payment_order (
    tenant_id  int         not null,
    id         uuid        not null,
    dossier    uuid        not null,
    unit       uuid        not null,
    reference  text        not null check (reference ~ '^MC[2-9A-HJ-NP-Z]{12}$'),
    amount     bigint      not null check (amount > 0),
    until      timestamptz not null,
    opened_at  timestamptz not null,
    version    int         not null check (version > 0),
    state      text        not null,
    -- In a state that holds money: which, and why it does not belong here; who asked to pay it back, who agreed.
    channel    text,
    transaction text,
    misplaced  text check (misplaced in ('CANCELLED', 'NOT_OWED')),
    asker      uuid,
    approver   uuid,
    -- How often the payer set out to the gateway, and when it is asked what became of that.
    attempts   int         not null default 0 check (attempts >= 0),
    asks       int         not null default 0,
    ask_at     timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, reference),
    constraint state_has_its_facts check (
        case state
            when 'WAITING'         then num_nonnulls(channel, transaction, misplaced, asker, approver) = 0
            when 'EXPIRED'         then num_nonnulls(channel, transaction, misplaced, asker, approver) = 0
            when 'CANCELLED'       then num_nonnulls(channel, transaction, misplaced, asker, approver) = 0
            when 'PAID'            then num_nonnulls(channel, transaction) = 2 and num_nonnulls(misplaced, asker, approver) = 0
            when 'TO_PAY_BACK'     then num_nonnulls(channel, transaction, misplaced) = 3 and num_nonnulls(asker, approver) = 0
            when 'REFUND_ASKED'    then num_nonnulls(channel, transaction, asker) = 3 and approver is null
            when 'REFUND_APPROVED' then num_nonnulls(channel, transaction, asker, approver) = 4 and asker <> approver
            when 'PAID_BACK'       then num_nonnulls(channel, transaction) = 2
            else false
        end)
);
-- One order for one demand: asking again gets the same one.
create unique index payment_order_open on payment_order (tenant_id, dossier) where state = 'WAITING';
create index payment_order_by_dossier on payment_order (tenant_id, dossier, opened_at);
create index payment_order_to_ask on payment_order (tenant_id, ask_at) where ask_at is not null;
create index payment_order_until on payment_order (tenant_id, until) where state = 'WAITING';
create index payment_order_to_pay_back on payment_order (tenant_id, opened_at)
    where state in ('TO_PAY_BACK', 'REFUND_ASKED', 'REFUND_APPROVED');
call motcua_protect('payment_order');

-- What happened to an order, in its order.
create table payment_event (
    tenant_id     int         not null,
    payment_order uuid        not null,
    version       int         not null check (version > 0),
    kind          text        not null,
    state         text        not null,
    at            timestamptz not null,
    -- Who told: the payer, the gateway's callback, our question, a statement, an officer.
    source        text        not null check (source in ('PAYER', 'CALLBACK', 'RETURN', 'POLL', 'STATEMENT', 'OFFICER', 'TIME')),
    primary key (tenant_id, payment_order, version)
);
call motcua_protect('payment_event');
call motcua_append_only('payment_event');

-- Money that came for an order, each once, however often it was told of.
create table payment_arrival (
    tenant_id     int         not null,
    channel       text        not null check (channel in ('VIETQR', 'GATEWAY')),
    transaction   text        not null,
    payment_order uuid        not null,
    amount        bigint      not null check (amount > 0),
    at            timestamptz not null,
    recorded_at   timestamptz not null,
    -- Whether it pays what was asked for; else it has to be paid back.
    counts        boolean     not null,
    primary key (tenant_id, channel, transaction)
);
create index payment_arrival_by_order on payment_arrival (tenant_id, payment_order);
create index payment_arrival_by_day on payment_arrival (tenant_id, at);
create unique index payment_arrival_counts_once on payment_arrival (tenant_id, payment_order) where counts;
call motcua_protect('payment_arrival');
call motcua_append_only('payment_arrival');

-- The ledger: each row moves one amount from one account to another, so that no row can change the sum of all.
create table ledger_entry (
    tenant_id int         not null,
    id        uuid        not null,
    occasion  text        not null check (occasion in ('COLLECTED', 'MISPLACED', 'GIVEN_UP', 'PAID_BACK')),
    dossier   uuid        not null,
    unit      uuid        not null,
    channel   text        not null check (channel in ('CASH', 'VIETQR', 'GATEWAY')),
    debit     text        not null check (debit in ('CASH', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK')),
    credit    text        not null check (credit in ('CASH', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK')),
    amount    bigint      not null check (amount > 0),
    at        timestamptz not null,
    primary key (tenant_id, id),
    constraint moves_something check (debit <> credit)
);
create index ledger_entry_by_day on ledger_entry (tenant_id, at);
create index ledger_entry_by_dossier on ledger_entry (tenant_id, dossier);
call motcua_protect('ledger_entry');
call motcua_append_only('ledger_entry');

-- The last number given in a series of receipts: taken last in a transaction, so that none is lost and few wait.
create table receipt_series (
    tenant_id int  not null,
    symbol    text not null,
    year      int  not null,
    last      int  not null check (last between 1 and 99999999),
    primary key (tenant_id, symbol, year)
);
call motcua_protect('receipt_series');

-- Receipts (biên lai), numbered without a gap for each symbol and year.
create table receipt (
    tenant_id  int         not null,
    symbol     text        not null,
    year       int         not null,
    no         int         not null check (no between 1 and 99999999),
    dossier    uuid        not null,
    payment_no int         not null,
    unit       uuid        not null,
    lines      jsonb       not null,
    amount     bigint      not null check (amount > 0),
    channel    text        not null check (channel in ('CASH', 'VIETQR', 'GATEWAY')),
    issued_at  timestamptz not null,
    primary key (tenant_id, symbol, year, no),
    -- At most one for each payment.
    unique (tenant_id, dossier, payment_no),
    foreign key (tenant_id, dossier, payment_no) references fee_payment (tenant_id, dossier, no)
);
create index receipt_by_day on receipt (tenant_id, issued_at);
call motcua_protect('receipt');
call motcua_append_only('receipt');
