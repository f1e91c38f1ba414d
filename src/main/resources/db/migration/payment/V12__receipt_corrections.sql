-- A receipt that says something wrong (TT 91/2026/TT-BTC Điều 20): who found it, what it should say, and what a second person said to that.
create table receipt_correction (
    tenant_id     int         not null,
    id            uuid        not null,
    dossier       uuid        not null,
    unit          uuid        not null,
    -- 1, 2, 3 … within the dossier.
    no            int         not null check (no > 0),
    symbol        text        not null,
    year          int         not null,
    receipt_no    int         not null,
    -- By a notice, and the receipt holds; or by another receipt in its place.
    way           text        not null check (way in ('NOTICE', 'REPLACE')),
    said          jsonb       not null,
    sheet         jsonb       not null,
    lines         jsonb       not null,
    reason        text        not null check (reason <> ''),
    state         text        not null check (state in ('PROPOSED', 'REFUSED', 'DONE')),
    version       int         not null check (version > 0),
    proposer      uuid        not null,
    proposer_name text        not null,
    proposed_at   timestamptz not null,
    decider       uuid,
    decider_name  text        not null default '',
    decided_at    timestamptz,
    answer        text        not null default '',
    -- Up to which version the payer was told.
    told          int         not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, dossier, no),
    foreign key (tenant_id, symbol, year, receipt_no) references receipt (tenant_id, symbol, year, no),
    constraint two_people check (decider is null or decider <> proposer),
    constraint decided check ((state = 'PROPOSED') = (decider is null) and (decider is null) = (decided_at is null))
);
create unique index receipt_correction_open on receipt_correction (tenant_id, symbol, year, receipt_no) where state = 'PROPOSED';
create index receipt_correction_of_receipt on receipt_correction (tenant_id, symbol, year, receipt_no, no) where state = 'DONE';
create index receipt_correction_by_unit on receipt_correction (tenant_id, unit, proposed_at);
create index receipt_correction_by_day on receipt_correction (tenant_id, decided_at) where state = 'DONE' and way = 'NOTICE';
create index receipt_correction_untold on receipt_correction (tenant_id, proposed_at) where told < version;
call motcua_protect('receipt_correction');

-- A receipt is replaced by a refund or by a correction.
alter table receipt add column correction uuid;
alter table receipt drop constraint of_another;
alter table receipt add constraint of_another check (
    num_nonnulls(of_symbol, of_year, of_no) = case kind when 'ORIGINAL' then 0 else 3 end
    and num_nonnulls(refund, correction) = case kind when 'ORIGINAL' then 0 else 1 end
    and (correction is null or kind = 'REPLACEMENT'));
alter table receipt add foreign key (tenant_id, correction) references receipt_correction (tenant_id, id);
create unique index receipt_by_correction on receipt (tenant_id, correction) where correction is not null;
alter table receipt_cancellation add column correction uuid;
alter table receipt_cancellation alter refund drop not null;
alter table receipt_cancellation add constraint by_one check (num_nonnulls(refund, correction) = 1);
alter table receipt_cancellation add foreign key (tenant_id, correction) references receipt_correction (tenant_id, id);
