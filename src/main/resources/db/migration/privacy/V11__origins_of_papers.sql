-- When a dossier is destroyed, from which certificates its papers came is no longer told; how many came which way still counts.
create function motcua_destroy_origins() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    update paper_origin p set held = '{}' where p.tenant_id = new.tenant_id and p.dossier = new.dossier and p.held is not null;
    return null;
end $$;
revoke all on function motcua_destroy_origins() from public;
create trigger destroy_origins after update of destroyed_at on dossier_retention
    for each row when (old.destroyed_at is null and new.destroyed_at is not null) execute function motcua_destroy_origins();
