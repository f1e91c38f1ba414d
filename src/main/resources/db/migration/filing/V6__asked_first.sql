-- Since registers are asked about one by one: who has said nothing of a register has nothing filled in from it.
comment on table prefill_choice is 'whether somebody lets forms be filled in from a register; the last word of each register counts';
