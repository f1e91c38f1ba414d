-- Dossiers whose time of retention is nearly over or is over: found by a rule, told to the applicant, proposed by one person and
-- confirmed by another, destroyed by the program. The row stays and says what became of the dossier.
create table dossier_retention (
    tenant_id    int         not null,
    dossier      uuid        not null,
    unit         uuid        not null,
    ended_at     timestamptz not null,
    -- the last day on which it is kept
    ends_on      date        not null,
    rule         text        not null,
    noticed_at   timestamptz,
    held_reason  text check (held_reason <> ''),
    held_by      uuid,
    held_at      timestamptz,
    proposed_by  uuid,
    proposed_at  timestamptz,
    confirmed_by uuid,
    confirmed_at timestamptz,
    destroyed_at timestamptz,
    papers       int,
    -- contents that are still to be taken from the file store
    files        text[],
    finished_at  timestamptz,
    primary key (tenant_id, dossier),
    constraint a_hold_is_whole check (num_nonnulls(held_reason, held_by, held_at) in (0, 3)),
    constraint proposed_as_a_whole check (num_nonnulls(proposed_by, proposed_at) in (0, 2)),
    constraint confirmed_as_a_whole check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
    constraint nobody_confirms_their_own check (
        confirmed_by is null or (proposed_by is not null and confirmed_by <> proposed_by)),
    constraint told_before_it_is_proposed check (proposed_by is null or noticed_at is not null),
    constraint confirmed_before_it_is_destroyed check (destroyed_at is null or confirmed_by is not null),
    constraint what_is_held_stays check (held_at is null or destroyed_at is null)
);
create index dossier_retention_open on dossier_retention (tenant_id, unit, ends_on) where destroyed_at is null;
create index dossier_retention_confirmed on dossier_retention (tenant_id, dossier)
    where confirmed_by is not null and finished_at is null;
call motcua_protect('dossier_retention');
revoke delete on dossier_retention from motcua_app;

-- Whether a dossier has ended is asked of years: only what has is in this index.
create index dossier_ended on dossier (tenant_id, stage_since) where stage in ('TURNED_AWAY', 'WITHDRAWN', 'HANDED_OVER');

-- What became of a draft goes with its dossier.
create policy read_destroyed on filed_draft for select
    using (tenant_id = motcua_tenant() and motcua_sweeping() = 'dossiers');
create policy delete_destroyed on filed_draft for delete
    using (tenant_id = motcua_tenant() and motcua_sweeping() = 'dossiers');

-- Destroys what is personal in a dossier of the current tenant: answers, papers, what was written into its history, the
-- applicant. Stages, days, number and the sealed log with its digests stay. It does so as the owner of the tables, because the
-- program may not change history, and only for what two people agreed on, nobody holds and whose time is over.
-- Says whether it did; a second time it does nothing.
create function motcua_destroy_dossier(one uuid, now_is timestamptz) returns boolean
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
    where d.tenant_id = tenant and d.id = one and d.stage in ('TURNED_AWAY', 'WITHDRAWN', 'HANDED_OVER');

    update dossier_retention r
    set destroyed_at = now_is,
        papers = (select count(*) from dossier_paper p where p.tenant_id = tenant and p.dossier = one),
        files = array(
            select p.file from dossier_paper p where p.tenant_id = tenant and p.dossier = one and p.file is not null
            union select d.result_file from dossier d
            where d.tenant_id = tenant and d.id = one and d.result_file is not null)
    where r.tenant_id = tenant and r.dossier = one;

    update dossier_event e set actor_name = '', data = '{}' where e.tenant_id = tenant and e.dossier = one;
    delete from dossier_answers a where a.tenant_id = tenant and a.dossier = one;
    delete from dossier_paper p where p.tenant_id = tenant and p.dossier = one;
    update dossier d
    set supplement = null, reason = case when d.reason is not null then '-' end,
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
revoke all on function motcua_destroy_dossier(uuid, timestamptz) from public;
grant execute on function motcua_destroy_dossier(uuid, timestamptz) to motcua_app;
