-- What a person sent at once: one confirmation, one tracking code. Who they are stands here and not on the dossier, so
-- that the row that changes with every step stays narrow.
create table filing (
    tenant_id        int         not null,
    id               uuid        not null,
    command          uuid        not null,
    tracking_code    text        not null check (tracking_code ~ '^[2-9A-HJ-NP-Z]{16}$'),
    channel          text        not null check (channel in ('ONLINE', 'POSTAL', 'DIRECT')),
    submitter        uuid,
    person           uuid,
    organisation     uuid,
    applicant_name   text        not null,
    applicant_folded text        not null,
    personal_number  text,
    phone            text        not null,
    email            text        not null,
    receive_by       text        not null check (receive_by in ('DIGITAL', 'COUNTER', 'POST')),
    receive_at       text        not null,
    filed_at         timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, command),
    unique (tenant_id, tracking_code)
);
create index filing_by_name on filing (tenant_id, applicant_folded);
create index filing_by_personal_number on filing (tenant_id, personal_number) where personal_number is not null;
call motcua_protect('filing');

-- Each name once: a search that forgives missing marks and word order reads these, not the filings of years.
create table applicant_name (
    tenant_id int  not null,
    folded    text not null,
    primary key (tenant_id, folded)
);
call motcua_protect('applicant_name');

