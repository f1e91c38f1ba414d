package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.LintFinding.Rule;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Field;
import vn.motcua.form.Kind;
import vn.motcua.form.KnownSources;
import vn.motcua.form.Words;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * Reads a package as people will: whether its questions are short, plain, told apart and in both languages, whether they can
 * be asked at all, and whether a paper is asked that the state has. Pure; the words and lengths are {@link PlainLanguage}.
 */
final class PackageLint {

    private static final Pattern OWN_LETTERS = Pattern.compile("[^\\x00-\\x7f]");
    private static final Set<Kind> NEED_HELP = Set.of(Kind.TEXTAREA, Kind.TABLE, Kind.AGENCY);
    private static final Set<Kind> PERSONAL =
            Set.of(Kind.PERSON_NAME, Kind.CITIZEN_ID, Kind.PHONE, Kind.EMAIL, Kind.ADDRESS);
    private static final Set<String> PERSONAL_LISTS = Set.of(
            "ethnic_groups",
            "religions",
            "marital_status",
            "poverty_status",
            "blood_types",
            "disability_levels",
            "bhyt_groups",
            "genders");
    private static final Pattern BIRTH = Pattern.compile("(?i)(birth(Date|day)|bornOn|fullName)$");
    private static final PlainLanguage PLAIN = PlainLanguage.builtIn();

    private static final Pattern OUTSIDE = Pattern.compile("\\b(registry|dataAvailable)\\(\\s*['\"](\\w+)['\"]");

    private final ProcedurePackage content;
    private final Map<String, String> files;
    private final List<LintFinding> found = new ArrayList<>();

    private PackageLint(ProcedurePackage content, Map<String, String> files) {
        this.content = content;
        this.files = files;
    }

    /** Everything found in a package, in the order of its pages; nothing in one that cannot be read. */
    static List<LintFinding> of(Map<String, String> files) {
        try {
            return of(ProcedurePackage.read(files));
        } catch (Refused refused) {
            return List.of();
        }
    }

    /** Everything found in it. */
    static List<LintFinding> of(ProcedurePackage content) {
        var lint = new PackageLint(content, content.files());
        lint.names();
        lint.pages();
        lint.conditions();
        lint.papers();
        lint.signer();
        lint.messages();
        lint.unanswered();
        return List.copyOf(lint.found);
    }

    /** Names are official and not judged; their English must be there. */
    private void names() {
        Map.of("name", content.name(), "shortName", content.shortName(), "results[1].name", content.resultName())
                .forEach((place, words) -> {
                    if (words.vi().equals(words.en())
                            && OWN_LETTERS.matcher(words.vi()).find()) {
                        finding(Rule.ENGLISH_MISSING, PackageReader.RECORD, place, words.vi());
                    }
                });
    }

    private void pages() {
        var form = content.form().definition();
        page("questions", form.questions());
        reasons("questions", form.title(), form.questions());
        var titles = new HashSet<String>();
        for (var section : form.sections()) {
            var place = "sections." + section.id();
            text(place, section.title());
            section.intro().ifPresent(it -> text(place, it));
            if (!titles.add(section.title().vi()) && section.when().isEmpty()) {
                add(Rule.TITLE_TWICE, place, section.title().vi());
            }
            page(place + ".fields", section.fields());
            reasons(place, section.title(), section.fields());
        }
        for (var check : form.checks()) {
            text("checks." + check.id(), check.words());
        }
    }

    private void page(String parent, List<Field> fields) {
        if (fields.size() > PLAIN.pageQuestions()) {
            add(Rule.PAGE_LONG, parent, fields.size(), PLAIN.pageQuestions());
        }
        var labels = new HashMap<String, Field>();
        for (var field : fields) {
            field(parent + "." + field.id(), field);
            var same = labels.putIfAbsent(field.label().vi(), field);
            if (same != null && together(same, field)) {
                add(Rule.LABEL_TWICE, parent + "." + field.id(), field.label().vi(), same.id());
            }
        }
    }

    /** Two questions under different conditions may take each other's place. */
    private static boolean together(Field one, Field other) {
        return one.when().isEmpty() || other.when().isEmpty() || one.when().equals(other.when());
    }

    private void field(String place, Field field) {
        var label = field.label();
        text(place, label);
        int words = PlainLanguage.count(label.vi());
        if (field.kind() != Kind.CONSENT && words > PLAIN.labelWords()) {
            add(Rule.LABEL_LONG, place, label.vi(), words, PLAIN.labelWords());
        }
        Stream.of(field.hint(), field.reason(), field.limits().message())
                .flatMap(it -> it.stream())
                .forEach(it -> text(place, it));
        field.must().ifPresent(it -> text(place, it.otherwise()));
        if (field.limits().pattern().isPresent() && field.limits().message().isEmpty()) {
            add(Rule.MESSAGE_MISSING, place, label.vi());
        }
        if (NEED_HELP.contains(field.kind()) && field.hint().isEmpty()) {
            add(Rule.HELP_MISSING, place, label.vi());
        }
        var options = new HashSet<String>();
        field.choice().options().forEach((id, it) -> {
            text(place + ".options." + id, it);
            if (!options.add(it.vi())) {
                add(Rule.OPTION_TWICE, place + ".options." + id, it.vi(), label.vi());
            }
        });
        page(place + ".columns", field.table().columns());
    }

    /** What holds for whatever people read. */
    private void text(String place, Words words) {
        text(PackageReader.FORM, place, words);
    }

