-- That somebody asks to have data about them corrected. It lies with the one-stop that received the dossier in which the data
-- stands, until that has answered; asking and answer stay.
create table correction_request (
    tenant_id   int         not null,
    id          uuid        not null,
    dossier     uuid        not null,
    about       text        not null,
    unit        uuid        not null,
    asker       uuid        not null,
    asker_name  text        not null,
    wrong       text        not null check (wrong <> ''),
    should_be   text        not null check (should_be <> ''),
    asked_at    timestamptz not null,
    due_at      timestamptz not null,
    outcome     text        check (outcome in ('CORRECTED', 'REFUSED')),
    answer      text        check (answer <> ''),
    answered_at timestamptz,
    answered_by text,
    primary key (tenant_id, id),
    constraint an_answer_is_whole check (num_nonnulls(outcome, answer, answered_at, answered_by) in (0, 4))
);
create unique index correction_request_once on correction_request (tenant_id, asker, dossier, md5(wrong), md5(should_be))
    where answer is null;
create index correction_request_by_unit on correction_request (tenant_id, unit, due_at) where answer is null;
call motcua_protect('correction_request');
