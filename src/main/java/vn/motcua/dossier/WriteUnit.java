package vn.motcua.dossier;

/**
 * The one statement by which a dossier changes. Its head moves the row, or does nothing when the version is no longer
 * the expected one; everything after it writes only if the head did. It answers how many dossiers moved: one or none.
 */
final class WriteUnit {

    private static final String GIVEN = """
            with given as (
                select g.* from jsonb_populate_record(null::dossier, cast(:row as jsonb)) g
            ), signed as (
                select s.command, s.actor, s.actor_name, s.position, s.role, s.acting_for, s.recorded_at, s.effective_at,
                    s.held_until
                from jsonb_to_record(cast(:signature as jsonb)) as s(
                    command uuid, actor uuid, actor_name text, position uuid, role text, acting_for uuid,
                    recorded_at timestamptz, effective_at timestamptz, held_until timestamptz)
            ), events as (
                select e.version, e.ordinal, e.kind, e.schema_version, e.data
                from jsonb_to_recordset(cast(:events as jsonb)) as e(
                    version int, ordinal int, kind text, schema_version int, data jsonb)
            ), moved as (
            """;

    private static final String INSERTED = """
                insert into dossier (tenant_id, id, version, filing, revision, procedure, unit, place, channel, filed_at,
                    stage, stage_since, asked, digest)
                select :tenant, g.id, g.version, g.filing, g.revision, g.procedure, g.unit, g.place, g.channel,
                    g.filed_at, g.stage, g.stage_since, g.asked, :digest
                from given g where :expected = 0
                returning id, null::bytea as before
            """;

    private static final String UPDATED = """
                update dossier d
                set version = g.version, unit = g.unit, place = g.place, stage = g.stage, stage_since = g.stage_since, number = g.number,
                    received_at = g.received_at, received_by = g.received_by, due_at = g.due_at, due_rule = g.due_rule,
                    due_calendar = g.due_calendar, due_provisional = g.due_provisional,
                    due_promised = g.due_promised, due_renewed = g.due_renewed, supplement = g.supplement,
                    reason = g.reason, outcome = g.outcome, denial_reason = g.denial_reason, on_time = g.on_time,
                    result_number = g.result_number, result_file = g.result_file, handed_how = g.handed_how,
                    handed_to = g.handed_to, asked = g.asked, supplement_until = g.supplement_until,
                    proposal = g.proposal, returned_papers = g.returned_papers, leave_reason = g.leave_reason,
                    leave_asked_at = g.leave_asked_at, waiting_for = g.waiting_for, wait_until = g.wait_until,
                    mistake_reason = g.mistake_reason, mistake_reported_at = g.mistake_reported_at,
                    came_from = g.came_from, given_number = g.given_number, had_by = g.had_by,
                    passed_agency = g.passed_agency, passed_unit = g.passed_unit,
                    digest = :digest
                from given g
                where d.tenant_id = :tenant and d.id = :id and d.version = :expected
                returning d.id, old.digest as before
            """;

