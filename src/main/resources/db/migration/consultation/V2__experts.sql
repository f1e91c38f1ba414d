-- Questions to experts outside (lấy ý kiến chuyên gia), who have no account: whoever has the link answers once. Of the link only
-- the hash of its secret is kept.
create table expert_question (
    tenant_id     int         not null,
    id            uuid        not null,
    dossier       uuid        not null,
    step          text        not null,
    asking_unit   uuid        not null,
    asked_by      uuid        not null,
    asked_by_name text        not null,
    asked_at      timestamptz not null,
    expert        text        not null check (expert <> ''),
    email         text        not null check (email <> ''),
    question      text        not null check (question <> ''),
    papers        uuid[]      not null,
    until_day     date        not null,
    secret_hash   bytea       not null check (octet_length(secret_hash) = 32),
    state         text        not null check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
    settled_at    timestamptz,
    answer        text        not null,
    file          text check (file ~ '^[0-9a-f]{64}$'),
    file_name     text        not null,
    primary key (tenant_id, id),
    unique (tenant_id, secret_hash),
    constraint settled_with_words check ((state = 'OPEN') = (settled_at is null) and (state = 'OPEN') = (answer = ''))
);
create index expert_question_of_dossier on expert_question (tenant_id, dossier, asked_at);
call motcua_protect('expert_question');
