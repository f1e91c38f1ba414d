-- The plan of a filing of linked procedures (liên thông), in the system where it came in: what was declared, as long as a
-- part still waits for it, and until when the whole is promised.
create table linked_filing (
    tenant_id      int         not null,
    filing         uuid        not null,
    group_revision uuid        not null,
    unit           uuid        not null,
    place          text        not null,
    answers        jsonb       not null,
    filed_at       timestamptz not null,
    promised_at    timestamptz,
    promise        jsonb,
    primary key (tenant_id, filing),
    constraint promise_is_whole check (num_nonnulls(promised_at, promise) in (0, 2))
);
call motcua_protect('linked_filing');

-- Its parts. What a part that is open has come to is a copy, as its own system last told; newer news replaces older.
create table linked_branch (
    tenant_id   int         not null,
    filing      uuid        not null,
    part        text        not null,
    place       int         not null,
    state       text        not null check (state in ('WAITING', 'OPENING', 'OPEN', 'NOT_OPENED', 'LEFT')),
    unit        uuid        not null,
    papers      jsonb       not null,
    because     text,
    holder      int,
    dossier     uuid,
    version     int         not null default 0,
    stage       text,
    since       timestamptz,
    number      text,
    received_at timestamptz,
    due_at      timestamptz,
    came        text        not null default 'NOTHING' check (came in ('NOTHING', 'RESULT', 'DENIAL')),
    primary key (tenant_id, filing, part),
    foreign key (tenant_id, filing) references linked_filing (tenant_id, filing),
    constraint an_open_part_is_a_dossier check ((state = 'OPEN') = (num_nonnulls(holder, dossier, stage, since) = 4)),
    constraint what_was_not_opened_says_why check ((state = 'NOT_OPENED') = (because is not null))
);
create index linked_branch_papers on linked_branch (tenant_id) where state in ('WAITING', 'OPENING');
call motcua_protect('linked_branch');
