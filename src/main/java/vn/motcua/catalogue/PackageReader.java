package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Form;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Kind;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.route.Fault;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** Reads the files of one procedure package. */
final class PackageReader {

    static final String RECORD = "procedure.yaml";
    static final String FORM = "form.yaml";
    static final String ROUTE = "route.yaml";
    static final String RESULT = "result.yaml";
    static final String EXAMPLES = "examples.yaml";
    /** May be left out. */
    static final String MESSAGES = "messages.yaml";

    private final Map<String, String> given;
    private final Map<String, String> files;

    PackageReader(Map<String, String> files) {
        this.given = Map.copyOf(files);
        this.files = GroupText.isGroup(given) ? GroupText.composed(given) : given;
    }

    ProcedurePackage read() {
        var root = file(RECORD)
                .knowing(
                        "code",
                        "name",
                        "shortName",
                        "sector",
                        "issuer",
                        "decision",
                        "levels",
                        "agencyType",
                        "receivedBy",
                        "identityLevel",
                        "place",
                        "serviceLevel",
                        "partialReason",
                        "agencies",
                        "requirements",
                        "subjects",
                        "keywords",
                        "channels",
                        "timeLimit",
                        "sets",
                        "outOfBounds",
                        "documents",
                        "fees",
                        "results",
                        "legalBasis",
                        "linked",
                        "trust",
                        "source");
        var documents =
                root.list("documents").stream().map(PackageReader::document).toList();
        var fees = root.list("fees").stream().map(PackageReader::fee).toList();
        distinct(root.list("documents"));
        distinct(root.list("fees"));
        var results = root.list("results");
        if (results.isEmpty()) {
            throw root.refuse("thiếu kết quả (results)");
        }
        var content = new PackageContent(
                RecordYaml.read(root, documents, trust(root.need("trust"))),
                root.need("name").words(),
                root.need("shortName").words(),
                root.text("receivedBy"),
                identityLevel(root),
                root.maybe("place").map(YamlPlace::text),
                limit(root.need("timeLimit")),
                sets(root),
                root.maybe("outOfBounds").map(PackageReader::list),
                documents,
                fees,
                results.getFirst().need("name").words(),
                months(results.getFirst()),
                root.texts("linked"),
                trust(root.need("trust")));
        var form = form();
        root.maybe("place").filter(it -> !isAddress(it.text(), form)).ifPresent(it -> {
            throw it.refuse("không có câu hỏi địa chỉ nào tên này");
        });
        var result = ResultTemplate.read(file(RESULT));
        var entries = Entries.read(text(ROUTE), form);
        var route = route(entries.form());
        entries.fits(text(ROUTE), route);
        askedPapers(route, documents);
        result.places().stream()
                .filter(it -> !known(it, form, entries))
                .findFirst()
                .ifPresent(it -> {
                    throw YamlPlace.refused(
                            RESULT,
                            "{{" + it + "}}",
                            "không có câu hỏi nào tên này, không bước nào ghi nó, hệ thống cũng không tự biết");
                });
        result.fits(route, entries.form().definition());
        return new ProcedurePackage(
                content,
                form,
                route,
                entries,
                rules(form, content),
                result,
                Example.read(file(EXAMPLES)),
                added(),
                group(form, content),
                given);
    }

    /** The dossiers of a group are those of its parts, and so are the words. */
    private AddedWords added() {
        if (!given.containsKey(MESSAGES)) {
            return AddedWords.NONE;
        }
        if (GroupText.isGroup(given)) {
            throw YamlPlace.refused(MESSAGES, "", Phrase.of("catalogue.problem.message.group"));
        }
        return AddedWords.read(text(MESSAGES));
    }

    private Optional<Group> group(CompiledForm form, PackageContent content) {
        return GroupText.isGroup(given) ? Optional.of(new GroupReader(given, form, content).read()) : Optional.empty();
    }

    private CompiledForm form() {
        try {
            return Form.compile(FormDefinition.read(text(FORM)));
        } catch (UnsoundDefinition e) {
            throw refused(FORM, e);
        }
    }

    private static PackageRules rules(CompiledForm form, PackageContent content) {
        try {
            return new PackageRules(form, content.documents(), content.fees(), content.limit());
        } catch (UnsoundDefinition e) {
            throw refused(RECORD, e);
        }
    }

