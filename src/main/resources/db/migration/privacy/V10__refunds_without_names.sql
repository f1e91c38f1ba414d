-- Money stays in the books when a dossier goes; to which account it went and who was concerned is no longer told.
create or replace function motcua_destroy_notes() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    delete from dossier_note n where n.tenant_id = new.tenant_id and n.dossier = new.dossier;
    delete from dossier_tag t where t.tenant_id = new.tenant_id and t.dossier = new.dossier;
    delete from dossier_presence p where p.tenant_id = new.tenant_id and p.dossier = new.dossier;
    delete from batch_item i where i.tenant_id = new.tenant_id and i.dossier = new.dossier;
    delete from consultation c where c.tenant_id = new.tenant_id and c.dossier = new.dossier;
    delete from expert_question q where q.tenant_id = new.tenant_id and q.dossier = new.dossier;
    update result r set leader_name = '' where r.tenant_id = new.tenant_id and r.dossier = new.dossier;
    update refund f set account = '', reason = '-', answer = '', proof = '', proposer_name = '', decider_name = '', payer_name = ''
    where f.tenant_id = new.tenant_id and f.dossier = new.dossier;
    return new;
end $$;
