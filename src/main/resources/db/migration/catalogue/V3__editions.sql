-- Procedures as reviewed text: each edition goes from a draft through a second person's review to its day in force and its
-- end. What was published is a procedure_revision, as before; dossiers keep theirs.
alter table procedure_revision drop constraint procedure_revision_origin_check;
alter table procedure_revision add constraint procedure_revision_origin_check
    check (origin in ('PROGRAM', 'IMPORT', 'AUTHOR', 'LAYER'));

-- None is in force once the procedure is abolished.
alter table procedure alter column current_revision drop not null;

create table edition (
    tenant_id    int         not null,
    code         text        not null check (code <> ''),
    -- counts the editions of the procedure
    no           int         not null check (no > 0),
    version      int         not null check (version > 0),
    -- national code of the agency that publishes it, and the name as its package says it
    agency       text        not null,
    name         text        not null,
    -- the revision from which it was begun
    base         uuid,
    -- the package while it is written; once published it is that of its revision
    files        jsonb,
    revision     uuid,
    authors      uuid[]      not null,
    phase        text        not null,
    sent_back    text,
    -- decision, lead times, days and who approved
    approval     jsonb,
    publish_on   date,
    published_at timestamptz,
    ended_at     timestamptz,
    abolition    jsonb,
    abolish_on   date,
    changed_at   timestamptz not null,
    primary key (tenant_id, code, no),
    foreign key (tenant_id, revision) references procedure_revision (tenant_id, id),
    constraint content_in_one_place check (num_nonnulls(files, revision) = 1),
    constraint day_with_its_decision check (
        (approval is null) = (publish_on is null) and (abolition is null) = (abolish_on is null)),
    -- The same rule that the sealed type Phase states in Java.
    constraint phase_has_its_facts check (
        case phase
            when 'DRAFT' then num_nonnulls(revision, approval, published_at, ended_at, abolition) = 0
            when 'IN_REVIEW' then num_nonnulls(revision, approval, published_at, ended_at, abolition, sent_back) = 0
            when 'APPROVED' then approval is not null
                and num_nonnulls(revision, published_at, ended_at, abolition, sent_back) = 0
            when 'PUBLISHED' then num_nonnulls(revision, published_at) = 2 and num_nonnulls(ended_at, sent_back) = 0
            when 'REPLACED' then num_nonnulls(revision, published_at, ended_at) = 3
                and num_nonnulls(abolition, sent_back) = 0
            when 'ABOLISHED' then num_nonnulls(revision, published_at, ended_at, abolition) = 4 and sent_back is null
            else false
        end)
);
create index edition_of_agency on edition (tenant_id, agency, phase, changed_at desc);
create index edition_to_publish on edition (tenant_id, publish_on) where phase = 'APPROVED';
create index edition_to_abolish on edition (tenant_id, abolish_on) where phase = 'PUBLISHED';
-- The layers of provinces are kept under <code>@<province>.
create index edition_layer_in_force on edition (tenant_id, split_part(code, '@', 1))
    where phase = 'PUBLISHED' and code like '%@%';
create index procedure_layer on procedure (tenant_id, code) where code like '%@%';
call motcua_protect('edition');

create table edition_event (
    tenant_id  int         not null,
    -- the command, so that a form sent twice is one act
    id         uuid        not null,
    code       text        not null,
    no         int         not null,
    version    int         not null,
    act        text        not null,
    at         timestamptz not null,
    -- nobody where the program did it on its day
    by_account uuid,
    by_name    text,
    said       text        not null,
    primary key (tenant_id, id),
    unique (tenant_id, code, no, version),
    foreign key (tenant_id, code, no) references edition (tenant_id, code, no)
);
create index edition_event_in_force on edition_event (tenant_id, at)
    where act in ('APPROVED', 'MOVED', 'PUBLISHED', 'RENEWED', 'ABOLISHED');
call motcua_protect('edition_event');
call motcua_append_only('edition_event');

-- Asked at each start and whenever something comes into force.
create index procedure_ended on procedure (tenant_id) where current_revision is null;