    private Route route(CompiledForm form) {
        return switch (Route.check(RouteDefinition.read(text(ROUTE)), new RouteConditions(form))) {
            case Route.Sound(var route) -> route;
            case Route.Faulty(var faults) -> {
                var first = faults.getFirst();
                throw YamlPlace.refused(ROUTE, first.place(), words(first));
            }
        };
    }

    /** What asked units see are papers that the procedure demands. */
    private static void askedPapers(Route route, List<RequiredDocument> documents) {
        for (var step : route.steps()) {
            step.asking().stream()
                    .flatMap(it -> it.documents().stream())
                    .filter(it -> documents.stream().noneMatch(one -> one.id().equals(it)))
                    .findFirst()
                    .ifPresent(it -> {
                        throw YamlPlace.refused(ROUTE, step.id(), "procedure.yaml không có giấy tờ “" + it + "”");
                    });
        }
    }

    static Refused refused(String file, UnsoundDefinition unsound) {
        var first = unsound.faults().getFirst();
        return YamlPlace.refused(file, first.place(), new Phrase("form.fault." + first.reason(), first.arguments()));
    }

    /** What is wrong with a route, to be said to its author. */
    static Phrase words(Fault fault) {
        return new Phrase(
                "route.fault." + fault.kind(),
                Stream.concat(Stream.of(fault.place()), fault.details().stream())
                        .map(Object.class::cast)
                        .toList());
    }

    private static boolean isAddress(String id, CompiledForm form) {
        return form.definition().fields().anyMatch(it -> it.id().equals(id) && it.kind() == Kind.ADDRESS);
    }

    /** Whether a place of the result can be filled: by an answer, by an officer, or by what the program knows. */
    private static boolean known(String place, CompiledForm form, Entries entries) {
        return form.expressions().vocabulary().names().contains(place)
                || form.definition().fields().anyMatch(it -> it.id().equals(place))
                || entries.has(place)
                || AgencyFact.at(place).isPresent();
    }

    private String text(String name) {
        var text = files.get(name);
        if (text == null) {
            throw YamlPlace.refused(name, "", "thiếu tệp này trong gói");
        }
        return text;
    }

    private YamlPlace file(String name) {
        return YamlPlace.read(name, text(name));
    }

    private static int identityLevel(YamlPlace root) {
        var level = root.wholeOr("identityLevel", 1);
        if (level != 1 && level != 2) {
            throw root.need("identityLevel").refuse("mức định danh là 1 hoặc 2");
        }
        return level;
    }

    private static int sets(YamlPlace root) {
        var sets = root.wholeOr("sets", 1);
        if (sets < 1 || sets > 99) {
            throw root.need("sets").refuse("số bộ hồ sơ từ 1 đến 99");
        }
        return sets;
    }

    /** The published list on which the procedure stands, or why that is assumed. */
    private static String list(YamlPlace place) {
        place.knowing("source");
        return place.text("source");
    }

    private static LimitRule limit(YamlPlace place) {
        place.knowing(
                "amount",
                "unit",
                "sameDay",
                "afterSupplement",
                "supplementDays",
                "waits",
                "immediate",
                "note",
                "exceptions");
        var usual = place.flag("sameDay") ? TimeLimit.sameDay() : amount(place);
        return new LimitRule(
                usual,
                place.list("exceptions").stream()
                        .map(it -> new LimitRule.Special(
                                it.knowing("when", "amount", "unit").text("when"), amount(it)))
                        .toList(),
                place.maybe("afterSupplement")
                        .map(PackageReader::afterSupplement)
                        .orElse(AfterSupplement.RESTARTS),
                place.maybe("supplementDays").map(PackageReader::supplementDays),
                place.maybe("waits").map(PackageReader::waits).orElse(Map.of()),
                place.maybe("immediate").map(YamlPlace::text),
                place.textOr("note", ""));
    }

    private static Map<WaitKind, WaitRule> waits(YamlPlace place) {
        place.knowing(Arrays.stream(WaitKind.values()).map(WaitKind::word).toArray(String[]::new));
        var rules = new EnumMap<WaitKind, WaitRule>(WaitKind.class);
        for (var kind : WaitKind.values()) {
            place.maybe(kind.word()).ifPresent(it -> rules.put(kind, waitRule(it)));
        }
        return rules;
    }

