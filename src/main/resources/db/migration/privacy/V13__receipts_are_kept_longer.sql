-- Receipts are accounting papers: of a destroyed dossier they stay until their own time is over, by the year in which they were issued.
alter table dossier_retention add column receipts_destroyed_at timestamptz;

-- Destroys what is personal in the receipts of destroyed dossiers, all of which were issued before that year; how many dossiers it were. Numbers and
-- amounts stay in the books. The files are released as those of a dossier are.
create function motcua_destroy_receipts(issued_before int, now_is timestamptz, most int) returns uuid[]
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    tenant int := motcua_tenant();
    over uuid[];
    -- A sheet on which nothing stands: what was corrected is still listed.
    blank jsonb := '{"upperAgency": "", "unit": "", "placeAndDate": "", "reached": "", "collector": "", "taxCode": "", "payer": "", "address": "",
        "subject": "", "how": "", "cashier": "", "words": ""}';
begin
    if issued_before > extract(year from now_is at time zone 'Asia/Ho_Chi_Minh') - 1 then
        raise exception 'receipts of % are not to be destroyed', issued_before using errcode = 'insufficient_privilege';
    end if;
    over := array(
        select d.dossier from dossier_retention d
        where d.tenant_id = tenant and d.finished_at is not null and d.receipts_destroyed_at is null
            and exists (select 1 from receipt r where r.tenant_id = tenant and r.dossier = d.dossier)
            and not exists (
                select 1 from receipt r where r.tenant_id = tenant and r.dossier = d.dossier and r.year >= issued_before)
        order by d.dossier limit most for update skip locked);
    update dossier_retention d
    set receipts_destroyed_at = now_is, finished_at = null,
        files = array(
            select p.file from receipt_paper p
            join receipt r on r.tenant_id = p.tenant_id and r.symbol = p.symbol and r.year = p.year and r.no = p.no
            where r.tenant_id = tenant and r.dossier = d.dossier and p.file is not null)
    where d.tenant_id = tenant and d.dossier = any(over);
    delete from receipt_sheet s using receipt r
    where r.tenant_id = tenant and r.dossier = any(over)
        and s.tenant_id = r.tenant_id and s.symbol = r.symbol and s.year = r.year and s.no = r.no;
    delete from receipt_paper p using receipt r
    where r.tenant_id = tenant and r.dossier = any(over)
        and p.tenant_id = r.tenant_id and p.symbol = r.symbol and p.year = r.year and p.no = r.no;
    update receipt_correction c
    set said = blank, sheet = blank, reason = '-', proposer_name = '', decider_name = '', answer = '', told = c.version
    where c.tenant_id = tenant and c.dossier = any(over);
    return over;
end $$;
revoke all on function motcua_destroy_receipts(int, timestamptz, int) from public;
grant execute on function motcua_destroy_receipts(int, timestamptz, int) to motcua_app;
create index dossier_retention_receipts on dossier_retention (tenant_id, dossier)
    where finished_at is not null and receipts_destroyed_at is null;
