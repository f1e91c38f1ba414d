-- One thing done to many dossiers: what, in whose name, and each dossier with what became of it. It goes on after a stop
-- where it was: whatever waits is done once, in the transaction that says so.
create table batch (
    tenant_id    int         not null,
    id           uuid        not null,
    account      uuid        not null,
    act          text        not null check (act in ('CLAIM', 'RELEASE', 'COMPLETE', 'APPROVE', 'REASSIGN')),
    note         text        not null,
    from_officer uuid,
    from_name    text        not null,
    to_officer   uuid,
    to_name      text        not null,
    language     text        not null check (language in ('VI', 'EN')),
    created_at   timestamptz not null,
    finished_at  timestamptz,
    primary key (tenant_id, id),
    constraint work_comes_from_somebody check ((act = 'REASSIGN') = (from_officer is not null))
);
create index batch_unfinished on batch (tenant_id, created_at) where finished_at is null;
create index batch_by_account on batch (tenant_id, account, created_at);
call motcua_protect('batch');

create table batch_item (
    tenant_id int         not null,
    batch     uuid        not null,
    no        int         not null,
    dossier   uuid        not null,
    step      text        not null,
    version   int         not null,
    number    text        not null,
    procedure text        not null,
    step_name text        not null,
    state     text        not null check (state in ('WAITING', 'DONE', 'KEPT_OUT', 'REFUSED')),
    sentence  text        not null,
    done_at   timestamptz,
    primary key (tenant_id, batch, no),
    foreign key (tenant_id, batch) references batch (tenant_id, id) on delete cascade,
    constraint an_exception_says_why check ((state in ('KEPT_OUT', 'REFUSED')) = (sentence <> ''))
);
create index batch_item_waiting on batch_item (tenant_id, batch, no) where state = 'WAITING';
call motcua_protect('batch_item');
