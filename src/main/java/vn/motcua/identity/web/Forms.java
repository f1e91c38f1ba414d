package vn.motcua.identity.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.organization.UnitKind;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** What the forms of this module have in common. */
public final class Forms {

    private Forms() {}

    /** A line of a list to choose from. */
    public record Choice(String value, String name) {}

    /** What was typed in a field that may stay empty. */
    public static Optional<String> given(Map<String, String> typed, String field) {
        return Optional.of(Text.clean(typed.getOrDefault(field, ""))).filter(it -> !it.isEmpty());
    }

    /** The form again with what is wrong beside the field it is about; another refusal goes on to the error page. */
    public static Filled wrong(
            Map<String, String> typed, Refused refused, Messages messages, Language language, String nameField) {
        if (!(refused.code() instanceof IdentityRefusal code)) {
            throw refused;
        }
        var field = switch (code) {
            case USER_NAME_TAKEN, USER_NAME_MALFORMED, LOGIN_OF_ANOTHER -> "userName";
            case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON -> "password";
            case NO_PASSWORD_HERE -> throw refused;
            case SETUP_CODE_WRONG -> "code";
            case UNIT_UNKNOWN -> "unit";
            case KIND_UNKNOWN, LEADER_BY_TWO -> "kind";
            case PLACE_UNKNOWN -> "place";
            case NAME_MISSING -> typed.getOrDefault("name", "").isBlank() ? "name" : nameField;
            case AGENCY_CODE_TAKEN -> "agencyCode";
        };
        return new Filled(typed, Map.of(field, messages.say(language, refused)));
    }

    /** The kinds of units to choose from, the widest first. */
    public static List<Choice> kinds(Collection<UnitKind> kinds, Language language) {
        return kinds.stream()
                .sorted(Comparator.comparing(UnitKind::level))
                .map(it -> new Choice(it.kind(), it.name(language)))
                .toList();
    }
}
