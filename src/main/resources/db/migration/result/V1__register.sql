-- The register of results: one row for each paper that carries a decision, from when it was drawn up to when it was replaced or
-- revoked. What waits to be signed goes on from its row after a stop: whoever has it in hand leases it by next_try_at, and
-- signing_at stays what it was the first time, so that signing again signs the same.
create table result (
    tenant_id       int         not null,
    id              uuid        not null,
    -- Of the clerk or leader who made it: posted twice it is registered once.
    command         uuid        not null,
    code            text        not null,
    dossier         uuid        not null,
    -- At which step of the route it is issued; empty for one that replaces another.
    step            text        not null,
    number          text        not null,
    procedure       text        not null,
    -- The published revision whose template it was made from.
    revision        uuid        not null,
    issuer          uuid        not null,
    issuer_name     text        not null,
    leader          uuid        not null,
    leader_name     text        not null,
    leader_position text        not null,
    clerk           uuid        not null,
    cautions        text[]      not null,
    draft           text        not null,
    file            text,
    state           text        not null check (state in ('DRAFTED', 'SIGNED', 'ISSUED', 'REPLACED', 'REVOKED')),
    drafted_at      timestamptz not null,
    -- When the leader gave the word to sign it, and by which confirmation of many.
    ordered_at      timestamptz,
    ordered_by      uuid,
    signing_at      timestamptz,
    signed_at       timestamptz,
    issued_at       timestamptz,
    ended_at        timestamptz,
    replaced_by     uuid,
    reason          text        not null,
    attempts        int         not null default 0,
    next_try_at     timestamptz not null default '-infinity',
    last_error      text        not null default '',
    primary key (tenant_id, id),
    unique (tenant_id, command),
    unique (tenant_id, code),
    constraint nothing_is_signed_without_its_file check ((signed_at is null) or (file is not null)),
    constraint what_is_out_has_a_file check (state not in ('SIGNED', 'ISSUED', 'REPLACED') or file is not null)
);
create unique index result_open on result (tenant_id, dossier) where state in ('DRAFTED', 'SIGNED');
create index result_to_sign on result (tenant_id, leader, drafted_at) where state = 'DRAFTED';
create index result_going on result (tenant_id, next_try_at) where state in ('DRAFTED', 'SIGNED') and ordered_at is not null;
create index result_ordered on result (tenant_id, ordered_by, drafted_at) where ordered_by is not null;
create index result_of_dossier on result (tenant_id, dossier);
create index result_by_file on result (tenant_id, file);
call motcua_protect('result');

-- A leader who wants to give the word for each paper, not with each decision.
create table signing_habit (
    tenant_id  int         not null,
    leader     uuid        not null,
    confirms   boolean     not null,
    changed_at timestamptz not null,
    primary key (tenant_id, leader)
);
call motcua_protect('signing_habit');

-- National: in whose register a result is, by the digest of its code and by that of its signed file.
create table result_directory (
    tenant_id int   not null check (tenant_id = 0),
    digest    bytea not null,
    holder    int   not null,
    result    uuid  not null,
    primary key (tenant_id, digest)
);
call motcua_protect_dossier_directory('result_directory');
call motcua_append_only('result_directory');
