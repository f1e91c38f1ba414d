-- A statement comes by an officer's hand, from the folder, or from the gateway's answer: the last two nobody took in. What comes by itself has
-- an id that follows from what it says, and so is taken once, by however many copies of the program.
alter table statement alter column taken_by drop not null;
alter table statement add column origin text not null default 'HAND' check (origin in ('HAND', 'FOLDER', 'GATEWAY'));
alter table statement add constraint somebody_or_nobody check ((origin = 'HAND') = (taken_by is not null));

-- A file in the folder that could not be read, and why: for whoever leads the unit.
create table statement_refused (
    tenant_id  int         not null,
    id         uuid        not null,
    unit       uuid        not null,
    name       text        not null,
    digest     text        not null,
    -- The code of the refusal and what stands in its sentence.
    reason     text        not null,
    detail     text        not null,
    refused_at timestamptz not null,
    primary key (tenant_id, id)
);
create index statement_refused_by_unit on statement_refused (tenant_id, unit, refused_at);
call motcua_protect('statement_refused');
call motcua_append_only('statement_refused');

-- Whether a statement lists what it put right: one that was broken off lists it the next time.
create index statement_line_put_right on statement_line (tenant_id, transaction) where verdict in ('PAID', 'STRAYED');
