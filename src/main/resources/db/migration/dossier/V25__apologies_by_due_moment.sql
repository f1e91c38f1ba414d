-- What could be apologised for: a clock that runs, and nothing said yet. The list is read by the day on which it is due, and late ones
-- from the latest on, so that neither the dossiers of the whole tenant nor those that were apologised for are read.
create index dossier_to_apologise on dossier (tenant_id, due_at, id)
    where stage in ('IN_PROCESS', 'AWAITING_ANSWER') and due_promised is null and due_renewed is null;
