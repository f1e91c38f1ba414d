-- An administrator looks which due moments a changed calendar would move, and has them moved. Both go on after a stop where
-- they were: last is the dossier that was looked at last, and what waits is moved in the transaction that says so.
create table due_review (
    tenant_id int         not null,
    id        uuid        not null,
    account   uuid        not null,
    language  text        not null check (language in ('VI', 'EN')),
    state     text        not null check (state in ('LOOKING', 'LOOKED', 'MOVING', 'DONE', 'DROPPED')),
    reason    text        not null,
    begun_at  timestamptz not null,
    open      int         not null,
    looked    int         not null default 0,
    last      uuid,
    differ    int         not null default 0,
    moved     int         not null default 0,
    kept_out  int         not null default 0,
    primary key (tenant_id, id),
    constraint moved_for_a_reason check (state not in ('MOVING', 'DONE') or reason <> '')
);
create unique index due_review_at_work on due_review (tenant_id) where state in ('LOOKING', 'LOOKED', 'MOVING');
create index due_review_by_time on due_review (tenant_id, begun_at);
call motcua_protect('due_review');

create table due_review_item (
    tenant_id int         not null,
    review    uuid        not null,
    dossier   uuid        not null,
    version   int         not null,
    number    text        not null,
    procedure text        not null,
    before_at timestamptz not null,
    after_at  timestamptz not null,
    state     text        not null check (state in ('WAITING', 'MOVED', 'KEPT_OUT')),
    primary key (tenant_id, review, dossier),
    foreign key (tenant_id, review) references due_review (tenant_id, id) on delete cascade
);
create index due_review_item_by_state on due_review_item (tenant_id, review, state, before_at, dossier);
call motcua_protect('due_review_item');
