-- A result whose package asks for it is appraised (thẩm định, trình ký) before it is signed: an officer with that role, who did not
-- draw it up, reads the very draft and puts it up for signing, or sends it back.
alter table result drop constraint result_state_check;
alter table result add constraint result_state_check
    check (state in ('DRAFTED', 'APPRAISED', 'SIGNED', 'ISSUED', 'REPLACED', 'REVOKED'));
alter table result add column appraiser_role text not null default '';
-- Who had a hand in the draft or signs it: none of them may appraise it.
alter table result add column drafters uuid[] not null default '{}';
alter table result add column appraised_by uuid;
alter table result add column appraised_at timestamptz;
alter table result add column appraisal_command uuid;
alter table result add column sent_back boolean not null default false;
alter table result add constraint an_appraisal_is_somebodys check (
    num_nonnulls(appraised_by, appraised_at, appraisal_command) in (0, 3));
alter table result add constraint nobody_appraises_their_own check (
    appraised_by is null or appraised_by <> all (drafters));
alter table result add constraint nothing_is_signed_unappraised check (
    appraiser_role = '' or (ordered_at is null and signed_at is null) or (appraised_at is not null and not sent_back));
alter table result add constraint what_is_appraised_was_read check ((state <> 'APPRAISED') or (appraised_at is not null));

drop index result_open;
create unique index result_open on result (tenant_id, dossier) where state in ('DRAFTED', 'APPRAISED', 'SIGNED');
drop index result_to_sign;
create index result_to_sign on result (tenant_id, leader, drafted_at) where state in ('DRAFTED', 'APPRAISED');
drop index result_going;
create index result_going on result (tenant_id, next_try_at)
    where state in ('DRAFTED', 'APPRAISED', 'SIGNED') and ordered_at is not null;
create index result_to_appraise on result (tenant_id, issuer, appraiser_role, drafted_at)
    where state = 'DRAFTED' and appraiser_role <> '';
create unique index result_appraisal_command on result (tenant_id, appraisal_command) where appraisal_command is not null;

-- Each edge of a result's life: what it became, when, and by which officer where one judged or signed it.
create table result_event (
    tenant_id int         not null,
    result    uuid        not null,
    no        int         not null,
    kind      text        not null check (kind in
        ('DRAFTED', 'APPRAISED', 'SENT_BACK', 'SIGNED', 'ISSUED', 'REPLACED', 'REVOKED')),
    at        timestamptz not null,
    officer   uuid,
    primary key (tenant_id, result, no)
);
call motcua_protect('result_event');
call motcua_append_only('result_event');

create function motcua_result_moved() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    insert into result_event (tenant_id, result, no, kind, at, officer)
    values (new.tenant_id, new.id,
        (select count(*) + 1 from result_event e where e.tenant_id = new.tenant_id and e.result = new.id),
        case when new.state = 'REVOKED' and new.sent_back then 'SENT_BACK' else new.state end,
        coalesce(case new.state when 'DRAFTED' then new.drafted_at when 'APPRAISED' then new.appraised_at
            when 'SIGNED' then new.signed_at when 'ISSUED' then new.issued_at else new.ended_at end, new.drafted_at),
        case new.state when 'APPRAISED' then new.appraised_by when 'SIGNED' then new.leader
            when 'REVOKED' then case when new.sent_back then new.appraised_by end end);
    return null;
end $$;
revoke all on function motcua_result_moved() from public;
create trigger result_drawn_up after insert on result for each row execute function motcua_result_moved();
create trigger result_moved after update of state on result
    for each row when (old.state <> new.state) execute function motcua_result_moved();

-- Why one never came to be issued is in somebody's words: they go with the dossier, as its leader's name does.
create function motcua_result_words_go() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    new.reason = '';
    return new;
end $$;
revoke all on function motcua_result_words_go() from public;
create trigger result_words_go before update of leader_name on result
    for each row when (new.leader_name = '' and new.issued_at is null) execute function motcua_result_words_go();
