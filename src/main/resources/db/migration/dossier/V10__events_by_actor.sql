-- What somebody did on a day, for the end of a shift at the counter.
create index dossier_event_by_actor on dossier_event (tenant_id, actor, recorded_at);
