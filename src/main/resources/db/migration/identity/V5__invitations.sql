-- A code with which the first administrator of a new tenant makes themselves: given once, good for some days. Only its
-- digest is kept; a later one takes the place of an earlier one.
create table invitation (
    tenant_id  int         not null,
    hash       bytea       not null,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant_id)
);
call motcua_protect('invitation');
revoke delete on invitation from motcua_app;
