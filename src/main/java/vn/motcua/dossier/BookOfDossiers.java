package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.BookQuery.Cursor;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * The book of dossiers of a one-stop (sổ theo dõi hồ sơ, Mẫu 07), by the time of reception. Whoever receives or hands over
 * there reads it, and whoever leads it. Each person whose line is shown finds that in the log once a day.
 */
@Service
public class BookOfDossiers {

    private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new DossierId(new UUID(0, 0)));
    private static final int AT_ONCE = 1_000;

    /** Ends before the condition on which dossiers. */
    static final String SELECT = """
            select d.id, d.number, d.revision, f.applicant_name, f.address, f.phone, b.entered_at, d.due_at, f.receive_by,
                d.handed_how, d.handed_to, d.stage, b.year, b.number as line, h.forwarded, h.issued, h.handed_over,
                next.unit as gone_to, across.name as gone_across, d.unit as receiving, d.place, d.filed_at
            from book_entry b
            join dossier d on d.tenant_id = b.tenant_id and d.id = b.dossier
            join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
            left join lateral (
                select n.unit, n.version from book_entry n
                where n.tenant_id = b.tenant_id and n.dossier = b.dossier and n.kind = 'RECEPTION' and n.version > b.version
                order by n.version limit 1
            ) next on true
            left join lateral (
                select e.data ->> 'toName' as name from dossier_event e
                where d.stage = 'PASSED_ACROSS' and next.unit is null
                    and e.tenant_id = d.tenant_id and e.dossier = d.id and e.kind = 'passed-across'
                order by e.version desc limit 1
            ) across on true
            left join lateral (
                select min(e.recorded_at) filter (where e.kind = 'forwarded') as forwarded,
                    max(e.recorded_at) filter (where e.kind = 'result-issued') as issued,
                    max(e.recorded_at) filter (where e.kind = 'result-handed-over' and d.stage = 'HANDED_OVER') as handed_over
                from dossier_event e where e.tenant_id = d.tenant_id and e.dossier = d.id
                    and e.version >= b.version and e.version < coalesce(next.version, 2147483647)
            ) h on true
            where b.tenant_id = :tenant and b.unit = :unit and b.kind = 'RECEPTION'
                and b.entered_at >= :from and b.entered_at < :until
                and (b.entered_at, b.dossier) > (:afterAt, :afterId) and (:procedure = '' or d.procedure = :procedure)
                and\s""";

    static final String ORDER = " order by b.entered_at, b.dossier limit :most";

    private final JdbcClient db;
    private final Commands commands;
    private final Units units;
    private final LeadAgencies leads;
    private final Kinds kinds;
    private final Trail trail;
    private final Clock clock;

    BookOfDossiers(
            JdbcClient db, Commands commands, Units units, LeadAgencies leads, Kinds kinds, Trail trail, Clock clock) {
        this.db = db;
        this.commands = commands;
        this.units = units;
        this.leads = leads;
        this.kinds = kinds;
        this.trail = trail;
        this.clock = clock;
    }

    /** The units whose book this officer may read, in the order of their positions. */
    public List<UnitId> units(OfficerAt who) {
        return positions(who).stream()
                .flatMap(it -> kinds.leads(it.role())
                        ? units.subtree(it.unit()).stream().map(Unit::id)
                        : Stream.of(it).filter(own -> keeps(own.role())).map(Position::unit))
                .distinct()
                .toList();
    }

    /** A page. Refuses a book that is not theirs to read as not there. */
    public BookPage page(OfficerAt who, BookQuery query) {
        return read(who, query, "listed");
    }

    /**
     * Gives every line to that, a thousand at a time, so that a book of any length needs the memory of a short one; taking
     * it away is written into the log.
     */
    public void export(OfficerAt who, BookQuery query, Consumer<BookLine> lines) {
        mayRead(who, query.unit());
        commands.inTenant(who.tenant(), who, () -> {
            trail.leave(look(who, query.unit().value(), "exported-book"));
            return query;
        });
        var rest = Optional.of(new BookQuery(
                query.unit(), query.from(), query.to(), query.procedure(), query.which(), query.after(), AT_ONCE));
        while (rest.isPresent()) {
            var asked = rest.get();
            var page = read(who, asked, "exported-book");
            page.lines().forEach(lines);
            rest = page.next().map(asked::after);
        }
    }

    private BookPage read(OfficerAt who, BookQuery query, String act) {
        mayRead(who, query.unit());
        return commands.inTenant(who.tenant(), who, () -> {
            var found = lines(query);
            var shown = found.subList(0, Math.min(query.size(), found.size()));
            var today = VietnamTime.dayOf(clock.instant());
            trail.once(
                    shown.stream()
                            .map(it -> look(who, it.dossier().value(), act))
                            .toList(),
                    start(today));
            return new BookPage(
                    shown,
                    found.size() > query.size()
                            ? Optional.of(new Cursor(
                                    shown.getLast().received(), shown.getLast().dossier()))
                            : Optional.empty());
        });
    }

    private List<BookLine> lines(BookQuery query) {
        var after = query.after().orElse(BEGINNING);
        var known = new HashMap<Matter, UnitId>();
        return db.sql(SELECT + condition(query.which()) + ORDER)
                .param("tenant", Scope.current().tenant().value())
                .param("unit", query.unit().value())
                .param("from", start(query.from()).atOffset(ZoneOffset.UTC))
                .param("until", start(query.to().plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("procedure", query.procedure())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("afterAt", after.receivedAt().atOffset(ZoneOffset.UTC))
                .param("afterId", after.dossier().value())
                .param("most", query.size() + 1)
                .query((row, _) -> line(query.unit(), row, known))
                .list();
    }

    /** What went on to another unit is that one's to settle: it is neither open nor late in this book any more. */
    private static String condition(BookQuery.Which which) {
        return switch (which) {
            case ALL -> "cast(:now as timestamptz) is not null";
            case OPEN ->
                "next.unit is null and d.stage not in ('HANDED_OVER', 'WITHDRAWN', 'HALTED', 'PASSED_ACROSS')"
                        + " and cast(:now as timestamptz) is not null";
            case RETURNED -> "next.unit is null and d.stage = 'HANDED_OVER' and cast(:now as timestamptz) is not null";
            case LATE ->
                "next.unit is null and not coalesce(d.on_time,"
                        + " d.stage in ('WITHDRAWN', 'HALTED', 'PASSED_ACROSS') or d.due_at >= :now)";
        };
    }

    /** What decides which agency settles it; many lines of a book have the same. */
    private record Matter(RevisionId revision, UnitId receiving, Optional<String> place, LocalDate filed) {}

    private BookLine line(UnitId unit, ResultSet row, Map<Matter, UnitId> known) throws SQLException {
        var filed = DossierRow.moment(row, "filed_at").orElseThrow();
        var matter = new Matter(
                new RevisionId(row.getObject("revision", UUID.class)),
                new UnitId(row.getObject("receiving", UUID.class)),
                DossierRow.text(row, "place"),
                VietnamTime.dayOf(filed));
        var goneTo = Optional.ofNullable(row.getObject("gone_to", UUID.class)).map(UnitId::new);
        var here = goneTo.isEmpty();
        return new BookLine(
                new DossierId(row.getObject("id", UUID.class)),
                new Booked(unit, row.getInt("year"), row.getInt("line")),
                new DossierNumber(row.getString("number")),
                matter.revision(),
                known.computeIfAbsent(matter, it -> leads.of(it.revision(), it.receiving(), it.place(), filed)),
                row.getString("applicant_name"),
                row.getString("address"),
                row.getString("phone"),
                DossierRow.moment(row, "entered_at").orElseThrow(),
                DossierRow.moment(row, "due_at").orElseThrow(),
                DossierRow.moment(row, "forwarded"),
                DossierRow.moment(row, "issued"),
                DossierRow.moment(row, "handed_over"),
                HandOver.How.valueOf(row.getString("receive_by")),
                DossierRow.text(row, "handed_how").filter(_ -> here).map(HandOver.How::valueOf),
                DossierRow.text(row, "handed_to").filter(_ -> here),
                here
                        ? end(DossierRow.text(row, "stage").orElseThrow(), DossierRow.text(row, "gone_across"))
                        : goneTo.flatMap(units::unit).map(Unit::name).map(BookLine.End.PassedOn::new));
    }

    /** How it ended for this book without a result to hand over. */
    private static Optional<BookLine.End> end(String stage, Optional<String> across) {
        return switch (stage) {
            case "WITHDRAWN" -> Optional.of(new BookLine.End.Withdrawn());
            case "HALTED" -> Optional.of(new BookLine.End.Halted());
            case "PASSED_ACROSS" -> Optional.of(new BookLine.End.PassedOn(across.orElse("")));
            default -> Optional.empty();
        };
    }

    private void mayRead(OfficerAt who, UnitId unit) {
        if (!units(who).contains(unit)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    /** At the one-stops of police and insurance the roles have a word before. */
    private static boolean keeps(String role) {
        return role.equals("hand-over") || role.equals("receiver") || role.endsWith("-receiver");
    }

    private List<Position> positions(OfficerAt who) {
        return who.positionsOn(VietnamTime.dayOf(clock.instant()));
    }

    private Look look(OfficerAt who, UUID subject, String act) {
        var as = positions(who).stream().findFirst();
        return new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                subject,
                act,
                Fields.of(Fields.IDENTITY, Fields.CONTACT));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(VietnamTime.ZONE).toInstant();
    }
}
