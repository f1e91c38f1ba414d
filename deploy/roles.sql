-- Makes the database and the three roles of Motcua on a PostgreSQL 18 of your own. Run once, as a superuser:
--
--   psql -v ON_ERROR_STOP=1 -v owner_password=… -v app_password=… -v auditor_password=… -f deploy/roles.sql
--
-- Running it again changes only the passwords. The program does the same for its own server (DatabaseRoles).

select format('create role %I', name)
from unnest(array['motcua_owner', 'motcua_app', 'motcua_auditor']) name
where not exists (select 1 from pg_roles where rolname = name)
\gexec

alter role motcua_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
alter role motcua_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
alter role motcua_auditor login nosuperuser nocreatedb nocreaterole nobypassrls password :'auditor_password';

select 'create database motcua owner motcua_owner template template0 encoding ''UTF8'''
       ' locale_provider icu icu_locale ''vi'' locale ''C.UTF-8'''
where not exists (select 1 from pg_database where datname = 'motcua')
\gexec

\connect motcua

create extension if not exists pg_trgm;
alter schema public owner to motcua_owner;
revoke all on database motcua from public;
grant connect on database motcua to motcua_app, motcua_auditor;
grant usage on schema public to motcua_app, motcua_auditor;
