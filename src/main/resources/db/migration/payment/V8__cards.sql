-- A card at the counter: by which slip of the terminal it was taken.
alter table fee_payment add column slip text not null default '';
alter table fee_payment drop constraint fee_payment_means_check;
alter table fee_payment add constraint fee_payment_means_check check (means in ('CASH', 'CARD', 'VIETQR', 'GATEWAY'));
alter table fee_payment add constraint at_the_counter check (means not in ('CASH', 'CARD') or (taken_by is not null and position is not null));
alter table fee_payment add constraint a_card_has_its_slip check ((means = 'CARD') = (slip <> ''));

alter table ledger_entry drop constraint ledger_entry_channel_check;
alter table ledger_entry add constraint ledger_entry_channel_check check (channel in ('CASH', 'CARD', 'VIETQR', 'GATEWAY'));
alter table ledger_entry drop constraint ledger_entry_debit_check;
alter table ledger_entry add constraint ledger_entry_debit_check
    check (debit in ('CASH', 'CARD', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK'));
alter table ledger_entry drop constraint ledger_entry_credit_check;
alter table ledger_entry add constraint ledger_entry_credit_check
    check (credit in ('CASH', 'CARD', 'BANK', 'GATEWAY', 'FEES', 'CHARGES', 'DUTIES', 'TO_PAY_BACK'));
alter table receipt drop constraint receipt_channel_check;
alter table receipt add constraint receipt_channel_check check (channel in ('CASH', 'CARD', 'VIETQR', 'GATEWAY'));
alter table refund drop constraint refund_channel_check;
alter table refund add constraint refund_channel_check check (channel in ('CASH', 'CARD', 'VIETQR', 'GATEWAY'));
alter table refund drop constraint refund_way_check;
alter table refund add constraint refund_way_check check (way in ('CASH', 'CARD', 'VIETQR', 'GATEWAY'));
-- Back onto a card goes only what came from one.
alter table refund add constraint onto_the_card check (way <> 'CARD' or channel = 'CARD');
