-- Why an order is not wanted any more; not known of before.
alter table payment_event add column why text check (why in ('OTHER_DEMAND', 'TAKEN_IN_CASH', 'DOSSIER_ENDED'));
