package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.Kind;

/**
 * A part of a package that authors edit, by the word under which it stands in an address: {@code documents}, {@code pages},
 * {@code page.<id>} (the questions of a page) …
 *
 * @param of what the part belongs to, e.g. the page or the table; empty for most
 */
public record StudioPart(Sort sort, String of) {

    /** The kind of an element of a group that is taken over from a part. */
    public static final String FROM = "from";
    /** The kind of any other element of a group. */
    public static final String OWN = "own";
    /** By what the last rule is known, which holds when no other does. */
    public static final String OTHERWISE = "otherwise";

    /** How the text keeps the elements of a part. */
    enum Keeping {
        /** A list of groups of keys, each with its id. */
        NAMED,
        /** A list whose elements are known by their number. */
        NUMBERED,
        /** Groups of keys by their names. */
        KEYED,
        /** One group of keys. */
        ALONE,
        /** Rules, the first that holds counts, and what holds otherwise. */
        RULES,
        /** The options of a choice, with what is said of them elsewhere. */
        CASES
    }

    /** What its elements are. */
    public enum Sort {
        /** Questions before the form. */
        QUESTIONS("questions", PackageReader.FORM, Keeping.NAMED, "questions"),
        /** What the form is called, and by which number. */
        DECLARATION("declaration", PackageReader.FORM, Keeping.ALONE, ""),
        /** Pages of the form. */
        PAGES("pages", PackageReader.FORM, Keeping.NAMED, "sections"),
        /** Questions of a page. */
        PAGE("page.", PackageReader.FORM, Keeping.NAMED, "fields"),
        /** Columns of a table. */
        TABLE("table.", PackageReader.FORM, Keeping.NAMED, "columns"),
        /** Checks across questions. */
        CHECKS("checks", PackageReader.FORM, Keeping.NAMED, "checks"),
        /** What a province may set. */
        PARAMETERS("parameters", PackageReader.FORM, Keeping.KEYED, "parameters"),
        /** The published record. */
        RECORD("record", PackageReader.RECORD, Keeping.ALONE, ""),
        /** The time limit. */
        LIMIT("limit", PackageReader.RECORD, Keeping.ALONE, "timeLimit"),
        /** Other time limits, each under its condition. */
        EXCEPTIONS("exceptions", PackageReader.RECORD, Keeping.NUMBERED, "exceptions"),
        /** Published ways of filing. */
        CHANNELS("channels", PackageReader.RECORD, Keeping.NUMBERED, "channels"),
        /** Agencies that take part. */
        AGENCIES("agencies", PackageReader.RECORD, Keeping.NUMBERED, "agencies"),
        /** Results. */
        RESULTS("results", PackageReader.RECORD, Keeping.NUMBERED, "results"),
        /** Legal texts. */
        LEGAL("legal", PackageReader.RECORD, Keeping.NUMBERED, "legalBasis"),
        /** Required documents. */
        DOCUMENTS("documents", PackageReader.RECORD, Keeping.NAMED, "documents"),
        /** The documents of each case. */
        CASES("cases.", PackageReader.RECORD, Keeping.CASES, "documents"),
        /** Fees. */
        FEES("fees", PackageReader.RECORD, Keeping.NAMED, "fees"),
        /** Who pays less of a fee, or nothing. */
        RELIEFS("reliefs.", PackageReader.RECORD, Keeping.NAMED, "reliefs"),
        /** Steps of the route. */
        STEPS("steps", PackageReader.ROUTE, Keeping.NAMED, "steps"),
        /** The rules of an amount. */
        AMOUNT("fee.", PackageReader.RECORD, Keeping.RULES, "amount"),
        /** The ways out of a choice of the route. */
        CHOICE("choice.", PackageReader.ROUTE, Keeping.RULES, "branches"),
        /** The rules by which a step is done at another kind of unit. */
        UNIT("unit.", PackageReader.ROUTE, Keeping.RULES, "unit"),
        /** What officers enter at a step. */
        ENTER("enter.", PackageReader.ROUTE, Keeping.NAMED, "enter"),
        /** The template of the result. */
        PAPER("paper", PackageReader.RESULT, Keeping.ALONE, ""),
        /** What is added to what applicants are told, by the event. */
        MESSAGES("messages", PackageReader.MESSAGES, Keeping.KEYED, "messages"),
        /** How a group of linked procedures hangs together. */
        WHOLE("whole", GroupText.GROUP, Keeping.ALONE, ""),
        /** The procedures that a group links. */
        LINKED("linked", GroupText.GROUP, Keeping.NAMED, "parts"),
        /** Examples. */
        EXAMPLES("examples", PackageReader.EXAMPLES, Keeping.NUMBERED, "examples");

