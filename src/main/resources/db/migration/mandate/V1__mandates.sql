-- The tables of who acts for whom. People and their mandates are national (tenant 0); a mandate is seen by the two whose it
-- is, by whoever has the code of an open question, and by the agency that was asked to check its document, and by nobody
-- else: the account counts, not the tenant, because what is done by a mandate happens in the tenant that settles it.
create function motcua_consent() returns text
    language sql stable parallel safe
    return nullif(current_setting('motcua.consent', true), '');

create table mandate (
    tenant_id           int         not null check (tenant_id = 0),
    id                  uuid        not null,
    kind                text        not null check (kind in ('PARENT', 'GUARDIAN', 'BY_DOCUMENT', 'HELPER', 'CHOSEN')),
    representative      uuid        not null,
    representative_name text        not null,
    body                text        not null,
    principal_account   uuid,
    principal_person    uuid,
    principal_name      text,
    errands             text[]      not null check (cardinality(errands) > 0),
    sectors             text[]      not null,
    procedures          text[]      not null,
    from_day            date        not null,
    until_day           date        not null,
    state               text        not null check (state in ('ASKED', 'GIVEN', 'REFUSED', 'REVOKED')),
    -- While it waits for an answer; then forgotten.
    code                text        check (code ~ '^[2-9A-HJ-NP-Z]{10}$'),
    asked_at            timestamptz not null,
    expires_at          timestamptz not null,
    answered_at         timestamptz,
    ended_at            timestamptz,
    reason              text        not null,
    -- Where a document proves it: whom it names as the asker wrote it down, and where an officer checks it.
    claimed_number      text,
    claimed_name        text,
    claimed_born        date,
    checked_in          int         check (checked_in > 0),
    check_unit          uuid,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    constraint days_in_order check (until_day >= from_day),
    constraint a_principal_is_whole check (num_nonnulls(principal_account, principal_person, principal_name) in (0, 3)),
    constraint a_document_is_checked_somewhere check (
        num_nonnulls(claimed_number, claimed_name, claimed_born, checked_in, check_unit)
            = case when kind in ('HELPER', 'CHOSEN') then 0 else 5 end),
    constraint only_an_open_question_has_a_code check (code is null or state = 'ASKED'),
    constraint nobody_acts_for_themselves check (principal_account <> representative),
    constraint state_has_its_facts check (
        case state
            when 'ASKED' then answered_at is null and ended_at is null
            when 'GIVEN' then answered_at is not null and ended_at is null and principal_account is not null
            when 'REFUSED' then answered_at is not null and ended_at is null
            when 'REVOKED' then num_nonnulls(answered_at, ended_at, principal_account) = 3
        end)
);
create index mandate_by_representative on mandate (representative, until_day);
create index mandate_by_principal on mandate (principal_account, until_day);
create index mandate_to_check on mandate (checked_in, asked_at) where state = 'ASKED';
alter table mandate enable row level security;
alter table mandate force row level security;
create policy theirs on mandate for select using (representative = motcua_account() or principal_account = motcua_account());
create policy of_an_open_question on mandate for select using (code = motcua_consent());
create policy to_be_checked on mandate for select using (checked_in > 0 and checked_in = motcua_tenant());
create policy ask on mandate for insert with check (representative = motcua_account());
create policy change on mandate for update
    using (representative = motcua_account() or principal_account = motcua_account() or code = motcua_consent()
        or (checked_in > 0 and checked_in = motcua_tenant()));

-- All that happened with it: asked, given, refused, revoked, and what was done by it.
create table mandate_event (
    tenant_id  int         not null check (tenant_id = 0),
    mandate    uuid        not null,
    id         uuid        not null,
    at         timestamptz not null,
    actor      uuid        not null,
    actor_name text        not null,
    kind       text        not null,
    about      text        not null,
    primary key (tenant_id, mandate, id),
    foreign key (tenant_id, mandate) references mandate (tenant_id, id)
);
alter table mandate_event enable row level security;
alter table mandate_event force row level security;
create policy with_the_mandate on mandate_event
    using (exists (select 1 from mandate m where m.tenant_id = 0 and m.id = mandate_event.mandate))
    with check (actor = motcua_account()
        or exists (select 1 from mandate m where m.tenant_id = 0 and m.id = mandate_event.mandate));
call motcua_append_only('mandate_event');

-- The documents that prove one; the bytes lie in the file store.
create table mandate_paper (
    tenant_id int         not null check (tenant_id = 0),
    mandate   uuid        not null,
    id        uuid        not null,
    name      text        not null,
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    size      bigint      not null,
    added_at  timestamptz not null,
    primary key (tenant_id, mandate, id),
    foreign key (tenant_id, mandate) references mandate (tenant_id, id)
);
create index mandate_paper_by_file on mandate_paper (tenant_id, file);
alter table mandate_paper enable row level security;
alter table mandate_paper force row level security;
create policy with_the_mandate on mandate_paper
    using (exists (select 1 from mandate m where m.tenant_id = 0 and m.id = mandate_paper.mandate));
create policy sweep on mandate_paper for select using (motcua_sweeping() = 'files');
call motcua_append_only('mandate_paper');

-- Whom an agency has named as a trusted helper.
create table helper (
    tenant_id int  not null,
    id        uuid not null,
    account   uuid not null,
    name      text not null,
    body      text not null,
    unit      uuid not null,
    from_day  date not null,
    until_day date not null,
    ended_at  timestamptz,
    primary key (tenant_id, id),
    constraint days_in_order check (until_day >= from_day)
);
create index helper_by_account on helper (account);
call motcua_protect('helper');
create policy themselves on helper for select using (account = motcua_account());
