-- What somebody wants to know of a line of the log that is about them: why was this looked at? It lies with the unit of
-- whoever looked, until its leader has answered.
create table access_question (
    tenant_id   int         not null,
    id          uuid        not null,
    line        uuid        not null,
    unit        uuid        not null,
    asker       uuid        not null,
    asker_name  text        not null,
    actor_name  text        not null,
    looked_at   timestamptz not null,
    asked_at    timestamptz not null,
    question    text        not null check (question <> ''),
    answer      text        check (answer <> ''),
    answered_at timestamptz,
    answered_by text,
    primary key (tenant_id, id),
    unique (tenant_id, asker, line),
    constraint an_answer_is_whole check (num_nonnulls(answer, answered_at, answered_by) in (0, 3))
);
create index access_question_by_unit on access_question (tenant_id, unit, asked_at) where answer is null;
call motcua_protect('access_question');
