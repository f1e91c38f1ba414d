-- What officers noted about a dossier, and what was done to it with others, goes when the dossier goes.
create function motcua_destroy_notes() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    delete from dossier_note n where n.tenant_id = new.tenant_id and n.dossier = new.dossier;
    delete from dossier_tag t where t.tenant_id = new.tenant_id and t.dossier = new.dossier;
    delete from dossier_presence p where p.tenant_id = new.tenant_id and p.dossier = new.dossier;
    delete from batch_item i where i.tenant_id = new.tenant_id and i.dossier = new.dossier;
    delete from consultation c where c.tenant_id = new.tenant_id and c.dossier = new.dossier;
    return new;
end $$;

create trigger notes_go_with_the_dossier after update of destroyed_at on dossier_retention
    for each row when (old.destroyed_at is null and new.destroyed_at is not null)
    execute function motcua_destroy_notes();
