-- The program itself, in nobody's name, may take away what lies in a tenant for a dossier that no longer waits for a
-- supplement. While it does wait, what an account has put together is seen by that account alone.
create function motcua_supplement_lapsed(tenant int, of_dossier uuid) returns boolean
    language sql stable
    return motcua_account() is null and tenant = motcua_tenant() and not exists (
        select 1 from dossier d
        where d.tenant_id = tenant and d.id = of_dossier
            and d.stage in ('SUPPLEMENT_AT_INTAKE', 'SUPPLEMENT_IN_PROCESS'));
create policy read_lapsed on supplement_draft for select using (motcua_supplement_lapsed(tenant_id, dossier));
create policy delete_lapsed on supplement_draft for delete using (motcua_supplement_lapsed(tenant_id, dossier));
create policy read_lapsed on supplement_draft_paper for select using (motcua_supplement_lapsed(tenant_id, dossier));
create policy delete_lapsed on supplement_draft_paper for delete using (motcua_supplement_lapsed(tenant_id, dossier));
