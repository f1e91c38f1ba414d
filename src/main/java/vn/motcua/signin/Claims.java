package vn.motcua.signin;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.motcua.identity.Arrivals;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * What a provider says of whoever signed in, read by its own names. Ours, with what they are called unless configured
 * otherwise: personal-number ({@code SoDinhDanh}), name, birth-date ({@code birthdate}), phone ({@code phone_number}),
 * email, tax-code ({@code MaSoThue}) and organisation-name ({@code TenToChuc}) of the one they act for, organisations
 * ({@code ToChuc}: a list of the two, those they may act for), officer ({@code preferred_username}).
 */
public final class Claims {

    private static final Map<String, String> USUAL = Map.of(
            "personal-number", "SoDinhDanh",
            "birth-date", "birthdate",
            "phone", "phone_number",
            "tax-code", "MaSoThue",
            "organisation-name", "TenToChuc",
            "organisations", "ToChuc",
            "officer", "preferred_username");

    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern TAX_CODE = Pattern.compile("[0-9]{10}(-?[0-9]{3})?|[0-9]{12}");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("uuuuMMdd"),
            DateTimeFormatter.ofPattern("dd/MM/uuuu"));
    private static final int LONGEST = 200;

    private final Provider provider;
    private final Map<String, Object> said;

    Claims(Provider provider, Map<String, Object> said) {
        this.provider = provider;
        this.said = Map.copyOf(said);
    }

    /** An object as claims are given. */
    static Map<String, Object> plain(JsonNode object) {
        var all = new LinkedHashMap<String, Object>();
        object.properties().forEach(it -> {
            if (it.getValue().isArray()) {
                var list = new ArrayList<Object>();
                it.getValue().forEach(one -> list.add(one.isObject() ? plain(one) : one.asString("")));
                all.put(it.getKey(), list);
            } else if (!it.getValue().isObject() && !it.getValue().isNull()) {
                all.put(it.getKey(), it.getValue().asString(""));
            }
        });
        return all;
    }

    /** Whether nothing has to be asked beside it. */
    boolean enough() {
        return provider.agency().isPresent()
                ? text("officer").isPresent()
                : number().isPresent() && text("name").isPresent() && day().isPresent();
    }

    /** The provider's word for the level. */
    Optional<String> level() {
        return Optional.ofNullable(said.get(provider.levelClaim())).map(Object::toString);
    }

    /** The name under which an agency's provider knows an officer. */
    public String officer() {
        return text("officer").orElseThrow(() -> new Refused(SignInRefusal.CLAIMS_MISSING));
    }

    /** The person; refused when number, name or date of birth is missing or cannot be right. */
    public Arrivals.Citizen person() {
        if (!enough()) {
            throw new Refused(SignInRefusal.CLAIMS_MISSING);
        }
        return new Arrivals.Citizen(
                number().orElseThrow(),
                text("name").orElseThrow(),
                day().orElseThrow(),
                text("phone").orElse(""),
                text("email").orElse(""),
                provider.sandbox());
    }

    /** The organisation in whose name they signed in at the provider; empty when in their own. */
    public Optional<Arrivals.Represented> acting() {
        return represented(said);
    }

    /** The organisations for which they may act, as their provider says. */
    public List<Arrivals.Represented> organisations() {
        var all = new ArrayList<Arrivals.Represented>();
        if (said.get(theirs("organisations")) instanceof List<?> list) {
            for (var one : list) {
                if (one instanceof Map<?, ?> organisation) {
                    represented(organisation).filter(it -> !all.contains(it)).ifPresent(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    private Optional<Arrivals.Represented> represented(Map<?, ?> from) {
        var code = text(from, "tax-code").filter(it -> TAX_CODE.matcher(it).matches());
        return code.flatMap(it -> text(from, "organisation-name").map(name -> new Arrivals.Represented(it, name)));
    }

    private Optional<String> number() {
        return text("personal-number").filter(it -> PERSONAL_NUMBER.matcher(it).matches());
    }

    private Optional<LocalDate> day() {
        return text("birth-date")
                .flatMap(it -> DAYS.stream()
                        .flatMap(format -> parsed(it, format).stream())
                        .findFirst());
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String ours) {
        return text(said, ours);
    }

    private Optional<String> text(Map<?, ?> from, String ours) {
        return Optional.ofNullable(from.get(theirs(ours)))
                .filter(it -> it instanceof String || it instanceof Number)
                .map(it -> Text.clean(it.toString()))
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST);
    }

    private String theirs(String ours) {
        return provider.claims().getOrDefault(ours, USUAL.getOrDefault(ours, ours));
    }
}
