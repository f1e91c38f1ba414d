-- The one-stop sends on many of the dossiers that it has received and kept.
alter table batch drop constraint batch_act_check;
alter table batch add constraint batch_act_check
    check (act in ('CLAIM', 'RELEASE', 'FORWARD', 'COMPLETE', 'APPROVE', 'REASSIGN'));
