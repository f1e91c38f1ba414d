package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
            select d.id, d.number, d.revision, f.applicant_name, f.address, f.phone, d.received_at, d.due_at, f.receive_by,
                d.handed_how, d.handed_to, d.stage = 'WITHDRAWN' as ended, b.year, b.number as line,
                h.forwarded, h.issued, h.handed_over
            from dossier d
            join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
            left join book_entry b on b.tenant_id = d.tenant_id and b.dossier = d.id and b.kind = 'RECEPTION'
            left join lateral (
                select min(e.recorded_at) filter (where e.kind = 'forwarded') as forwarded,
                    max(e.recorded_at) filter (where e.kind = 'result-issued') as issued,
                    max(e.recorded_at) filter (where e.kind = 'result-handed-over' and d.stage = 'HANDED_OVER') as handed_over
                from dossier_event e where e.tenant_id = d.tenant_id and e.dossier = d.id
            ) h on true
            where d.tenant_id = :tenant and d.unit = :unit and d.received_at >= :from and d.received_at < :until
                and (d.received_at, d.id) > (:afterAt, :afterId) and (:procedure = '' or d.procedure = :procedure)
                and\s""";

    static final String ORDER = " order by d.received_at, d.id limit :most";

    private final JdbcClient db;
    private final Commands commands;
    private final Units units;
    private final Kinds kinds;
    private final Trail trail;
    private final Clock clock;

    BookOfDossiers(JdbcClient db, Commands commands, Units units, Kinds kinds, Trail trail, Clock clock) {
        this.db = db;
        this.commands = commands;
        this.units = units;
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
                .query((row, _) -> line(row))
                .list();
    }

    private static String condition(BookQuery.Which which) {
        return switch (which) {
            case ALL -> "cast(:now as timestamptz) is not null";
            case OPEN -> "d.stage not in ('HANDED_OVER', 'WITHDRAWN') and cast(:now as timestamptz) is not null";
            case RETURNED -> "d.stage = 'HANDED_OVER' and cast(:now as timestamptz) is not null";
            case LATE -> "not coalesce(d.on_time, d.stage = 'WITHDRAWN' or d.due_at >= :now)";
        };
    }

    private static BookLine line(ResultSet row) throws SQLException {
        var year = row.getInt("year");
        return new BookLine(
                new DossierId(row.getObject("id", UUID.class)),
                year == 0 ? Optional.empty() : Optional.of(new Booked(year, row.getInt("line"))),
                new DossierNumber(row.getString("number")),
                new RevisionId(row.getObject("revision", UUID.class)),
                row.getString("applicant_name"),
                row.getString("address"),
                row.getString("phone"),
                DossierRow.moment(row, "received_at").orElseThrow(),
                DossierRow.moment(row, "due_at").orElseThrow(),
                DossierRow.moment(row, "forwarded"),
                DossierRow.moment(row, "issued"),
                DossierRow.moment(row, "handed_over"),
                HandOver.How.valueOf(row.getString("receive_by")),
                DossierRow.text(row, "handed_how").map(HandOver.How::valueOf),
                DossierRow.text(row, "handed_to"),
                row.getBoolean("ended"));
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
