-- That two administrators took somebody's second factor away: told to its owner until they have set up another.
create table second_factor_reset (
    tenant_id int         not null,
    account   uuid        not null,
    at        timestamptz not null,
    primary key (tenant_id, account)
);
call motcua_protect('second_factor_reset');
