-- The clerk lets many results be numbered, signed and issued; their QR codes carry the address by which the clerk came.
alter table batch drop constraint batch_act_check;
alter table batch add constraint batch_act_check
    check (act in ('CLAIM', 'RELEASE', 'FORWARD', 'COMPLETE', 'APPROVE', 'ISSUE', 'REASSIGN'));
alter table batch add column site text not null default '';
