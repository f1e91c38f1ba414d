-- The last number given out at a one-stop on a day; its row is what those who give out and call numbers wait for.
create table queue_day (
    tenant_id int  not null,
    unit      uuid not null,
    day       date not null,
    last_no   int  not null check (last_no >= 0),
    primary key (tenant_id, unit, day)
);
call motcua_protect('queue_day');

-- A number. Nothing in it says who holds it, nor why they go first.
create table queue_ticket (
    tenant_id   int         not null,
    unit        uuid        not null,
    day         date        not null,
    no          int         not null check (no > 0),
    errand      text        not null check (errand in ('FILE', 'COLLECT', 'ASK')),
    priority    boolean     not null,
    state       text        not null check (state in ('WAITING', 'CALLED', 'DONE', 'ABSENT', 'ENDED')),
    at_window   int         not null check (at_window between 0 and 99),
    only_window int         not null check (only_window between 0 and 99),
    calls       int         not null check (calls >= 0),
    -- SHA-256 of the code in the link that leads to it.
    code_hash   text        not null,
    command     uuid        not null,
    taken_at    timestamptz not null,
    called_at   timestamptz,
    ended_at    timestamptz,
    -- The officer who called it last.
    officer     uuid,
    primary key (tenant_id, unit, day, no),
    unique (tenant_id, code_hash),
    unique (tenant_id, command)
);
-- A window has one number at a time.
create unique index queue_ticket_at_window on queue_ticket (tenant_id, unit, day, at_window) where state = 'CALLED';
create index queue_ticket_open on queue_ticket (tenant_id, unit, day) where state in ('WAITING', 'CALLED');
call motcua_protect('queue_ticket');

-- Where an officer sits on a day.
create table queue_window (
    tenant_id    int    not null,
    unit         uuid   not null,
    day          date   not null,
    officer      uuid   not null,
    officer_name text   not null,
    no           int    not null check (no between 1 and 99),
    errands      text[] not null check (cardinality(errands) > 0),
    primary key (tenant_id, unit, day, officer),
    unique (tenant_id, unit, day, no)
);
call motcua_protect('queue_window');

-- A device that gives out numbers, known by the secret in its link.
create table queue_kiosk (
    tenant_id   int         not null,
    id          uuid        not null,
    unit        uuid        not null,
    name        text        not null check (name <> ''),
    secret_hash text        not null,
    made_at     timestamptz not null,
    made_by     text        not null,
    ended_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, secret_hash)
);
call motcua_protect('queue_kiosk');
