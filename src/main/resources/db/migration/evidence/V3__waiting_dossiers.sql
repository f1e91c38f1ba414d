-- Dossiers that wait for a payment or an answer are open; those that wait for an answer can be late.
create or replace function motcua_supervised_figures(owner int, sector text, now_is timestamptz, since timestamptz)
    returns table (filed bigint, open bigint, late bigint, decided bigint, decided_late bigint)
    language plpgsql as $$
#variable_conflict use_column
declare
    ministry int := motcua_tenant();
    revisions uuid[] := motcua_sector(sector);
begin
    if revisions is null or owner = ministry then
        return;
    end if;
    perform set_config('motcua.tenant', owner::text, true);
    return query
        select count(*),
            count(*) filter (where d.stage in (
                'SUBMITTED', 'RECEIVED', 'IN_PROCESS', 'SUPPLEMENT_AT_INTAKE', 'SUPPLEMENT_IN_PROCESS',
                'AWAITING_PAYMENT', 'AWAITING_ANSWER')),
            count(*) filter (where d.stage in ('RECEIVED', 'IN_PROCESS', 'AWAITING_ANSWER')
                and coalesce(d.waiting_for ->> 'stops', 'false') = 'false' and d.due_at < now_is),
            count(*) filter (where d.outcome is not null),
            count(*) filter (where d.outcome is not null and not d.on_time)
        from dossier d
        where d.tenant_id = owner and d.revision = any(revisions) and d.filed_at >= since;
    perform set_config('motcua.tenant', ministry::text, true);
end $$;
