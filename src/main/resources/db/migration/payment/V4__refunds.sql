-- Which order brought what was collected; not known of before.
alter table fee_payment add column payment_order uuid;

-- An order is not held up by a refund: what is asked for and agreed to stands in refund, and among the order's events.
drop index payment_order_to_pay_back;
alter table payment_order drop constraint state_has_its_facts;
alter table payment_order drop column asker, drop column approver;
alter table payment_order add constraint state_has_its_facts check (
    case state
        when 'WAITING'     then num_nonnulls(channel, transaction, misplaced) = 0
        when 'EXPIRED'     then num_nonnulls(channel, transaction, misplaced) = 0
        when 'CANCELLED'   then num_nonnulls(channel, transaction, misplaced) = 0
        when 'PAID'        then num_nonnulls(channel, transaction) = 2 and misplaced is null
        when 'TO_PAY_BACK' then num_nonnulls(channel, transaction, misplaced) = 3
        when 'PAID_BACK'   then num_nonnulls(channel, transaction) = 2 and misplaced is null
        else false
    end);

-- A refund: part or all of what was collected by one payment, or of money that came and did not belong here.
create table refund (
    tenant_id     int         not null,
    id            uuid        not null,
    dossier       uuid        not null,
    unit          uuid        not null,
    -- 1, 2, 3 … within the dossier.
    no            int         not null check (no > 0),
    -- What is paid back: a payment of the dossier, or money that strayed.
    payment_no    int,
    channel       text        not null check (channel in ('CASH', 'VIETQR', 'GATEWAY')),
    transaction   text,
    payment_order uuid,
    amount        bigint      not null check (amount > 0),
    -- What of each fee is given up; nothing for what strayed.
    lines         jsonb       not null,
    -- How it goes back: in cash, by a transfer to that account, or through the gateway.
    way           text        not null check (way in ('CASH', 'VIETQR', 'GATEWAY')),
    account       text        not null,
    reason        text        not null check (reason <> ''),
    state         text        not null check (state in ('PROPOSED', 'REFUSED', 'APPROVED', 'SENT', 'FAILED', 'PAID_BACK')),
    version       int         not null check (version > 0),
    proposer      uuid        not null,
    proposer_name text        not null,
    proposed_at   timestamptz not null,
    decider       uuid,
    decider_name  text        not null default '',
    decided_at    timestamptz,
    answer        text        not null default '',
    payer         uuid,
    payer_name    text        not null default '',
    paid_at       timestamptz,
    proof         text        not null default '',
    asks          int         not null default 0,
    ask_at        timestamptz,
    -- Up to which version the applicant was told.
    told          int         not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, dossier, no),
    foreign key (tenant_id, dossier, payment_no) references fee_payment (tenant_id, dossier, no),
    constraint of_something check (payment_no is not null or transaction is not null),
    constraint through_the_gateway check (way <> 'GATEWAY' or (channel = 'GATEWAY' and transaction is not null)),
    constraint two_people check (decider is null or decider <> proposer),
    constraint decided check ((state = 'PROPOSED') = (decider is null) and (decider is null) = (decided_at is null)),
    constraint paid check ((state = 'PAID_BACK') = (paid_at is not null))
);
create index refund_by_unit on refund (tenant_id, unit, proposed_at);
create index refund_of_money on refund (tenant_id, channel, transaction) where transaction is not null;
create index refund_to_ask on refund (tenant_id, ask_at) where ask_at is not null;
create index refund_untold on refund (tenant_id, proposed_at) where told < version;
create index refund_paid_by on refund (tenant_id, payer, paid_at) where payer is not null;
call motcua_protect('refund');

-- What happened to a refund, in its order.
create table refund_event (
    tenant_id int         not null,
    refund    uuid        not null,
    version   int         not null check (version > 0),
    kind      text        not null,
    state     text        not null,
    at        timestamptz not null,
    source    text        not null check (source in ('CALLBACK', 'POLL', 'OFFICER', 'TIME')),
    primary key (tenant_id, refund, version),
    foreign key (tenant_id, refund) references refund (tenant_id, id)
);
call motcua_protect('refund_event');
call motcua_append_only('refund_event');

-- No more goes back than came: whoever writes, and however many at once.
create function refund_within_what_came() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
declare
    came bigint;
    back bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('refund ' || new.tenant_id || ' ' || new.dossier, 0));
    if new.payment_no is not null then
        select p.amount into came from fee_payment p
        where p.tenant_id = new.tenant_id and p.dossier = new.dossier and p.no = new.payment_no;
        select coalesce(sum(f.amount), 0) into back from refund f
        where f.tenant_id = new.tenant_id and f.dossier = new.dossier and f.payment_no = new.payment_no and f.state <> 'REFUSED';
    else
        select a.amount into came from payment_arrival a
        where a.tenant_id = new.tenant_id and a.channel = new.channel and a.transaction = new.transaction and not a.counts;
        select coalesce(sum(f.amount), 0) into back from refund f
        where f.tenant_id = new.tenant_id and f.channel = new.channel and f.transaction = new.transaction
            and f.payment_no is null and f.state <> 'REFUSED';
    end if;
    if came is null or back > came then
        raise exception 'more would go back than came: % of %', back, came using errcode = 'check_violation';
    end if;
    return null;
end $$;
revoke all on function refund_within_what_came() from public;
create trigger refund_within_what_came after insert on refund
    for each row execute function refund_within_what_came();

-- Receipts that change others: an adjusting one says how much less was collected, a replacing one stands for a cancelled one.
alter table receipt drop constraint receipt_tenant_id_dossier_payment_no_key;
alter table receipt add column kind text not null default 'ORIGINAL' check (kind in ('ORIGINAL', 'ADJUSTMENT', 'REPLACEMENT'));
alter table receipt add column of_symbol text, add column of_year int, add column of_no int, add column refund uuid;
alter table receipt add constraint of_another check (
    num_nonnulls(of_symbol, of_year, of_no, refund) = case kind when 'ORIGINAL' then 0 else 4 end);
alter table receipt add foreign key (tenant_id, of_symbol, of_year, of_no) references receipt (tenant_id, symbol, year, no);
alter table receipt add foreign key (tenant_id, refund) references refund (tenant_id, id);
create unique index receipt_once on receipt (tenant_id, dossier, payment_no) where kind = 'ORIGINAL';
create index receipt_by_payment on receipt (tenant_id, dossier, payment_no);
create unique index receipt_by_refund on receipt (tenant_id, refund) where refund is not null;

-- A cancelled receipt keeps its number; it counts no more from then on.
create table receipt_cancellation (
    tenant_id    int         not null,
    symbol       text        not null,
    year         int         not null,
    no           int         not null,
    refund       uuid        not null,
    cancelled_at timestamptz not null,
    primary key (tenant_id, symbol, year, no),
    foreign key (tenant_id, symbol, year, no) references receipt (tenant_id, symbol, year, no),
    foreign key (tenant_id, refund) references refund (tenant_id, id)
);
create index receipt_cancellation_by_day on receipt_cancellation (tenant_id, cancelled_at);
call motcua_protect('receipt_cancellation');
call motcua_append_only('receipt_cancellation');
