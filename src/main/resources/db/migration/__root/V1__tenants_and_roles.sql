-- Who may touch what, before the first table exists. Three roles:
--   motcua_owner   owns every table, runs migrations, is itself bound by row-level security (force);
--   motcua_app     the running program: reads and writes rows of one tenant at a time, never changes or deletes history;
--   motcua_auditor reads.
-- Roles and database are made by the launcher for the built-in server, and by deploy/roles.sql elsewhere.

-- Extensions need a superuser; the launcher and deploy/roles.sql create them too.
create extension if not exists pg_trgm;

-- The tenant and the account of the current transaction; null outside of one, so nothing is seen.
create function motcua_tenant() returns int
    language sql stable parallel safe
    return nullif(current_setting('motcua.tenant', true), '')::int;

create function motcua_account() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('motcua.account', true), '')::uuid;

-- Binds a table to its tenant: rows of another tenant do not exist for a reader and cannot be written.
create procedure motcua_protect(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy own_tenant on %s using (tenant_id = motcua_tenant())', protected);
end $$;

-- The same, but what is national (tenant 0) can be read by everyone.
create procedure motcua_protect_national(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy read_national on %s for select using (tenant_id in (0, motcua_tenant()))', protected);
    execute format('create policy write_own on %s for insert with check (tenant_id = motcua_tenant())', protected);
    execute format('create policy change_own on %s for update using (tenant_id = motcua_tenant())', protected);
    execute format('create policy delete_own on %s for delete using (tenant_id = motcua_tenant())', protected);
end $$;

-- History is added to and never changed.
create procedure motcua_append_only(protected regclass)
    language plpgsql as $$
begin
    execute format('revoke update, delete, truncate on %s from motcua_app', protected);
end $$;

alter default privileges grant select, insert, update, delete on tables to motcua_app;
alter default privileges grant usage, select on sequences to motcua_app;
alter default privileges grant select on tables to motcua_auditor;
