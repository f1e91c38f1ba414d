-- A draft that its authors gave up keeps its number, its files and its history.
alter table edition drop constraint phase_has_its_facts;
alter table edition add constraint phase_has_its_facts check (
    case phase
        when 'DRAFT' then num_nonnulls(revision, approval, published_at, ended_at, abolition) = 0
        when 'IN_REVIEW' then num_nonnulls(revision, approval, published_at, ended_at, abolition, sent_back) = 0
        when 'DISCARDED' then num_nonnulls(revision, approval, published_at, ended_at, abolition, sent_back) = 0
        when 'APPROVED' then approval is not null
            and num_nonnulls(revision, published_at, ended_at, abolition, sent_back) = 0
        when 'PUBLISHED' then num_nonnulls(revision, published_at) = 2 and num_nonnulls(ended_at, sent_back) = 0
        when 'REPLACED' then num_nonnulls(revision, published_at, ended_at) = 3
            and num_nonnulls(abolition, sent_back) = 0
        when 'ABOLISHED' then num_nonnulls(revision, published_at, ended_at, abolition) = 4 and sent_back is null
        else false
    end);
