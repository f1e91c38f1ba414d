-- A code with which somebody sets a new password once: given by an administrator, good for a day. Only its digest is kept.
create table password_reset (
    tenant_id  int         not null,
    account    uuid        not null,
    hash       bytea       not null,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant_id, account),
    foreign key (tenant_id, account) references account (tenant_id, id)
);
call motcua_protect('password_reset');
