-- Whether somebody lets forms be filled in from a register, for which purpose, since when; the last word counts, the earlier ones
-- stay. Who has said nothing has forms filled in, told before with which fields.
create table prefill_choice (
    tenant_id int         not null check (tenant_id = 0),
    account   uuid        not null,
    id        uuid        not null,
    register  text        not null,
    purpose   text        not null,
    allowed   boolean     not null,
    at        timestamptz not null,
    primary key (tenant_id, account, id)
);
call motcua_protect('prefill_choice');
call motcua_append_only('prefill_choice');