-- The current state, one narrow row. Folding the events gives the same.
create table dossier (
    tenant_id       int         not null,
    id              uuid        not null,
    version         int         not null check (version > 0),
    filing          uuid        not null,
    revision        uuid        not null,
    procedure       text        not null,
    unit            uuid        not null,
    channel         text        not null check (channel in ('ONLINE', 'POSTAL', 'DIRECT')),
    filed_at        timestamptz not null,
    stage           text        not null,
    stage_since     timestamptz not null,
    number          text,
    received_at     timestamptz,
    received_by     uuid,
    due_at          timestamptz,
    due_rule        text,
    due_calendar    text,
    due_provisional boolean,
    supplement      jsonb,
    reason          text,
    outcome         text check (outcome in ('GRANTED', 'DENIED')),
    denial_reason   text,
    on_time         boolean,
    result_number   text,
    result_file     text check (result_file ~ '^[0-9a-f]{64}$'),
    handed_how      text check (handed_how in ('DIGITAL', 'COUNTER', 'POST')),
    handed_to       text,
    asked           text[]      not null,
    digest          bytea       not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, filing) references filing (tenant_id, id),
    -- The same that the sealed type Stage says in Java.
    constraint reception_is_whole check (
        num_nonnulls(number, received_at, received_by, due_at, due_rule, due_calendar, due_provisional) in (0, 7)),
    constraint result_is_whole check (num_nonnulls(result_number, result_file) in (0, 2)),
    constraint denial_has_its_reason check ((outcome is not distinct from 'DENIED') = (denial_reason is not null)),
    constraint stage_has_its_facts check (
        case stage
            when 'SUBMITTED' then
                num_nonnulls(number, supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
            when 'TURNED_AWAY' then
                reason <> '' and reason is not null
                and num_nonnulls(number, supplement, outcome, on_time, result_file, handed_how, handed_to) = 0
            when 'WITHDRAWN' then
                reason is not null
                and num_nonnulls(number, supplement, outcome, on_time, result_file, handed_how, handed_to) = 0
            when 'SUPPLEMENT_AT_INTAKE' then
                supplement is not null
                and num_nonnulls(number, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
            when 'RECEIVED' then
                number is not null
                and num_nonnulls(supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
            when 'IN_PROCESS' then
                number is not null
                and num_nonnulls(supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
            when 'SUPPLEMENT_IN_PROCESS' then
                num_nonnulls(number, supplement) = 2
                and num_nonnulls(reason, outcome, on_time, result_file, handed_how, handed_to) = 0
            when 'RESOLVED' then
                num_nonnulls(number, outcome, on_time) = 3
                and num_nonnulls(supplement, reason, handed_how, handed_to) = 0
            when 'HANDED_OVER' then
                num_nonnulls(number, outcome, on_time, handed_how, handed_to) = 5
                and num_nonnulls(supplement, reason) = 0
            else false
        end)
);
create index dossier_by_filing on dossier (tenant_id, filing);
call motcua_protect('dossier');

-- The history. The envelope is fixed: it may grow, it is never read differently.
create table dossier_event (
    tenant_id      int         not null,
    dossier        uuid        not null,
    version        int         not null,
    command        uuid        not null,
    ordinal        int         not null,
    actor          uuid        not null,
    actor_name     text        not null,
    position       uuid,
    role           text,
    acting_for     uuid,
    recorded_at    timestamptz not null,
    effective_at   timestamptz not null,
    kind           text        not null,
    schema_version int         not null,
    data           jsonb       not null,
    primary key (tenant_id, dossier, version),
    unique (tenant_id, command, ordinal),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
call motcua_protect('dossier_event');
call motcua_append_only('dossier_event');

-- Who has it: every visit to a step. What the inbox sorts and filters by lies beside the open ones, so that a page of
-- it is one range of one index: urgent_at is the due moment, before reception the moment of filing; lane says which clock
-- runs: none yet, the agency's, the applicant's, none any more.
create table route_token (
    tenant_id int         not null,
    dossier   uuid        not null,
    no        int         not null,
    node      text        not null,
    from_node text        not null,
    causes    int[]       not null,
    state     text        not null check (state in ('OPEN', 'WAITING', 'DONE', 'TAKEN_BACK', 'STOPPED', 'ENDED')),
    role      text,
    unit      uuid,
    officer   uuid,
    since     timestamptz,
    urgent_at timestamptz not null,
    lane      text        not null check (lane in ('INTAKE', 'RUNNING', 'WAITING', 'DECIDED')),
    primary key (tenant_id, dossier, no),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id),
    constraint an_open_step_lies_somewhere check (state <> 'OPEN' or num_nonnulls(role, unit, since) = 3),
    constraint a_finished_step_was_somebodys_work check (
        state <> 'DONE' or role is null or num_nonnulls(unit, officer) = 2)
);
create index route_token_inbox on route_token (tenant_id, unit, role, urgent_at, dossier, no) include (officer, lane)
    where state = 'OPEN';
create index route_token_by_unit on route_token (tenant_id, unit, dossier);
call motcua_protect('route_token');

-- How long it lay with the applicant; until_at is empty while it does.
create table dossier_wait (
    tenant_id int         not null,
    dossier   uuid        not null,
    from_at   timestamptz not null,
    stage     text        not null,
    until_at  timestamptz,
    primary key (tenant_id, dossier, from_at, stage),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id),
    constraint ends_after_it_begins check (until_at >= from_at)
);
call motcua_protect('dossier_wait');

-- Each computation of a due moment with its explanation; the last one holds.
create table due_computation (
    tenant_id   int         not null,
    dossier     uuid        not null,
    version     int         not null,
    computed_at timestamptz not null,
    due_at      timestamptz not null,
    rule        text        not null,
    calendar    text        not null,
    provisional boolean     not null,
    explanation jsonb       not null,
    primary key (tenant_id, dossier, version),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
call motcua_protect('due_computation');
call motcua_append_only('due_computation');

-- The answers of the form, as filed and after each supplement.
create table dossier_answers (
    tenant_id int   not null,
    dossier   uuid  not null,
    version   int   not null,
    answers   jsonb not null,
    primary key (tenant_id, dossier, version),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
call motcua_protect('dossier_answers');
call motcua_append_only('dossier_answers');

-- The papers that came with it; files lie in the file store under their content hash.
create table dossier_paper (
    tenant_id int         not null,
    dossier   uuid        not null,
    id        uuid        not null,
    document  text        not null,
    name      text        not null,
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    version   int         not null,
    added_at  timestamptz not null,
    primary key (tenant_id, dossier, id),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
call motcua_protect('dossier_paper');
call motcua_append_only('dossier_paper');

-- The last serial given by an agency in a period. Locked last in a transaction, so that a reception waits for another
-- one only while that commits.
create table number_counter (
    tenant_id int  not null,
    series    text not null,
    period    text not null,
    last      int  not null check (last > 0),
    primary key (tenant_id, series, period)
);
call motcua_protect('number_counter');
