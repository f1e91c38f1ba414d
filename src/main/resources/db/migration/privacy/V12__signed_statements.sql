-- When a dossier is destroyed, the signed statements about its scans go with it, and their pages with the files.
create function motcua_destroy_statements() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    new.files = new.files || array(
        select s.page from signed_statement s where s.tenant_id = new.tenant_id and s.dossier = new.dossier);
    delete from signed_statement s where s.tenant_id = new.tenant_id and s.dossier = new.dossier;
    delete from statement_due s where s.tenant_id = new.tenant_id and s.dossier = new.dossier;
    delete from counter_scan c where c.tenant_id = new.tenant_id and c.dossier = new.dossier;
    return new;
end $$;
revoke all on function motcua_destroy_statements() from public;
create trigger destroy_statements before update of destroyed_at on dossier_retention
    for each row when (old.destroyed_at is null and new.destroyed_at is not null) execute function motcua_destroy_statements();
