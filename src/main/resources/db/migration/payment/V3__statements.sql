-- A statement of an account or of the gateway, as somebody took it in: what it says is held against what is known. The words of transfers
-- stay in the file: here are numbers alone.
create table statement (
    tenant_id  int         not null,
    id         uuid        not null,
    unit       uuid        not null,
    channel    text        not null check (channel in ('VIETQR', 'GATEWAY')),
    digest     text        not null,
    taken_by   uuid        not null,
    taken_at   timestamptz not null,
    primary key (tenant_id, id)
);
create index statement_by_unit on statement (tenant_id, unit, taken_at);
call motcua_protect('statement');
call motcua_append_only('statement');

create table statement_line (
    tenant_id     int         not null,
    statement     uuid        not null,
    no            int         not null check (no > 0),
    at            timestamptz not null,
    amount        bigint      not null check (amount > 0),
    transaction   text        not null,
    -- What was found: known already, put right by this line, known with another amount, of no order, or not on the statement.
    verdict       text        not null check (verdict in ('KNOWN', 'PAID', 'STRAYED', 'OTHER_AMOUNT', 'NO_ORDER', 'MISSING')),
    payment_order uuid,
    known         bigint,
    primary key (tenant_id, statement, no),
    foreign key (tenant_id, statement) references statement (tenant_id, id)
);
call motcua_protect('statement_line');
call motcua_append_only('statement_line');
