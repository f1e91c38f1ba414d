-- A received dossier can be given back to an applicant who asks for it, and halted by a leader: stages that end it with a
-- number and without a decision.
alter table dossier add column leave_reason text;
alter table dossier add column leave_asked_at timestamptz;
alter table dossier add column returned_papers text;
alter table dossier add constraint a_wish_to_leave_is_whole check (num_nonnulls(leave_reason, leave_asked_at) in (0, 2));
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
        when 'RESOLVED' then
            num_nonnulls(number, outcome, on_time) = 3
            and num_nonnulls(supplement, reason, handed_how, handed_to, leave_reason) = 0
        when 'HANDED_OVER' then
            num_nonnulls(number, outcome, on_time, handed_how, handed_to) = 5
            and num_nonnulls(supplement, reason, leave_reason) = 0
        else false
    end);