    private void text(String file, String place, Words words) {
        var text = words.vi();
        if (text.equals(words.en()) && OWN_LETTERS.matcher(text).find()) {
            finding(Rule.ENGLISH_MISSING, file, place, text);
        }
        if (PlainLanguage.capitals(text)) {
            finding(Rule.CAPITALS, file, place, text);
        }
        int longest = PlainLanguage.longestSentence(text);
        if (longest > PLAIN.sentenceWords()) {
            finding(Rule.SENTENCE_LONG, file, place, longest, PLAIN.sentenceWords());
        }
        PLAIN.words().forEach((official, plain) -> {
            if (PlainLanguage.has(text, official)) {
                finding(Rule.OFFICIAL_WORD, file, place, official, plain);
            }
        });
        PLAIN.senses().stream()
                .filter(it -> PlainLanguage.has(text, it))
                .forEach(it -> finding(Rule.SENSES, file, place, it));
    }

    /** One finding for a page: nobody reads the same line for each of its fields. */
    private void reasons(String place, Words title, List<Field> fields) {
        var without = fields.stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.table().columns().stream()))
                .filter(it -> personal(it) && it.reason().isEmpty())
                .map(it -> it.label().vi())
                .distinct()
                .toList();
        if (!without.isEmpty()) {
            add(Rule.REASON_MISSING, place, title.vi(), String.join("; ", without));
        }
    }

    /** By its kind or list; a day of birth, or a name in a column of texts, by its id. */
    private static boolean personal(Field field) {
        return BIRTH.matcher(field.id()).find()
                || PERSONAL.contains(field.kind())
                || field.choice().codelist().filter(PERSONAL_LISTS::contains).isPresent();
    }

    private void conditions() {
        var form = content.form();
        var never = NeverAsked.of(form);
        fields(form)
                .filter(it -> never.contains(it.id()))
                .forEach(it -> add(Rule.NEVER_ASKED, it.id(), it.label().vi()));
    }

    private static Stream<Field> fields(CompiledForm form) {
        return Stream.concat(
                form.definition().questions().stream(), form.definition().fields());
    }

    private void papers() {
        var asked = fields(content.form()).flatMap(it -> it.lookup().stream()).collect(Collectors.toSet());
        var known = PLAIN.papers().entrySet().stream()
                .filter(it -> asked.contains(it.getKey()))
                .flatMap(it -> it.getValue().stream())
                .toList();
        for (var document : content.documents()) {
            var place = "documents." + document.id();
            var name = document.name().vi();
            text(PackageReader.RECORD, place, document.name());
            document.when().ifPresent(it -> text(PackageReader.RECORD, place, it));
            heldInVault(document, place);
            if (document.eForm()
                    || document.presentOnly()
                    || document.required().contains("dataAvailable")) {
                continue;
            }
            if (!document.replacedBy().isEmpty()) {
                finding(Rule.PAPER_HELD, PackageReader.RECORD, place, name, String.join(", ", document.replacedBy()));
            } else if (known.stream().anyMatch(it -> PlainLanguage.has(name, it))) {
                finding(Rule.PAPER_KNOWN, PackageReader.RECORD, place, name);
            }
        }
        for (var fee : content.feeRules()) {
            text(PackageReader.RECORD, "fees." + fee.id(), fee.name());
            fee.says().ifPresent(it -> text(PackageReader.RECORD, "fees." + fee.id(), it));
            fee.reliefs().forEach(it -> text(PackageReader.RECORD, "fees." + fee.id(), it.name()));
        }
    }

    /** Who signs, signs in one capacity; of a group its parts say which. */
    private void signer() {
        if (files.containsKey(PackageReader.RESULT) && content.result().signer().contains("/")) {
            finding(
                    Rule.SIGNER_UNCLEAR,
                    PackageReader.RESULT,
                    "signer",
                    content.result().signer());
        }
    }

    private void messages() {
        content.added()
                .all()
                .forEach((event, words) -> text(PackageReader.MESSAGES, "messages." + event.word() + ".vi", words));
    }

    /** What the vault can hold is taken from there, or it is written down why not. */
    private void heldInVault(RequiredDocument document, String place) {
        if (document.eForm()
                || !document.fromVault().isEmpty()
                || document.notFromVault().isPresent()) {
            return;
        }
        PLAIN.vault().entrySet().stream()
                .filter(it -> it.getValue().stream()
                        .anyMatch(words -> PlainLanguage.has(document.name().vi(), words)))
                .findFirst()
                .ifPresent(it -> finding(
                        Rule.VAULT_UNSAID,
                        PackageReader.RECORD,
                        place,
                        document.name().vi(),
                        it.getKey()));
    }

    private void unanswered() {
        for (var rule : WrittenRule.of(content, _ -> new Words("", ""))) {
            OUTSIDE.matcher(rule.expression())
                    .results()
                    .filter(it -> it.group(1).equals("registry") || !KnownSources.BROUGHT.contains(it.group(2)))
                    .forEach(it -> finding(
                            Rule.NOBODY_ANSWERS, rule.file(), rule.place(), it.group(1) + "('" + it.group(2) + "')"));
        }
    }

    private void add(Rule rule, String place, Object... arguments) {
        finding(rule, PackageReader.FORM, place, arguments);
    }

    private void finding(Rule rule, String file, String place, Object... arguments) {
        var finding = new LintFinding(
                rule,
                file,
                YamlLines.line(files.getOrDefault(file, ""), place),
                place,
                Phrase.of("catalogue.lint." + rule, arguments));
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }
}
