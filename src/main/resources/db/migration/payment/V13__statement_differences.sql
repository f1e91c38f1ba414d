-- What a statement says otherwise than the program knows (chênh lệch đối soát), each once however many statements show it: it stands with the unit of
-- the statement until it is found right on a later one, or two people say how it ends.
create table statement_difference (
    tenant_id     int         not null,
    id            uuid        not null,
    unit          uuid        not null,
    statement     uuid        not null,
    channel       text        not null check (channel in ('VIETQR', 'GATEWAY')),
    transaction   text        not null,
    payment_order uuid        not null,
    at            timestamptz not null,
    -- What is recorded, and what the statement says; nothing where it does not have it.
    known         bigint      not null check (known > 0),
    told          bigint      check (told > 0 and told <> known),
    found_at      timestamptz not null,
    state         text        not null check (state in ('WAITING', 'PROPOSED', 'EXPLAINED', 'SHORT', 'SURPLUS', 'CAME')),
    version       int         not null check (version > 0),
    proposal      text        check (proposal in ('EXPLAINED', 'SHORT', 'SURPLUS')),
    proposer      uuid,
    settled_at    timestamptz,
    -- When the shortage was booked, and when it was made up.
    short_at      timestamptz,
    came_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, channel, transaction),
    foreign key (tenant_id, statement) references statement (tenant_id, id),
    constraint state_has_its_facts check (
        (proposal is null) = (proposer is null)
        and (state not in ('PROPOSED', 'EXPLAINED', 'SHORT', 'SURPLUS') or proposal is not null)
        and (state in ('WAITING', 'PROPOSED')) = (settled_at is null)
        and (state <> 'SHORT' or short_at is not null)
        and (came_at is null or (state = 'CAME' and short_at is not null))
        and (proposal is distinct from 'SHORT' or told is null or told < known)
        and (proposal is distinct from 'SURPLUS' or told > known))
);
create index statement_difference_open on statement_difference (tenant_id, unit, at) where state in ('WAITING', 'PROPOSED');
create index statement_difference_settled on statement_difference (tenant_id, unit, settled_at) where settled_at is not null;

create table statement_difference_event (
    tenant_id  int         not null,
    difference uuid        not null,
    version    int         not null check (version > 0),
    kind       text        not null check (kind in ('FOUND', 'PROPOSED', 'REFUSED', 'AGREED', 'CAME')),
    at         timestamptz not null,
    who        uuid,
    who_name   text        not null,
    said       text        not null,
    primary key (tenant_id, difference, version),
    foreign key (tenant_id, difference) references statement_difference (tenant_id, id)
);

-- Those of statements that were taken in before, where no later one has the payment as it is known: with the amount that the last one has, where one
-- has it at all.
alter table statement no force row level security;
alter table statement_line no force row level security;
insert into statement_difference (tenant_id, id, unit, statement, channel, transaction, payment_order, at, known, told, found_at, state, version)
select distinct on (l.tenant_id, s.channel, l.transaction) l.tenant_id, uuidv7(), s.unit, s.id, s.channel, l.transaction, l.payment_order, l.at,
    coalesce(l.known, l.amount), case when l.verdict = 'OTHER_AMOUNT' then l.amount end, s.taken_at, 'WAITING', 1
from statement_line l
join statement s on s.tenant_id = l.tenant_id and s.id = l.statement
where l.verdict in ('MISSING', 'OTHER_AMOUNT') and l.payment_order is not null
    and not exists (
        select 1 from statement_line k join statement t on t.tenant_id = k.tenant_id and t.id = k.statement
        where k.tenant_id = l.tenant_id and t.channel = s.channel and k.transaction = l.transaction and k.verdict = 'KNOWN' and t.taken_at > s.taken_at)
order by l.tenant_id, s.channel, l.transaction, l.verdict = 'OTHER_AMOUNT' desc,
    case when l.verdict = 'OTHER_AMOUNT' then s.taken_at end desc, s.taken_at;
insert into statement_difference_event (tenant_id, difference, version, kind, at, who_name, said)
select tenant_id, id, 1, 'FOUND', found_at, '', '' from statement_difference;
alter table statement force row level security;
alter table statement_line force row level security;
call motcua_protect('statement_difference');
call motcua_protect('statement_difference_event');
call motcua_append_only('statement_difference_event');

-- Money that is recorded and did not come stands on an account of its own.
alter table ledger_entry drop constraint of_a_dossier;
alter table ledger_entry drop constraint ledger_entry_occasion_check;
alter table ledger_entry add constraint ledger_entry_occasion_check check (occasion in (
    'COLLECTED', 'MISPLACED', 'GIVEN_UP', 'PAID_BACK', 'UNIDENTIFIED', 'IDENTIFIED', 'TO_GIVE_BACK', 'GIVEN_BACK', 'OTHER_INCOME', 'SHORT',
    'MADE_UP'));
alter table ledger_entry add constraint of_a_dossier
    check ((dossier is not null) = (occasion in ('COLLECTED', 'MISPLACED', 'GIVEN_UP', 'PAID_BACK')));
alter table ledger_entry drop constraint ledger_entry_debit_check;
alter table ledger_entry add constraint ledger_entry_debit_check check (debit in (
    'CASH', 'CARD', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK', 'UNIDENTIFIED', 'OTHER_INCOME', 'SHORTAGE'));
alter table ledger_entry drop constraint ledger_entry_credit_check;
alter table ledger_entry add constraint ledger_entry_credit_check check (credit in (
    'CASH', 'CARD', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK', 'UNIDENTIFIED', 'OTHER_INCOME', 'SHORTAGE'));
