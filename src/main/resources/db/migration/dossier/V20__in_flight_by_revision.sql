-- How many dossiers are still settled under which revision, before another one is published.
create index dossier_in_flight_by_revision on dossier (tenant_id, procedure, revision, stage)
    where stage not in ('TURNED_AWAY', 'WITHDRAWN', 'HANDED_OVER', 'HALTED', 'PASSED_ACROSS');
