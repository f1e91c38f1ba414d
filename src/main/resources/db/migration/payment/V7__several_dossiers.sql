-- What of an order is for which dossier: one or several, whose amounts are together that of the order.
create table payment_share (
    tenant_id     int     not null,
    payment_order uuid    not null,
    dossier       uuid    not null,
    unit          uuid    not null,
    amount        bigint  not null check (amount > 0),
    -- Whether the order waits for its money.
    open          boolean not null,
    -- Whether the money came and this dossier did not owe it any more: it has to be paid back.
    strayed       boolean not null default false,
    primary key (tenant_id, payment_order, dossier),
    foreign key (tenant_id, payment_order) references payment_order (tenant_id, id)
);
alter table payment_order no force row level security;
insert into payment_share (tenant_id, payment_order, dossier, unit, amount, open)
select tenant_id, id, dossier, unit, amount, state = 'WAITING' from payment_order;
alter table payment_order force row level security;
-- One order for one demand: asking again gets the same one.
drop index payment_order_open;
create unique index payment_share_open on payment_share (tenant_id, dossier) where open;
create index payment_share_by_dossier on payment_share (tenant_id, dossier);
call motcua_protect('payment_share');

-- What a share leaves to be paid back is known by its dossier, and no more of it goes back than came.
create or replace function refund_within_what_came() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
declare
    came bigint;
    back bigint;
    shared boolean;
begin
    perform pg_advisory_xact_lock(hashtextextended('refund ' || new.tenant_id || ' ' || new.dossier, 0));
    if new.payment_no is not null then
        select p.amount into came from fee_payment p
        where p.tenant_id = new.tenant_id and p.dossier = new.dossier and p.no = new.payment_no;
        select coalesce(sum(f.amount), 0) into back from refund f
        where f.tenant_id = new.tenant_id and f.dossier = new.dossier and f.payment_no = new.payment_no and f.state <> 'REFUSED';
    else
        select a.counts, case when a.counts then s.amount else a.amount end into shared, came from payment_arrival a
        left join payment_share s on s.tenant_id = a.tenant_id and s.payment_order = a.payment_order and s.dossier = new.dossier
            and s.strayed
        where a.tenant_id = new.tenant_id and a.channel = new.channel and a.transaction = new.transaction;
        select coalesce(sum(f.amount), 0) into back from refund f
        where f.tenant_id = new.tenant_id and f.channel = new.channel and f.transaction = new.transaction
            and f.payment_no is null and f.state <> 'REFUSED' and (not shared or f.dossier = new.dossier);
    end if;
    if came is null or back > came then
        raise exception 'more would go back than came: % of %', back, came using errcode = 'check_violation';
    end if;
    return null;
end $$;
revoke all on function refund_within_what_came() from public;
