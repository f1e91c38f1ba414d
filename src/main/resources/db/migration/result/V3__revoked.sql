-- A result that was issued and is revoked by a decision: on which ground, which everybody may know.
alter table result add column ground text check (ground in ('UNLAWFUL', 'FALSE_PAPERS', 'CONDITIONS_GONE', 'HIGHER_DECISION'));
alter table result add constraint what_was_issued_is_revoked_on_a_ground check (
    ground is null or (state = 'REVOKED' and issued_at is not null));
