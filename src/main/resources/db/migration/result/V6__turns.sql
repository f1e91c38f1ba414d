-- Several signatures in an order (ký nháy, người lập, người có thẩm quyền, cơ quan): a row for each, of results whose package wants more than
-- the leader's and the seal. Each signer gives the word for their own, when it is their turn; each signature is recorded by itself, so that
-- after a stop none is made twice.
create table result_turn (
    tenant_id  int         not null,
    result     uuid        not null,
    no         int         not null check (no between 1 and 9),
    what       text        not null check (what in ('INITIALS', 'BESIDE', 'LEADER', 'SEAL')),
    -- Who gives the word; of the seal the leader.
    officer    uuid        not null,
    position   text        not null,
    ordered_at timestamptz,
    ordered_by uuid,
    signing_at timestamptz,
    signed_at  timestamptz,
    -- The paper with this signature and all before it.
    file       text,
    primary key (tenant_id, result, no),
    constraint what_is_signed_has_a_file check ((signed_at is null) = (file is null)),
    constraint nobody_signs_without_a_word check (signed_at is null or what = 'SEAL' or ordered_at is not null)
);
create index result_turn_of_officer on result_turn (tenant_id, officer) where signed_at is null;
create index result_turn_ordered on result_turn (tenant_id, ordered_by) where ordered_by is not null;
call motcua_protect('result_turn');

-- Whose turn it is; 0 for the leader and the seal together. And when the word was given by whose turn it is.
alter table result add column turn int not null default 0;
alter table result add column word_at timestamptz;
drop index result_going;
create index result_going on result (tenant_id, next_try_at)
    where state in ('DRAFTED', 'APPRAISED', 'SIGNED') and (ordered_at is not null or word_at is not null);
alter table result add constraint nothing_is_initialled_unappraised check (
    word_at is null or appraiser_role = '' or appraised_at is not null);

alter table result_event drop constraint result_event_kind_check;
alter table result_event add constraint result_event_kind_check check (kind in
    ('DRAFTED', 'APPRAISED', 'SENT_BACK', 'INITIALS', 'BESIDE', 'LEADER', 'SIGNED', 'ISSUED', 'REPLACED', 'REVOKED'));