    private static final String REST = """
            ), recorded as (
                insert into dossier_event (tenant_id, dossier, version, command, ordinal, actor, actor_name, position,
                    role, acting_for, recorded_at, effective_at, kind, schema_version, data)
                select :tenant, m.id, e.version, s.command, e.ordinal, s.actor, s.actor_name, s.position, s.role,
                    s.acting_for, s.recorded_at, s.effective_at, e.kind, e.schema_version, e.data
                from moved m, signed s, events e
            ), announced as (
                insert into outbox (tenant_id, id, subject, version, kind, recorded_at, next_try_at)
                select :tenant, uuidv7(), m.id, e.version, e.kind, s.recorded_at,
                    coalesce(s.held_until, '-infinity')
                from moved m, signed s, events e
            ), audited as (
                insert into audit_record (tenant_id, at, actor, position, role, purpose, subject, act, fields, before,
                    after, content)
                select :tenant, s.recorded_at, s.actor, s.position, s.role, 'settle', m.id,
                    (select string_agg(e.kind, ' ' order by e.ordinal) from events e), 'history', m.before, :digest,
                    sha256(convert_to(concat_ws(E'\\n',
                        (select string_agg(concat_ws(' ', e.version, e.kind, s.actor, to_jsonb(s.actor_name), s.acting_for,
                                extract(epoch from s.recorded_at), extract(epoch from s.effective_at), e.data),
                                E'\\n' order by e.version)
                            from events e),
                        (select string_agg(p.id || ' ' || p.document || ' ' || coalesce(p.file, '-')
                                || ' ' || p.originals || ' ' || p.copies, E'\\n' order by p.id)
                            from jsonb_to_recordset(cast(:papers as jsonb)) as p(
                                id uuid, document text, file text, originals int, copies int)),
                        (select string_agg(a.answers::text, E'\\n')
                            from jsonb_array_elements(cast(:answers as jsonb)) as a(answers))
                    ), 'UTF8'))
                from moved m, signed s
            ), desk as (
                insert into route_token as old (tenant_id, dossier, no, node, from_node, causes, state, role, unit,
                    officer, since, urgent_at, lane)
                select :tenant, m.id, t.no, t.node, t.from_node, t.causes, t.state, t.role, t.unit, t.officer, t.since,
                    t.urgent_at, t.lane
                from moved m, jsonb_to_recordset(cast(:tokens as jsonb)) as t(
                    no int, node text, from_node text, causes int[], state text, role text, unit uuid, officer uuid,
                    since timestamptz, urgent_at timestamptz, lane text)
                on conflict (tenant_id, dossier, no) do update
                set state = excluded.state, role = coalesce(excluded.role, old.role),
                    unit = coalesce(excluded.unit, old.unit), officer = excluded.officer,
                    since = coalesce(excluded.since, old.since), urgent_at = excluded.urgent_at,
                    lane = excluded.lane
                where (old.state, old.officer, old.urgent_at, old.lane, old.unit, old.since)
                    is distinct from (excluded.state, excluded.officer, excluded.urgent_at, excluded.lane,
                        coalesce(excluded.unit, old.unit), coalesce(excluded.since, old.since))
            ), computed as (
                insert into due_computation (tenant_id, dossier, version, computed_at, due_at, rule, calendar,
                    provisional, explanation)
                select :tenant, m.id, c.version, s.recorded_at, c.due_at, c.rule, c.calendar, c.provisional, c.explanation
                from moved m, signed s, jsonb_to_recordset(cast(:dues as jsonb)) as c(
                    version int, due_at timestamptz, rule text, calendar text, provisional boolean, explanation jsonb)
            ), waiting as (
                insert into dossier_wait (tenant_id, dossier, from_at, stage, stops)
                select :tenant, m.id, w.from_at, w.stage, w.stops
                from moved m, jsonb_to_recordset(cast(:waits as jsonb)) as w(from_at timestamptz, stage text, stops boolean)
                on conflict (tenant_id, dossier, from_at, stage) do update
                set until_at = null, unanswered = false, stops = excluded.stops
            ), waited as (
                update dossier_wait w set until_at = s.effective_at, unanswered = not :answered
                from moved m, signed s
                where :closes and w.tenant_id = :tenant and w.dossier = m.id and w.until_at is null
            ), answered as (
                insert into dossier_answers (tenant_id, dossier, version, answers)
                select :tenant, m.id, g.version, a.answers
                from moved m, given g, jsonb_array_elements(cast(:answers as jsonb)) as a(answers)
            ), brought as (
                insert into dossier_paper (tenant_id, dossier, id, document, name, file, originals, copies, version,
                    added_at)
                select :tenant, m.id, p.id, p.document, p.name, p.file, p.originals, p.copies, g.version, s.recorded_at
                from moved m, given g, signed s, jsonb_to_recordset(cast(:papers as jsonb)) as p(
                    id uuid, document text, name text, file text, originals int, copies int)
            ), replaced as (
                insert into replaced_result (tenant_id, dossier, version, number, file, replaced_at)
                select :tenant, m.id, r.version, r.number, r.file, s.recorded_at
                from moved m, signed s, jsonb_to_recordset(cast(:replaced as jsonb)) as r(
                    version int, number text, file text)
            ), opened as (
                insert into book as b (tenant_id, unit, kind, year, last, opened_at)
                select :tenant, g.unit, k.kind, k.year, 1, s.recorded_at
                from moved m, given g, signed s, jsonb_to_recordset(cast(:books as jsonb)) as k(kind text, year int)
                on conflict (tenant_id, unit, kind, year) do update set last = b.last + 1
                returning b.unit, b.kind, b.year, b.last
            ), booked as (
                insert into book_entry (tenant_id, dossier, version, unit, kind, year, number, entered_at)
                select :tenant, m.id, k.version, o.unit, o.kind, o.year, o.last, s.effective_at
                from moved m, signed s, opened o
                join jsonb_to_recordset(cast(:books as jsonb)) as k(version int, kind text, year int)
                    on k.kind = o.kind and k.year = o.year
            )
            select count(*) from moved
            """;

    /** For a dossier that begins. */
    static final String INSERT = GIVEN + INSERTED + REST;

    /** For a dossier that goes on. */
    static final String UPDATE = GIVEN + UPDATED + REST;

    private WriteUnit() {}
}
