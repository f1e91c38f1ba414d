-- What waits for the decision of a unit above, found by that unit.
create index dossier_with_a_unit_above on dossier (tenant_id, (waiting_for #>> '{above,unit}'))
    where stage = 'AWAITING_ANSWER';
