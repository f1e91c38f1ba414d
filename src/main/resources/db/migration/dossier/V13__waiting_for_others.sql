-- A dossier in process waits for a payment, another agency or a check in the field; whether the time limit leaves that time
-- out is kept with each wait, as the rule said when it began.
alter table dossier add column waiting_for jsonb;
alter table dossier add column wait_until date;
alter table dossier_wait add column stops boolean not null default true;
alter table dossier add constraint what_is_waited_for_belongs_to_waiting check (
    (waiting_for is not null) = (stage in ('AWAITING_PAYMENT', 'AWAITING_ANSWER'))
    and (wait_until is null or waiting_for is not null));
create index dossier_by_last_day_of_wait on dossier (tenant_id, wait_until) where wait_until is not null;
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
