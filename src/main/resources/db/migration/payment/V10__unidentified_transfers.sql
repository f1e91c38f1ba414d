-- Money on a statement that belongs to no order of ours (khoản tiền chưa xác định), each once: it waits until somebody puts it to an order, or two
-- people end it otherwise. The words of the transfer help to find out whose it is, and are gone as soon as it belongs to an order.
create table unidentified_transfer (
    tenant_id     int         not null,
    id            uuid        not null,
    unit          uuid        not null,
    channel       text        not null check (channel in ('VIETQR', 'GATEWAY')),
    transaction   text        not null,
    -- To which it came; empty at the gateway.
    account       text        not null,
    amount        bigint      not null check (amount > 0),
    at            timestamptz not null,
    words         text        not null,
    found_at      timestamptz not null,
    state         text        not null
        check (state in ('WAITING', 'PROPOSED', 'ASSIGNED', 'TO_GIVE_BACK', 'GIVEN_BACK', 'OTHER_INCOME')),
    version       int         not null check (version > 0),
    proposal      text        check (proposal in ('GIVE_BACK', 'OTHER_INCOME')),
    proposer      uuid,
    payment_order uuid,
    settled_at    timestamptz,
    paid_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, channel, transaction),
    constraint state_has_its_facts check (
        (state in ('WAITING', 'ASSIGNED')) = (proposal is null) and (proposal is null) = (proposer is null)
        and (state = 'ASSIGNED') = (payment_order is not null)
        and (state in ('WAITING', 'PROPOSED')) = (settled_at is null)
        and (state = 'GIVEN_BACK') = (paid_at is not null)
        and (state <> 'ASSIGNED' or words = ''))
);
create index unidentified_transfer_open on unidentified_transfer (tenant_id, unit, at)
    where state in ('WAITING', 'PROPOSED', 'TO_GIVE_BACK');
create index unidentified_transfer_by_unit on unidentified_transfer (tenant_id, unit, settled_at) where settled_at is not null;
call motcua_protect('unidentified_transfer');

-- What happened to it, in its order, and who did it; nobody for what came by itself.
create table unidentified_transfer_event (
    tenant_id int         not null,
    transfer  uuid        not null,
    version   int         not null check (version > 0),
    kind      text        not null check (kind in ('FOUND', 'ASSIGNED', 'PROPOSED', 'REFUSED', 'AGREED', 'GIVEN_BACK')),
    at        timestamptz not null,
    who       uuid,
    who_name  text        not null,
    said      text        not null,
    primary key (tenant_id, transfer, version),
    foreign key (tenant_id, transfer) references unidentified_transfer (tenant_id, id)
);
call motcua_protect('unidentified_transfer_event');
call motcua_append_only('unidentified_transfer_event');

-- Orders that can still be paid, by their amount: to find the one that a transfer may be for.
create index payment_order_by_amount on payment_order (tenant_id, amount, opened_at) where state in ('WAITING', 'EXPIRED');

-- Money that belongs nowhere stands in the ledger too, and with no dossier.
alter table ledger_entry alter dossier drop not null;
alter table ledger_entry drop constraint ledger_entry_occasion_check;
alter table ledger_entry add constraint ledger_entry_occasion_check check (occasion in (
    'COLLECTED', 'MISPLACED', 'GIVEN_UP', 'PAID_BACK', 'UNIDENTIFIED', 'IDENTIFIED', 'TO_GIVE_BACK', 'GIVEN_BACK', 'OTHER_INCOME'));
alter table ledger_entry add constraint of_a_dossier
    check ((dossier is not null) = (occasion in ('COLLECTED', 'MISPLACED', 'GIVEN_UP', 'PAID_BACK')));
alter table ledger_entry drop constraint ledger_entry_debit_check;
alter table ledger_entry add constraint ledger_entry_debit_check check (debit in (
    'CASH', 'CARD', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK', 'UNIDENTIFIED', 'OTHER_INCOME'));
alter table ledger_entry drop constraint ledger_entry_credit_check;
alter table ledger_entry add constraint ledger_entry_credit_check check (credit in (
    'CASH', 'CARD', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK', 'UNIDENTIFIED', 'OTHER_INCOME'));
