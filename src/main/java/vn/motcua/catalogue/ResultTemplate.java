package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.form.FormDefinition;
import vn.motcua.route.Route;
import vn.motcua.shared.Refused;

/**
 * What the result paper of a procedure says: a title, lines with places to fill, who signs. Deliberately small: a place
 * {@code {{child.fullName|upper}}} takes a value in words; there is no logic and nothing that could run.
 *
 * @param title of the paper
 * @param grounds the legal grounds (căn cứ) of a decision, each a line with places to fill; may be empty
 * @param lines each with places to fill
 * @param authority on whose behalf the signer signs, e.g. {@code TM. Ủy ban nhân dân}; empty for what follows from the agency
 * @param signer the position that signs, unless the operator's data say in what capacity that officer does
 * @param sensitive whether the public page says nothing of it without its owner's code
 * @param appraisal the role that appraises the draft before it is signed (thẩm định, trình ký); empty where nobody has to
 * @param signatures those before the signature of who decided and the agency's seal, in their order; may be empty
 * @param owners whose it is: {@code applicant}, or questions that take somebody's number; empty means the applicant's
 */
public record ResultTemplate(
        String title,
        List<String> grounds,
        List<String> lines,
        String authority,
        String signer,
        boolean sensitive,
        String appraisal,
        List<SignatureRule> signatures,
        List<String> owners) {

    /** Keeps its own copies. */
    public ResultTemplate {
        grounds = List.copyOf(grounds);
        lines = List.copyOf(lines);
        signatures = List.copyOf(signatures);
        owners = List.copyOf(owners);
    }

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*(?:\\|\\s*(\\w+)\\s*)?}}");
    /** Stands where nothing is known, as on printed forms. */
    private static final String BLANK = "………";

    /**
     * The paper with every place filled.
     *
     * @param title of the paper
     * @param grounds as they are printed
     * @param lines as they are printed
     */
    public record Filled(String title, List<String> grounds, List<String> lines) {

        /** Keeps its own copies. */
        public Filled {
            grounds = List.copyOf(grounds);
            lines = List.copyOf(lines);
        }
    }

    /** The names of all places, e.g. {@code child.fullName}. */
    public TreeSet<String> places() {
        var found = new TreeSet<String>();
        var all = new java.util.ArrayList<>(lines);
        all.addAll(grounds);
        all.add(title);
        for (var line : all) {
            PLACE.matcher(line).results().forEach(it -> found.add(it.group(1)));
        }
        return found;
    }

    /** Fills the places with values already in words; what is not known stays a dotted blank. */
    public Filled fill(Function<String, Optional<String>> valueInWords) {
        return new Filled(
                fill(title, valueInWords),
                grounds.stream().map(it -> fill(it, valueInWords)).toList(),
                lines.stream().map(it -> fill(it, valueInWords)).toList());
    }

    private static String fill(String line, Function<String, Optional<String>> valueInWords) {
        return PLACE.matcher(line).replaceAll(place -> {
            var value = valueInWords.apply(place.group(1)).filter(it -> !it.isBlank());
            var upper = "upper".equals(place.group(2));
            return java.util.regex.Matcher.quoteReplacement(
                    value.map(it -> upper ? it.toUpperCase(java.util.Locale.forLanguageTag("vi")) : it)
                            .orElse(BLANK));
        });
    }

    /** Refuses roles that no step has, one that appraises what it signs, and owners whom no question names. */
    void fits(Route route, FormDefinition form) {
        owners.stream()
                .filter(it -> !it.equals(ResultOwner.APPLICANT)
                        && ResultOwner.field(it, form).isEmpty())
                .findFirst()
                .ifPresent(it -> {
                    throw refused(
                            "owners",
                            "“" + it + "” không phải applicant, cũng không phải câu hỏi số định danh hay mã số thuế");
                });
        signatures.forEach(it -> mustBeOfAStep(route, "signatures", it.role()));
        if (!appraisal.isEmpty()) {
            mustBeOfAStep(route, "appraisal", appraisal);
            if (signatures.stream().anyMatch(it -> it.role().equals(appraisal))) {
                throw refused("appraisal", "vai trò “" + appraisal + "” đã ký kết quả nên không thẩm định kết quả đó");
            }
        }
    }

    private static void mustBeOfAStep(Route route, String key, String role) {
        if (route.steps().stream().noneMatch(it -> it.role().equals(role))) {
            throw refused(key, "không bước nào của quy trình do vai trò “" + role + "” làm");
        }
    }

    private static Refused refused(String key, String reason) {
        return YamlPlace.refused(PackageReader.RESULT, key, reason);
    }

    /** Reads {@code result.yaml}. */
    static ResultTemplate read(YamlPlace file) {
        file.knowing(
                "title", "grounds", "lines", "authority", "signer", "sensitive", "appraisal", "signatures", "owners");
        for (var line : Stream.concat(file.list("grounds").stream(), file.list("lines").stream())
                .toList()) {
            var rest = PLACE.matcher(line.text()).replaceAll("");
            if (rest.contains("{{") || rest.contains("}}")) {
                throw line.refuse("chỗ điền không đúng dạng {{tên}} hoặc {{tên|upper}}");
            }
            PLACE.matcher(line.text())
                    .results()
                    .filter(it -> it.group(2) != null && !it.group(2).equals("upper"))
                    .findFirst()
                    .ifPresent(it -> {
                        throw line.refuse("không có cách viết \"" + it.group(2) + "\"; chỉ có upper");
                    });
        }
        return new ResultTemplate(
                file.text("title"),
                file.texts("grounds"),
                file.texts("lines"),
                file.textOr("authority", ""),
                file.text("signer"),
                file.flag("sensitive"),
                file.textOr("appraisal", ""),
                SignatureRule.read(file),
                file.texts("owners"));
    }
}