        private final String word;
        private final String file;
        private final Keeping keeping;
        private final String key;

        Sort(String word, String file, Keeping keeping, String key) {
            this.word = word;
            this.file = file;
            this.keeping = keeping;
            this.key = key;
        }

        /** Whether it belongs to something, e.g. to a page. */
        boolean nested() {
            return word.endsWith(".");
        }

        /** Whether the key goes away with its last element. */
        boolean optional() {
            return switch (this) {
                case CHECKS, PARAMETERS, EXCEPTIONS, AGENCIES, ENTER, MESSAGES, RELIEFS -> true;
                default -> false;
            };
        }
    }

    /** That part; empty for any other word. */
    public static Optional<StudioPart> named(String word) {
        return Arrays.stream(Sort.values())
                .filter(it -> it.nested()
                        ? word.startsWith(it.word) && word.length() > it.word.length()
                        : it.word.equals(word))
                .findFirst()
                .map(it -> new StudioPart(it, it.nested() ? word.substring(it.word.length()) : ""));
    }

    /** The questions of that page. */
    public static StudioPart page(String id) {
        return new StudioPart(Sort.PAGE, id);
    }

    /** The columns of that table. */
    public static StudioPart table(String id) {
        return new StudioPart(Sort.TABLE, id);
    }

    /** Its word. */
    public String word() {
        return sort.word + of;
    }

    /** Whether its elements are questions or columns. */
    public boolean asks() {
        return switch (sort) {
            case QUESTIONS, PAGE, TABLE, ENTER -> true;
            default -> false;
        };
    }

    /** Whether its elements are of one of several kinds. */
    public boolean kinded() {
        return asks() || sort == Sort.PARAMETERS || sort == Sort.STEPS;
    }

    /** The kind that its elements have which say none. */
    public String usual() {
        return sort == Sort.STEPS ? StudioNodes.STEP : "text";
    }

    /** Whether it is listed on the page of the whole form. */
    public boolean ofForm() {
        return switch (sort) {
            case DECLARATION, QUESTIONS, PAGES, PAGE, CHECKS, PARAMETERS -> true;
            default -> false;
        };
    }

    /** Whether there is one element, which is always there. */
    public boolean alone() {
        return sort.keeping == Keeping.ALONE;
    }

    /** Whether its elements neither come nor go. */
    public boolean fixed() {
        return alone() || sort.keeping == Keeping.CASES;
    }

    /** Whether a group of linked procedures may take over elements of its parts. */
    boolean takes() {
        return switch (sort) {
            case QUESTIONS, PAGES, PAGE, CHECKS, DOCUMENTS, FEES -> true;
            default -> false;
        };
    }

    /** Whether its elements are known by a code of their own. */
    public boolean coded() {
        return sort.keeping == Keeping.NAMED || sort.keeping == Keeping.KEYED;
    }

    /** Whether its elements are rules of which the first that holds counts. */
    public boolean rules() {
        return sort.keeping == Keeping.RULES;
    }

    /** The kind of a rule. */
    String rule(String id) {
        return rules() && id.equals(OTHERWISE) ? OTHERWISE : "";
    }

    Keeping keeping() {
        return sort.keeping;
    }

