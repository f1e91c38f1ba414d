-- Units that were asked about a dossier (lấy ý kiến): each with its own deadline, what its silence means, and its answer. What
-- was asked and answered is never changed; the question ends when it is withdrawn.
create table consultation (
    tenant_id     int         not null,
    id            uuid        not null,
    dossier       uuid        not null,
    step          text        not null,
    procedure     text        not null,
    number        text        not null,
    asking_unit   uuid        not null,
    asked_by      uuid        not null,
    asked_by_name text        not null,
    asked_at      timestamptz not null,
    question      text        not null check (question <> ''),
    papers        uuid[]      not null,
    primary key (tenant_id, id)
);
create index consultation_of_dossier on consultation (tenant_id, dossier, asked_at);
call motcua_protect('consultation');

create table consulted_unit (
    tenant_id     int         not null,
    consultation  uuid        not null,
    dossier       uuid        not null,
    unit          uuid        not null,
    due_at        timestamptz not null,
    silence       text        not null check (silence in ('AGREES', 'REMINDS', 'STOPS')),
    state         text        not null check (state in ('OPEN', 'ANSWERED', 'SILENT', 'WITHDRAWN')),
    settled_at    timestamptz,
    settled_by    uuid,
    settled_name  text        not null,
    stance        text check (stance in ('AGREE', 'AGREE_IF', 'DISAGREE')),
    answer        text        not null,
    file          text check (file ~ '^[0-9a-f]{64}$'),
    file_name     text        not null,
    reminded_at   timestamptz,
    primary key (tenant_id, consultation, unit),
    foreign key (tenant_id, consultation) references consultation (tenant_id, id) on delete cascade,
    constraint an_answer_has_a_stance check ((state = 'ANSWERED') = (stance is not null)),
    constraint settled_at_a_moment check ((state = 'OPEN') = (settled_at is null))
);
create index consulted_unit_open on consulted_unit (tenant_id, unit, due_at) where state = 'OPEN';
create index consulted_unit_due on consulted_unit (tenant_id, due_at) where state = 'OPEN';
create index consulted_unit_of_dossier on consulted_unit (tenant_id, dossier);
call motcua_protect('consulted_unit');
