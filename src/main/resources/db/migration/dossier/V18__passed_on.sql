-- A received dossier is given to the competent unit: of the same agency, where it goes on with the units that had it still
-- seeing it; or of another agency, where it ends here and a dossier of the same filing and number is opened there.
alter table dossier add column had_by uuid[] not null default '{}';
alter table dossier add column passed_agency int;
alter table dossier add column passed_unit uuid;
update dossier set had_by = array[came_from] where came_from is not null;
alter table dossier add constraint where_it_went_belongs_to_passing check (
    num_nonnulls(passed_agency, passed_unit) = case when stage = 'PASSED_ACROSS' then 2 else 0 end);
alter table dossier drop constraint stage_has_its_facts;
alter table dossier add constraint stage_has_its_facts check (
    case stage
        when 'SUBMITTED' then
            num_nonnulls(number, supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'TURNED_AWAY' then
            reason <> '' and reason is not null
            and num_nonnulls(number, supplement, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'WITHDRAWN' then
            reason is not null and (number is null or reason <> '')
            and num_nonnulls(supplement, outcome, on_time, result_file, handed_how, handed_to, leave_reason) = 0
        when 'HALTED' then
            num_nonnulls(number, reason, returned_papers) = 3 and reason <> ''
            and num_nonnulls(supplement, outcome, on_time, result_file, handed_how, handed_to, leave_reason) = 0
        when 'PASSED_ACROSS' then
            num_nonnulls(number, reason, passed_agency, passed_unit) = 4 and reason <> ''
            and num_nonnulls(supplement, outcome, on_time, result_file, handed_how, handed_to, leave_reason) = 0
        when 'SUPPLEMENT_AT_INTAKE' then
            supplement is not null
            and num_nonnulls(number, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'RECEIVED' then
            number is not null
            and num_nonnulls(supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'IN_PROCESS' then
            number is not null
            and num_nonnulls(supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'SUPPLEMENT_IN_PROCESS' then
            num_nonnulls(number, supplement) = 2
            and num_nonnulls(reason, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'AWAITING_PAYMENT' then
            number is not null
            and num_nonnulls(supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'AWAITING_ANSWER' then
            number is not null
            and num_nonnulls(supplement, reason, outcome, on_time, result_file, handed_how, handed_to) = 0
        when 'RESOLVED' then
            num_nonnulls(number, outcome, on_time) = 3
            and num_nonnulls(supplement, reason, handed_how, handed_to, leave_reason) = 0
        when 'HANDED_OVER' then
            num_nonnulls(number, outcome, on_time, handed_how, handed_to) = 5
            and num_nonnulls(supplement, reason, leave_reason) = 0
        else false
    end);

-- From which dossier of another agency one came; its place among the dossiers of the filing is counted over all agencies.
create table dossier_origin (
    tenant_id    int  not null,
    dossier      uuid not null,
    from_agency  int  not null,
    from_dossier uuid not null,
    place        int  not null check (place between 1 and 99),
    primary key (tenant_id, dossier),
    unique (tenant_id, from_agency, from_dossier),
    foreign key (tenant_id, dossier) references dossier (tenant_id, id)
);
call motcua_protect('dossier_origin');
call motcua_append_only('dossier_origin');
