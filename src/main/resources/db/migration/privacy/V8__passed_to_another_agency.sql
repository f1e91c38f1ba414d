-- What went to another agency has ended here too, and is kept here as long as what was not settled.
drop index dossier_ended;
create index dossier_ended on dossier (tenant_id, stage_since)
    where stage in ('TURNED_AWAY', 'WITHDRAWN', 'HALTED', 'PASSED_ACROSS', 'HANDED_OVER');

create or replace function motcua_destroy_dossier(one uuid, now_is timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    tenant int := motcua_tenant();
    kept dossier_retention;
    of_filing uuid;
begin
    select * into kept from dossier_retention r where r.tenant_id = tenant and r.dossier = one for update;
    if not found or kept.confirmed_by is null or kept.held_at is not null
        or kept.ends_on >= (now_is at time zone 'Asia/Ho_Chi_Minh')::date then
        raise exception 'dossier % is not to be destroyed', one using errcode = 'insufficient_privilege';
    end if;
    if kept.destroyed_at is not null then
        return false;
    end if;
    perform set_config('motcua.sweeping', 'dossiers', true);
    select d.filing into strict of_filing from dossier d
    where d.tenant_id = tenant and d.id = one and d.stage in ('TURNED_AWAY', 'WITHDRAWN', 'HALTED', 'PASSED_ACROSS', 'HANDED_OVER');

    update dossier_retention r
    set destroyed_at = now_is,
        papers = (select count(*) from dossier_paper p where p.tenant_id = tenant and p.dossier = one),
        files = array(
            select p.file from dossier_paper p where p.tenant_id = tenant and p.dossier = one and p.file is not null
            union select f.file from thread_file f
            join thread_message m on m.tenant_id = f.tenant_id and m.id = f.message
            where m.tenant_id = tenant and m.dossier = one
            union select r.file from replaced_result r where r.tenant_id = tenant and r.dossier = one
            union select d.proposal #>> '{paper,file}' from dossier d
            where d.tenant_id = tenant and d.id = one and d.proposal #>> '{paper,file}' is not null
            union select d.result_file from dossier d
            where d.tenant_id = tenant and d.id = one and d.result_file is not null)
    where r.tenant_id = tenant and r.dossier = one;

    update dossier_event e set actor_name = '', data = '{}' where e.tenant_id = tenant and e.dossier = one;
    delete from replaced_result r where r.tenant_id = tenant and r.dossier = one;
    delete from dossier_answers a where a.tenant_id = tenant and a.dossier = one;
    delete from dossier_paper p where p.tenant_id = tenant and p.dossier = one;
    delete from paper_statement p where p.tenant_id = tenant and p.dossier = one;
    delete from thread_file f using thread_message m
    where m.tenant_id = tenant and m.dossier = one and f.tenant_id = tenant and f.message = m.id;
    delete from thread_message m where m.tenant_id = tenant and m.dossier = one;
    delete from thread_read r where r.tenant_id = tenant and r.dossier = one;
    update dossier d
    set supplement = null, proposal = null, leave_reason = null, leave_asked_at = null,
        mistake_reason = null, mistake_reported_at = null, waiting_for = null, wait_until = null,
        returned_papers = case when d.returned_papers is not null then '-' end, reason = case when d.reason is not null then '-' end,
        denial_reason = case when d.denial_reason is not null then '-' end,
        handed_to = case when d.handed_to is not null then '-' end, result_number = null, result_file = null
    where d.tenant_id = tenant and d.id = one;
    update fee_payment p set taker_name = '' where p.tenant_id = tenant and p.dossier = one;
    delete from correction_request c where c.tenant_id = tenant and c.dossier = one;
    delete from access_question q where q.tenant_id = tenant and q.line in (
        select r.id from audit_record r where r.tenant_id = tenant and r.subject = one);
    delete from supplement_draft s where s.tenant_id = tenant and s.dossier = one;
    delete from filed_draft f where f.tenant_id = tenant and f.dossier = one;

    -- Several dossiers of one filing share the applicant: the last one takes them along.
    if not exists (
        select 1 from dossier d
        left join dossier_retention r on r.tenant_id = d.tenant_id and r.dossier = d.id
        where d.tenant_id = tenant and d.filing = of_filing and r.destroyed_at is null) then
        delete from applicant_name n
        where n.tenant_id = tenant
            and n.folded = (select f.applicant_folded from filing f where f.tenant_id = tenant and f.id = of_filing)
            and not exists (
                select 1 from filing f
                where f.tenant_id = tenant and f.applicant_folded = n.folded and f.id <> of_filing);
        update filing f
        set applicant_name = '', applicant_folded = '', personal_number = null, phone = '', email = '', address = '',
            receive_at = '', available = '{}'
        where f.tenant_id = tenant and f.id = of_filing;
    end if;
    return true;
end $$;
