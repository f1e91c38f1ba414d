-- Which ministry's tenant looks after the procedures that an agency published. The operator says so in the configuration; no
-- administrator of a tenant can.
create table sector_supervision (
    tenant_id int  not null check (tenant_id = 0),
    issuer    text not null,
    ministry  int  not null check (ministry > 0),
    primary key (tenant_id, issuer, ministry)
);
call motcua_protect_national('sector_supervision');

-- The revisions of the procedures of a sector, when the current tenant looks after it; null otherwise.
create function motcua_sector(sector text) returns uuid[]
    language sql stable as $$
    select array_agg(r.id)
    from procedure_revision r
    where r.tenant_id = 0 and r.record -> 'issuer' ->> 'code' = sector
        and exists (select 1 from sector_supervision s
            where s.tenant_id = 0 and s.issuer = sector and s.ministry = motcua_tenant())
$$;

-- Dossiers of a sector in another tenant, for the ministry that looks after it: the only way in which rows of a tenant reach
-- another one. It gives no name, number, answer or paper, and it leaves its line in the log of the tenant whose dossiers they
-- are before it gives anything: for a list once a day and dossier, for one dossier each time.
create function motcua_supervised(
    owner int, sector text, who uuid, in_position uuid, in_role text, at_moment timestamptz, day_began timestamptz,
    one uuid, before uuid, most int)
    returns table (
        id uuid, number text, revision uuid, unit uuid, channel text, stage text, filed_at timestamptz,
        received_at timestamptz, due_at timestamptz, outcome text, on_time boolean, applicant text)
    language plpgsql as $$
#variable_conflict use_column
declare
    ministry int := motcua_tenant();
    revisions uuid[] := motcua_sector(sector);
    line record;
begin
    if revisions is null or owner = ministry then
        return;
    end if;
    perform set_config('motcua.tenant', owner::text, true);
    for line in
        select d.id, d.number, d.revision, d.unit, d.channel, d.stage, d.filed_at, d.received_at, d.due_at, d.outcome,
            d.on_time, regexp_replace(f.applicant_name, '(\S)\S*', '\1.', 'g') as applicant
        from dossier d join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
        where d.tenant_id = owner and d.revision = any(revisions)
            and (one is null or d.id = one) and (before is null or d.id < before)
        order by d.id desc limit most
    loop
        insert into audit_record (tenant_id, at, actor, position, role, purpose, subject, act, fields)
        select owner, at_moment, who, in_position, in_role, 'supervise', line.id,
            case when one is null then 'supervised-on-list' else 'supervised' end, 'history'
        where one is not null or not exists (
            select 1 from audit_record r
            where r.tenant_id = owner and r.subject = line.id and r.at >= day_began and r.actor = who
                and r.act = 'supervised-on-list');
        id := line.id;
        number := line.number;
        revision := line.revision;
        unit := line.unit;
        channel := line.channel;
        stage := line.stage;
        filed_at := line.filed_at;
        received_at := line.received_at;
        due_at := line.due_at;
        outcome := line.outcome;
        on_time := line.on_time;
        applicant := line.applicant;
        return next;
    end loop;
    perform set_config('motcua.tenant', ministry::text, true);
end $$;

-- What was done to one of them, when and in which role; not by whom, and nothing of what was written.
create function motcua_supervised_course(owner int, sector text, one uuid)
    returns table (at timestamptz, act text, role text)
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
        select r.at, r.act, r.role
        from audit_record r join dossier d on d.tenant_id = r.tenant_id and d.id = r.subject
        where r.tenant_id = owner and d.id = one and d.revision = any(revisions) and r.after is not null
            and r.content is not null
        order by r.transaction, r.id;
    perform set_config('motcua.tenant', ministry::text, true);
end $$;

-- How many there are, nobody's data.
create function motcua_supervised_figures(owner int, sector text, now_is timestamptz, since timestamptz)
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
                'SUBMITTED', 'RECEIVED', 'IN_PROCESS', 'SUPPLEMENT_AT_INTAKE', 'SUPPLEMENT_IN_PROCESS')),
            count(*) filter (where d.stage in ('RECEIVED', 'IN_PROCESS') and d.due_at < now_is),
            count(*) filter (where d.outcome is not null),
            count(*) filter (where d.outcome is not null and not d.on_time)
        from dossier d
        where d.tenant_id = owner and d.revision = any(revisions) and d.filed_at >= since;
    perform set_config('motcua.tenant', ministry::text, true);
end $$;