    /** In which file it stands. */
    String file() {
        return sort.file;
    }

    /** The element whose key holds the list; empty when there is no such page or table. */
    Optional<ObjectNode> holder(ObjectNode root) {
        return switch (sort) {
            case PAGE -> elements(root.path("sections")).filter(this::mine).findFirst();
            case TABLE ->
                Stream.concat(
                                elements(root.path("questions")),
                                elements(root.path("sections")).flatMap(it -> elements(it.path("fields"))))
                        .filter(it -> it.path("kind").asString("").equals("table"))
                        .filter(this::mine)
                        .findFirst();
            case AMOUNT, RELIEFS ->
                elements(root.path("fees")).filter(this::mine).findFirst();
            case CHOICE ->
                elements(root.path("steps"))
                        .filter(this::mine)
                        .filter(it -> it.path("kind").asString("").equals("choice"))
                        .findFirst();
            case UNIT ->
                elements(root.path("steps"))
                        .filter(this::mine)
                        .filter(it -> it.has("unit"))
                        .findFirst();
            case ENTER -> elements(root.path("steps")).filter(this::mine).findFirst();
            case LIMIT, EXCEPTIONS ->
                Optional.of(root.path("timeLimit") instanceof ObjectNode there ? there : root.putObject("timeLimit"));
            default -> Optional.of(root);
        };
    }

    private boolean mine(ObjectNode node) {
        return node.path("id").asString("").equals(of);
    }

    /** The key under which the list stands in its holder; empty where the holder is the element. */
    String key() {
        return alone() ? "" : sort.key;
    }

    /** What is filled in about an element of that kind. */
    public List<StudioSlot> slots(String kind, boolean fresh) {
        if (kind.equals(FROM)) {
            return StudioShape.taken(sort);
        }
        return switch (sort) {
            case QUESTIONS, PAGE -> StudioShape.question(kind, fresh, false);
            case ENTER ->
                StudioShape.question(kind, fresh, false).stream()
                        .filter(it -> !it.key().equals("prefill"))
                        .toList();
            case TABLE -> StudioShape.question(kind, fresh, true);
            case DECLARATION -> StudioShape.declaration();
            case PAGES -> StudioShape.page();
            case CHECKS -> StudioShape.check();
            case PARAMETERS -> StudioShape.parameter(kind);
            case DOCUMENTS -> StudioShape.document();
            case FEES -> StudioShape.fee();
            case RELIEFS -> StudioShape.relief();
            case STEPS -> StudioNodes.slots(kind);
            case RECORD -> RecordShape.record();
            case LIMIT -> RecordShape.limit();
            case EXCEPTIONS -> RecordShape.exception();
            case CHANNELS -> RecordShape.channel();
            case AGENCIES -> RecordShape.agency();
            case RESULTS -> RecordShape.result();
            case LEGAL -> RecordShape.legal();
            case AMOUNT, CHOICE, UNIT -> StudioShape.rule(sort, kind.equals(OTHERWISE));
            case PAPER -> RecordShape.paper();
            case MESSAGES -> StudioShape.message();
            case EXAMPLES -> RecordShape.example();
            case CASES -> RecordShape.cased();
            case WHOLE -> RecordShape.whole();
            case LINKED -> RecordShape.linked();
        };
    }

    /** The kinds of which an element may be; none where there is but one. Places to sign stand on pages alone. */
    public List<String> kinds() {
        return asks()
                ? StudioShape.kinds(sort == Sort.TABLE).stream()
                        .filter(it -> sort == Sort.PAGE || !it.equals(Kind.SIGNATURE.written()))
                        .toList()
                : switch (sort) {
                    case PARAMETERS -> StudioShape.PARAMETER_KINDS;
                    case STEPS -> StudioNodes.kinds();
                    default -> List.<String>of();
                };
    }

    /** The groups of keys in a list. */
    static Stream<ObjectNode> elements(JsonNode list) {
        return list instanceof ArrayNode array
                ? array.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                : Stream.of();
    }
}
