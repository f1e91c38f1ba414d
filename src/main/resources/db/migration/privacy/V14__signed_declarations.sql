-- When a dossier is destroyed, the declaration that its applicant signed goes with it, and its file with the files.
create function motcua_destroy_declarations() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    new.files = new.files || array(
        select s.file from signed_declaration s where s.tenant_id = new.tenant_id and s.dossier = new.dossier);
    delete from signed_declaration s where s.tenant_id = new.tenant_id and s.dossier = new.dossier;
    return new;
end $$;
revoke all on function motcua_destroy_declarations() from public;
create trigger destroy_declarations before update of destroyed_at on dossier_retention
    for each row when (old.destroyed_at is null and new.destroyed_at is not null) execute function motcua_destroy_declarations();
