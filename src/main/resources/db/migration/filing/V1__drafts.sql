-- What is not yet filed belongs to an account and to nobody else: not even to the rest of its tenant. A draft is written
-- in the account's own tenant; filing deletes it while the transaction works in the tenant that will settle it, so
-- reading and deleting ask for the account only.
create procedure motcua_protect_drafts(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy read_own on %s for select using (owner = motcua_account())', protected);
    execute format('create policy write_own on %s for insert with check (owner = motcua_account() and tenant_id = motcua_tenant())', protected);
    execute format('create policy change_own on %s for update using (owner = motcua_account())', protected);
    execute format('create policy delete_own on %s for delete using (owner = motcua_account())', protected);
end $$;

-- One unfinished filing (bản nháp).
create table draft (
    tenant_id  int         not null,
    id         uuid        not null,
    owner      uuid        not null,
    procedure  text        not null,
    revision   uuid        not null,
    channel    text        not null check (channel in ('ONLINE', 'POSTAL', 'DIRECT')),
    walk_in    jsonb,
    answers    jsonb       not null,
    province   text        not null,
    ward       text        not null,
    unit       uuid,
    receive_by text check (receive_by in ('DIGITAL', 'COUNTER', 'POST')),
    receive_at text        not null,
    started_at timestamptz not null,
    saved_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint only_a_counter_has_walk_ins check (walk_in is null or channel = 'DIRECT')
);
create index draft_by_owner on draft (tenant_id, owner, saved_at);
call motcua_protect_drafts('draft');

-- A file for one of the required documents; the bytes lie in the file store.
create table draft_paper (
    tenant_id int         not null,
    draft     uuid        not null,
    id        uuid        not null,
    owner     uuid        not null,
    document  text        not null,
    name      text        not null,
    file      text        not null check (file ~ '^[0-9a-f]{64}$'),
    size      bigint      not null,
    added_at  timestamptz not null,
    primary key (tenant_id, draft, id),
    foreign key (tenant_id, draft) references draft (tenant_id, id) on delete cascade
);
call motcua_protect_drafts('draft_paper');

-- At the counter: what the officer has seen of a required document.
create table draft_shown (
    tenant_id int  not null,
    draft     uuid not null,
    document  text not null,
    owner     uuid not null,
    originals int  not null check (originals between 0 and 99),
    copies    int  not null check (copies between 0 and 99),
    primary key (tenant_id, draft, document),
    foreign key (tenant_id, draft) references draft (tenant_id, id) on delete cascade
);
call motcua_protect_drafts('draft_shown');

-- What became of a draft: a second click and a late "back" find their way to the confirmation. Lies in the tenant that
-- settles.
create table filed_draft (
    tenant_id     int         not null,
    draft         uuid        not null,
    owner         uuid        not null,
    tracking_code text        not null,
    dossier       uuid        not null,
    procedure     text        not null,
    revision      uuid        not null,
    unit          uuid        not null,
    receive_by    text        not null check (receive_by in ('DIGITAL', 'COUNTER', 'POST')),
    filed_at      timestamptz not null,
    primary key (tenant_id, draft),
    unique (tenant_id, tracking_code)
);
call motcua_protect_drafts('filed_draft');
call motcua_append_only('filed_draft');
