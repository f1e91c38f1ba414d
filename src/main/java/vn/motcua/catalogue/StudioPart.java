package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list in a package that authors edit, by the word under which it stands in an address: {@code questions} (before the form),
 * {@code pages}, {@code page.<id>} (the questions of a page), {@code table.<id>} (the columns of a table), {@code documents},
 * {@code fees}, {@code steps}.
 *
 * @param of the page or the table; empty for the others
 */
public record StudioPart(Sort sort, String of) {

    /** What its elements are. */
    public enum Sort {
        /** Questions before the form. */
        QUESTIONS,
        /** Pages of the form. */
        PAGES,
        /** Questions of a page. */
        PAGE,
        /** Columns of a table. */
        TABLE,
        /** Required documents. */
        DOCUMENTS,
        /** Fees. */
        FEES,
        /** Steps of the route. */
        STEPS
    }

    /** That part; empty for any other word. */
    public static Optional<StudioPart> named(String word) {
        return switch (word) {
            case "questions" -> Optional.of(new StudioPart(Sort.QUESTIONS, ""));
            case "pages" -> Optional.of(new StudioPart(Sort.PAGES, ""));
            case "documents" -> Optional.of(new StudioPart(Sort.DOCUMENTS, ""));
            case "fees" -> Optional.of(new StudioPart(Sort.FEES, ""));
            case "steps" -> Optional.of(new StudioPart(Sort.STEPS, ""));
            default ->
                word.startsWith("page.") && word.length() > 5
                        ? Optional.of(page(word.substring(5)))
                        : word.startsWith("table.") && word.length() > 6
                                ? Optional.of(table(word.substring(6)))
                                : Optional.empty();
        };
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
        return switch (sort) {
            case PAGE -> "page." + of;
            case TABLE -> "table." + of;
            case QUESTIONS -> "questions";
            case PAGES -> "pages";
            case DOCUMENTS -> "documents";
            case FEES -> "fees";
            case STEPS -> "steps";
        };
    }

    /** Whether its elements are questions or columns. */
    public boolean asks() {
        return sort == Sort.QUESTIONS || sort == Sort.PAGE || sort == Sort.TABLE;
    }

    /** Whether its elements are parts of the form. */
    public boolean ofForm() {
        return asks() || sort == Sort.PAGES;
    }

    /** In which file it stands. */
    String file() {
        return switch (sort) {
            case QUESTIONS, PAGES, PAGE, TABLE -> PackageReader.FORM;
            case DOCUMENTS, FEES -> PackageReader.RECORD;
            case STEPS -> PackageReader.ROUTE;
        };
    }

    /** The element whose key holds the list; empty when there is no such page or table. */
    Optional<ObjectNode> holder(ObjectNode root) {
        return switch (sort) {
            case QUESTIONS, PAGES, DOCUMENTS, FEES, STEPS -> Optional.of(root);
            case PAGE -> elements(root.path("sections")).filter(this::mine).findFirst();
            case TABLE ->
                Stream.concat(
                                elements(root.path("questions")),
                                elements(root.path("sections")).flatMap(it -> elements(it.path("fields"))))
                        .filter(it -> it.path("kind").asString("").equals("table"))
                        .filter(this::mine)
                        .findFirst();
        };
    }

    private boolean mine(ObjectNode node) {
        return node.path("id").asString("").equals(of);
    }

    /** The key under which the list stands in its holder. */
    String key() {
        return switch (sort) {
            case PAGES -> "sections";
            case PAGE -> "fields";
            case TABLE -> "columns";
            case QUESTIONS, DOCUMENTS, FEES, STEPS -> word();
        };
    }

    /** What is filled in about an element of that kind; kinds are those of questions. */
    public List<StudioSlot> slots(String kind, boolean fresh) {
        return switch (sort) {
            case QUESTIONS, PAGE -> StudioShape.question(kind, fresh, false);
            case TABLE -> StudioShape.question(kind, fresh, true);
            case PAGES -> StudioShape.page();
            case DOCUMENTS -> StudioShape.document();
            case FEES -> StudioShape.fee();
            case STEPS -> StudioShape.step();
        };
    }

    /** The kinds of which an element may be; none where there is but one. */
    public List<String> kinds() {
        return asks() ? StudioShape.kinds(sort == Sort.TABLE) : List.of();
    }

    /** The groups of keys in a list. */
    static Stream<ObjectNode> elements(JsonNode list) {
        return list instanceof ArrayNode array
                ? array.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                : Stream.of();
    }
}
