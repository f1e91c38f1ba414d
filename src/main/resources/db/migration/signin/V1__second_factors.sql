-- The second factor of a local account, beside its password: the secret of an authenticator application, encrypted with
-- a key that is not in the database, and codes on paper for the day when the telephone is lost. Accounts are of the
-- module identity: an id, no foreign key.
create table second_factor (
    tenant_id    int         not null,
    account      uuid        not null,
    secret       bytea       not null,
    confirmed_at timestamptz not null,
    -- The last half minute whose code was used: no code is good twice
    last_step    bigint      not null,
    primary key (tenant_id, account)
);
call motcua_protect('second_factor');

create table recovery_code (
    tenant_id int   not null,
    account   uuid  not null,
    hash      bytea not null,
    used_at   timestamptz,
    primary key (tenant_id, account, hash)
);
call motcua_protect('recovery_code');
