package vn.motcua.administration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitChange;
import vn.motcua.organization.UnitChange.End;
import vn.motcua.organization.UnitChange.Into;
import vn.motcua.organization.UnitChange.Merge;
import vn.motcua.organization.UnitChange.Part;
import vn.motcua.organization.UnitChange.Rename;
import vn.motcua.organization.UnitChange.Split;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * A decision about units as it is typed, proposed and kept: names of fields and their texts. The units that it founds have
 * ids made of its own, so that reading it again names the same.
 */
final class UnitOrder {

    /** How many parts a unit is split into at most. */
    static final int PARTS = 4;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9.-]{0,60}");
    private static final int LONGEST = 4_000;

    private final UUID id;
    private final Map<String, String> fields;

    UnitOrder(UUID id, Map<String, String> fields) {
        this.id = id;
        this.fields = fields.entrySet().stream()
                .filter(it -> NAME.matcher(it.getKey()).matches())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> kept(it.getValue())));
    }

    private static String kept(String typed) {
        var clean = Text.clean(typed);
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    UUID id() {
        return id;
    }

    Map<String, String> fields() {
        return fields;
    }

    /** From which day; refused when it is missing. */
    LocalDate day() {
        return date("day").orElseThrow(() -> new Refused(AdministrationRefusal.DAY_MISSING));
    }

    /** Whether something of a decision is given. */
    boolean decided() {
        return !text("decision").isEmpty() || !text("decisionDay").isEmpty();
    }

    /** The decision's number and day as people read it; both are needed. */
    String decision() {
        var number = text("decision");
        var day = date("decisionDay");
        if (number.isEmpty() || number.length() > 100 || day.isEmpty()) {
            throw new Refused(AdministrationRefusal.DECISION_MISSING);
        }
        return number + ", " + VietnamTime.day(day.get());
    }

    /** The day of the decision. */
    Optional<LocalDate> decisionDay() {
        return date("decisionDay");
    }

    /** What it does. */
    UnitChange change() {
        return switch (text("kind")) {
            case "rename" -> new Rename(unit("unit"), name("name"), text("nameEn"));
            case "end" -> new End(unit("unit"), given("successor").map(UnitOrder::unitId));
            case "merge" -> merge();
            case "split" -> split();
            default -> throw new Refused(IdentityRefusal.KIND_UNKNOWN);
        };
    }

    private Merge merge() {
        var units = Arrays.stream(text("units").split(",", -1))
                .filter(it -> !it.isBlank())
                .map(UnitOrder::unitId)
                .toList();
        var into = given("into").map(UnitOrder::unitId);
        return new Merge(
                units,
                into.<Into>map(Into.Existing::new)
                        .orElseGet(() -> new Into.Founded(
                                founded(0), name("name"), text("nameEn"), text("unitKind"), given("agencyCode"))));
    }

    private Split split() {
        var parts = new ArrayList<Part>();
        for (int i = 1; i <= PARTS; i++) {
            if (!text("part" + i).isEmpty()) {
                var number = Integer.toString(i);
                var roles = i == 1 ? Set.<String>of() : given("role.", number);
                parts.add(new Part(
                        founded(i),
                        name("part" + i),
                        "",
                        text("part" + i + "Kind"),
                        roles,
                        i == 1 ? Set.of() : given("ward.", number)));
            }
        }
        return new Split(unit("unit"), parts);
    }

    /** What is given to that part under such a name: {@code ward.03037} is given to part 2 by the text 2. */
    private Set<String> given(String prefix, String part) {
        return fields.entrySet().stream()
                .filter(it -> it.getKey().startsWith(prefix) && it.getValue().equals(part))
                .map(it -> it.getKey().substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    /** The part of a split that somebody chose for an officer; empty where nobody did. */
    Optional<UnitId> partOfOfficer(OfficerId officer) {
        return chosen("officer." + officer);
    }

    /** The part of a split that somebody chose for a dossier whose place does not say; empty where nobody did. */
    Optional<UnitId> partOfDossier(UUID dossier) {
        return chosen("dossier." + dossier);
    }

    private Optional<UnitId> chosen(String field) {
        var number = text(field);
        return IntStream.rangeClosed(1, PARTS)
                .filter(it -> number.equals(Integer.toString(it))
                        && !text("part" + it).isEmpty())
                .mapToObj(this::founded)
                .findFirst();
    }

    private UnitId founded(int number) {
        return new UnitId(Ids.once(id + "/" + number));
    }

    private String name(String field) {
        var name = text(field);
        if (name.isEmpty() || name.length() > 200) {
            throw new Refused(IdentityRefusal.NAME_MISSING);
        }
        return name;
    }

    private UnitId unit(String field) {
        return unitId(text(field));
    }

    private Optional<String> given(String field) {
        return Optional.of(text(field)).filter(it -> !it.isEmpty());
    }

    private String text(String field) {
        return Text.clean(fields.getOrDefault(field, ""));
    }

    private Optional<LocalDate> date(String field) {
        try {
            return given(field).map(LocalDate::parse);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static UnitId unitId(String text) {
        try {
            return UnitId.of(text);
        } catch (IllegalArgumentException none) {
            throw new Refused(IdentityRefusal.UNIT_UNKNOWN);
        }
    }
}
