-- What was declared for parts that never opened goes with the dossier with which the linked filing began.
create function motcua_destroy_linked() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    update linked_branch b set papers = '[]'
    where b.tenant_id = new.tenant_id and b.filing in (
        select l.filing from linked_branch l where l.tenant_id = new.tenant_id and l.holder = new.tenant_id and l.dossier = new.dossier);
    update linked_filing f set answers = '{}'
    where f.tenant_id = new.tenant_id and f.filing in (
        select l.filing from linked_branch l where l.tenant_id = new.tenant_id and l.holder = new.tenant_id and l.dossier = new.dossier);
    return null;
end $$;
create trigger destroy_linked after update of destroyed_at on dossier_retention
    for each row when (old.destroyed_at is null and new.destroyed_at is not null) execute function motcua_destroy_linked();
