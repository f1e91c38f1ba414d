package vn.motcua.dossier;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.Access;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Finds any dossier with which an officer's unit has or had to do: by its number, by the applicant's personal number, by
 * the tracking code that the applicant shows, or by name, without marks and in any order of words.
 */
@Service
public class DossierSearch {

    private static final int MOST = 20;
    private static final int NAMES_AT_MOST = 200;

    private final JdbcClient db;
    private final Commands commands;
    private final Access access;
    private final Procedures procedures;
    private final Units units;
    private final Kinds kinds;
    private final Trail trail;
    private final Clock clock;

    DossierSearch(
            JdbcClient db,
            Commands commands,
            Access access,
            Procedures procedures,
            Units units,
            Kinds kinds,
            Trail trail,
            Clock clock) {
        this.db = db;
        this.trail = trail;
        this.commands = commands;
        this.access = access;
        this.procedures = procedures;
        this.units = units;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * One dossier found.
     *
     * @param number the dossier number; empty before reception
     * @param procedure the procedure's shorter name
     * @param due when the result is due; empty before reception
     */
    public record Found(
            DossierId dossier,
            Optional<DossierNumber> number,
            String procedure,
            String applicant,
            StageKind stage,
            Instant filedAt,
            Optional<Instant> due) {}

    /** A place in what was found; written into the address of the next page. */
    public record Cursor(Instant filedAt, DossierId dossier) {

        /** Reads what {@link #toString} writes; empty when it is none. */
        public static Optional<Cursor> of(String text) {
            var parts = text.split("_", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Cursor(Instant.parse(parts[0]), DossierId.of(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return filedAt + "_" + dossier;
        }
    }

    /**
     * A page of what was found.
     *
     * @param next where the next page begins; empty on the last
     */
    public record Page(List<Found> rows, Optional<Cursor> next) {}

    /** What matches, latest first: the first twenty; nothing for less than two letters. */
    public List<Found> find(SignedIn.OfficerAt who, String typed, Language language) {
        return find(who, typed, Optional.empty(), language).rows();
    }

    /** The same, twenty at a time. */
    public Page find(SignedIn.OfficerAt who, String typed, Optional<Cursor> after, Language language) {
        var text = Text.clean(typed);
        if (text.length() < 2) {
            return new Page(List.of(), Optional.empty());
        }
        return commands.inTenant(who.tenant(), who, () -> {
            var found = read(who, text, after, language);
            var rows = found.subList(0, Math.min(MOST, found.size()));
            trail.leave(rows.stream().map(it -> look(who, it)).toList());
            var next = found.size() <= MOST
                    ? Optional.<Cursor>empty()
                    : Optional.of(
                            new Cursor(rows.getLast().filedAt(), rows.getLast().dossier()));
            return new Page(rows, next);
        });
    }

    /** Whoever is shown among the results was looked at. */
    private Look look(SignedIn.OfficerAt who, Found found) {
        var as = who.positionsOn(VietnamTime.dayOf(clock.instant())).stream().findFirst();
        return new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SEARCH,
                found.dossier().value(),
                "found",
                Fields.of(Fields.IDENTITY));
    }

    private List<Found> read(SignedIn.OfficerAt who, String text, Optional<Cursor> after, Language language) {
        return db.sql(found(condition(text)))
                .param("tenant", who.tenant().value())
                .param("units", visible(who))
                .param("text", text.toUpperCase(Locale.ROOT))
                .param("typed", text)
                .param(
                        "afterAt",
                        after.map(it -> it.filedAt().atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("afterId", after.map(it -> it.dossier().value()).orElse(null), Types.OTHER)
                .param("code", TrackingCode.typed(text).map(TrackingCode::value).orElse(""))
                .param("words", words(text))
                .query((row, _) -> new Found(
                        new DossierId(row.getObject("id", UUID.class)),
                        DossierRow.text(row, "number").map(DossierNumber::new),
                        procedures
                                .of(new RevisionId(row.getObject("revision", UUID.class)))
                                .name(language),
                        row.getString("applicant_name"),
                        StageKind.valueOf(row.getString("stage")),
                        DossierRow.moment(row, "filed_at").orElseThrow(),
                        DossierRow.moment(row, "due_at")))
                .list();
    }

    private static String found(String condition) {
        return """
                select d.id, coalesce(d.number, d.given_number) as number, d.revision, d.stage, d.filed_at, d.due_at,
                    f.applicant_name
                from filing f
                join dossier d on d.tenant_id = f.tenant_id and d.filing = f.id
                where f.tenant_id = :tenant and (d.had_by && cast(:units as uuid[]) or exists (
                    select 1 from route_token t
                    where t.tenant_id = d.tenant_id and t.dossier = d.id and t.unit = any(cast(:units as uuid[]))))
                    and (cast(:afterAt as timestamptz) is null
                        or (d.filed_at, d.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                    and %s
                order by d.filed_at desc, d.id desc limit %d
                """.formatted(condition, MOST + 1);
    }

    /** Row-level security lets only equality use an index; names go through the table that has each of them once. */
    private static String condition(String text) {
        if (TrackingCode.typed(text).isPresent()) {
            return "f.tracking_code = :code";
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return """
                    f.id in (
                        select p.id from filing p where p.tenant_id = :tenant and p.personal_number = :text
                        union all
                        select n.filing from dossier n where n.tenant_id = :tenant and n.number = :text)
                    """;
        }
        if (text.chars().anyMatch(Character::isDigit)) {
            return "(d.number in (:text, :typed) or d.given_number in (:text, :typed))";
        }
        return """
                f.applicant_folded in (
                    select n.folded from applicant_name n
                    where n.tenant_id = :tenant and n.folded like all(cast(:words as text[]))
                    order by length(n.folded), n.folded limit %d)
                """.formatted(NAMES_AT_MOST);
    }

    private static String[] words(String text) {
        return Arrays.stream(Text.fold(text).split("\\s+", -1))
                .map(it -> "%" + it.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
    }

    /** The units of their positions today and those before them; for a leader also those below. */
    private UUID[] visible(SignedIn.OfficerAt who) {
        return who.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .filter(access::worksOnDossiers)
                .flatMap(it -> units(it).stream())
                .flatMap(it -> units.tree().withPredecessors(it).stream())
                .map(UnitId::value)
                .distinct()
                .toArray(UUID[]::new);
    }

    private List<UnitId> units(Position position) {
        return kinds.leads(position.role())
                ? units.subtree(position.unit()).stream().map(Unit::id).toList()
                : List.of(position.unit());
    }
}
