-- An issued result is corrected: what was wrong stays in the dossier, marked as replaced; what the applicant says is wrong
-- waits for an answer.
alter table dossier add column mistake_reason text;
alter table dossier add column mistake_reported_at timestamptz;
alter table dossier add constraint a_mistake_is_whole check (num_nonnulls(mistake_reason, mistake_reported_at) in (0, 2));
alter table dossier add constraint a_mistake_is_in_a_result check (
    mistake_reason is null or stage in ('RESOLVED', 'HANDED_OVER'));

create table replaced_result (
    tenant_id   int         not null,
    dossier     uuid        not null,
    version     int         not null,
    number      text        not null,
    file        text        not null check (file ~ '^[0-9a-f]{64}$'),
    replaced_at timestamptz not null,
    primary key (tenant_id, dossier, version),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
create index replaced_result_by_file on replaced_result (tenant_id, file);
create index dossier_by_proposed_file on dossier (tenant_id, (proposal #>> '{paper,file}'))
    where proposal #>> '{paper,file}' is not null;
call motcua_protect('replaced_result');