    private static WaitRule waitRule(YamlPlace place) {
        var clock = place.knowing("clock", "days").text("clock");
        if (!clock.equals("stops") && !clock.equals("runs")) {
            throw place.need("clock").refuse("cần stops hoặc runs");
        }
        return new WaitRule(clock.equals("stops"), place.maybe("days").map(PackageReader::supplementDays));
    }

    private static int supplementDays(YamlPlace place) {
        int days = place.whole();
        if (days < 1 || days > TimeLimit.MOST) {
            throw place.refuse("số ngày chờ bổ sung phải từ 1 đến " + TimeLimit.MOST);
        }
        return days;
    }

    private static AfterSupplement afterSupplement(YamlPlace place) {
        return Arrays.stream(AfterSupplement.values())
                .filter(it -> it.word().equals(place.text()))
                .findFirst()
                .orElseThrow(() -> place.refuse("cần restart hoặc subtract"));
    }

    private static TimeLimit amount(YamlPlace place) {
        int amount = place.need("amount").whole();
        if (amount < 1 || amount > TimeLimit.MOST) {
            throw place.need("amount").refuse("thời hạn phải từ 1 đến " + TimeLimit.MOST);
        }
        return new TimeLimit(amount, place.need("unit").oneOf(TimeLimit.Unit.class));
    }

    private static Optional<Integer> months(YamlPlace result) {
        var months = result.maybe("validMonths").map(YamlPlace::whole);
        months.filter(it -> it < 1).ifPresent(_ -> {
            throw result.need("validMonths").refuse("thời gian có giá trị phải từ 1 tháng");
        });
        return months;
    }

    private static RequiredDocument document(YamlPlace place) {
        place.knowing(
                "id",
                "name",
                "required",
                "when",
                "originals",
                "copies",
                "presentOnly",
                "eForm",
                "replacedBy",
                "nationalCode",
                "fromVault",
                "notFromVault");
        if (!place.texts("fromVault").isEmpty() && place.maybe("notFromVault").isPresent()) {
            throw place.need("notFromVault").refuse("đã lấy từ kho (fromVault) thì không có lý do để hỏi lại");
        }
        return new RequiredDocument(
                place.text("id"),
                place.need("name").words(),
                place.text("required"),
                place.maybe("when").map(YamlPlace::words),
                place.wholeOr("originals", 0),
                place.wholeOr("copies", 0),
                place.flag("presentOnly"),
                place.flag("eForm"),
                place.texts("replacedBy"),
                place.textOr("nationalCode", ""),
                place.texts("fromVault"),
                place.maybe("notFromVault").map(YamlPlace::words));
    }

    private static FeeRule fee(YamlPlace place) {
        place.knowing("id", "name", "kind", "amount", "says", "legal", "due", "note", "trust", "reliefs");
        distinct(place.list("reliefs"));
        return new FeeRule(
                place.text("id"),
                place.need("name").words(),
                place.need("kind").oneOf(FeeRule.Kind.class),
                place.text("amount"),
                place.maybe("says").map(YamlPlace::words),
                place.textOr("legal", ""),
                place.maybe("due").map(PackageReader::feeDue).orElse(FeeDue.RESULT),
                place.textOr("note", ""),
                place.list("reliefs").stream().map(PackageReader::relief).toList(),
                place.textOr("trust", ""));
    }

    private static FeeRelief relief(YamlPlace place) {
        place.knowing("id", "name", "when", "amount", "legal", "trust");
        return new FeeRelief(
                place.text("id"),
                place.need("name").words(),
                place.text("when"),
                place.text("amount"),
                place.textOr("legal", ""));
    }

    private static FeeDue feeDue(YamlPlace place) {
        return Arrays.stream(FeeDue.values())
                .filter(it -> it.word().equals(place.text()))
                .findFirst()
                .orElseThrow(() -> place.refuse("cần filing, reception hoặc result"));
    }

    private static void distinct(List<YamlPlace> places) {
        var seen = new HashSet<String>();
        for (var place : places) {
            if (!seen.add(place.text("id"))) {
                throw place.refuse("mã \"" + place.text("id") + "\" dùng hai lần");
            }
        }
    }

    private static Map<String, String> trust(YamlPlace place) {
        var found = new TreeMap<String, String>();
        for (var part : place.node().propertyNames()) {
            found.put(part, place.text(part));
        }
        return Map.copyOf(found);
    }
}
