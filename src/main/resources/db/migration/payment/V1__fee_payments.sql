-- Money taken for a dossier. A payment is a fact: what was taken wrongly is one day paid back, never erased.
create table fee_payment (
    tenant_id  int         not null,
    dossier    uuid        not null,
    -- 1, 2, 3 … within the dossier: of two officers who take the same fee at once, one gets the number.
    no         int         not null check (no > 0),
    command    uuid        not null,
    amount     bigint      not null check (amount > 0),
    lines      jsonb       not null,
    means      text        not null check (means in ('CASH')),
    taken_at   timestamptz not null,
    taken_by   uuid        not null,
    taker_name text        not null,
    position   uuid        not null,
    primary key (tenant_id, dossier, no),
    unique (tenant_id, command)
);
call motcua_protect('fee_payment');
call motcua_append_only('fee_payment');
