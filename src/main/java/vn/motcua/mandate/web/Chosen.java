package vn.motcua.mandate.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.shared.Refused;

/** Reads what was chosen on a form that asks for a mandate. */
final class Chosen {

    private Chosen() {}

    /** As it was typed. */
    static MandateView.Typed typed(MultiValueMap<String, String> posted) {
        return new MandateView.Typed(
                text(posted, "kind"),
                text(posted, "matters"),
                posted.getOrDefault("sector", List.of()),
                posted.getOrDefault("procedure", List.of()),
                Arrays.stream(Reach.Errand.values())
                        .map(Enum::name)
                        .filter(it -> posted.containsKey("errand." + it))
                        .toList(),
                text(posted, "until"));
    }

    /** What it asks for; refuses what is not chosen. */
    static MandateDesk.Wanted wanted(UUID command, MandateView.Typed typed, boolean byConsent) {
        var kind = Arrays.stream(Standing.Kind.values())
                .filter(it -> it.byConsent() == byConsent && it.name().equals(typed.kind()))
                .findFirst()
                .orElseThrow(() -> new Refused(MandateRefusal.KIND_WRONG));
        return new MandateDesk.Wanted(new MandateId(command), kind, reach(typed), day(typed.until()));
    }

    /** No choice at all would mean all matters, so it is refused here. */
    private static Reach reach(MandateView.Typed typed) {
        var errands = Arrays.stream(Reach.Errand.values())
                .filter(it -> typed.errands().contains(it.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reach.Errand.class)));
        var sectors = typed.matters().equals("sectors") ? Set.copyOf(typed.sectors()) : Set.<String>of();
        var procedures = typed.matters().equals("procedures") ? Set.copyOf(typed.procedures()) : Set.<String>of();
        if (!typed.matters().equals("all") && sectors.isEmpty() && procedures.isEmpty()) {
            throw new Refused(MandateRefusal.NO_MATTER);
        }
        return new Reach(errands, sectors, procedures);
    }

    /** The day; long ago when it is none. */
    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            return LocalDate.EPOCH;
        }
    }

    static String text(MultiValueMap<String, String> posted, String name) {
        return Objects.requireNonNullElse(posted.getFirst(name), "");
    }

    /** The field at which it is mended; empty for what no field mends. */
    static String wrongAt(MandateRefusal code) {
        return switch (code) {
            case NO_ERRAND -> "errands";
            case NO_MATTER -> "matters";
            case LAST_DAY_WRONG -> "until";
            case KIND_WRONG -> "kind";
            case PERSON_MISSING, CHILD_OF_AGE, HELPER_UNKNOWN -> "number";
            case NO_ONE_STOP -> "unit";
            case NO_PAPER -> "file";
            case BODY_MISSING -> "body";
            case MINUTES_WRONG -> "minutes";
            case TOO_MANY_ASKED,
                    CODE_UNKNOWN,
                    OWN_CONSENT,
                    NOT_A_PERSON,
                    QUESTION_LAPSED,
                    MANDATE_ANSWERED,
                    PERSON_DIFFERS,
                    CHECK_REASON_MISSING -> "";
        };
    }
}
