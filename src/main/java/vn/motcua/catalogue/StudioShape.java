package vn.motcua.catalogue;

import static vn.motcua.catalogue.StudioSlot.Type.COLUMNS;
import static vn.motcua.catalogue.StudioSlot.Type.DECIMAL;
import static vn.motcua.catalogue.StudioSlot.Type.DEMANDED;
import static vn.motcua.catalogue.StudioSlot.Type.EXPRESSION;
import static vn.motcua.catalogue.StudioSlot.Type.FIGURE;
import static vn.motcua.catalogue.StudioSlot.Type.LINE;
import static vn.motcua.catalogue.StudioSlot.Type.LINES;
import static vn.motcua.catalogue.StudioSlot.Type.LONG_WORDS;
import static vn.motcua.catalogue.StudioSlot.Type.ONE_OF;
import static vn.motcua.catalogue.StudioSlot.Type.OPTIONS;
import static vn.motcua.catalogue.StudioSlot.Type.REQUIRED;
import static vn.motcua.catalogue.StudioSlot.Type.TICK;
import static vn.motcua.catalogue.StudioSlot.Type.WHOLE;
import static vn.motcua.catalogue.StudioSlot.Type.WORDS;
import static vn.motcua.catalogue.StudioSlot.Type.YES_OR_NO;
import static vn.motcua.catalogue.StudioSlot.among;
import static vn.motcua.catalogue.StudioSlot.needed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.form.CodeLists;
import vn.motcua.form.Kind;
import vn.motcua.form.QuestionBank;

/** What an author fills in about each sort of element of a package. */
final class StudioShape {

    /** Entries that stand for several questions at once; see the form reference. */
    private static final List<String> COMPOUNDS = List.of("person", "organization", "landParcel");

    /** The kinds of what a province may set. */
    static final List<String> PARAMETER_KINDS = List.of("boolean", "integer", "decimal", "money", "text");

    private StudioShape() {}

    /** The kinds of questions, as the text names them. */
    static List<String> kinds(boolean column) {
        var all = Arrays.stream(Kind.values())
                .filter(it -> !column || (it != Kind.TABLE && it != Kind.FILE && it != Kind.SIGNATURE))
                .map(Kind::written);
        return Stream.concat(all, column ? Stream.of() : COMPOUNDS.stream()).toList();
    }

    /** A question, or a column of a table. */
    static List<StudioSlot> question(String kind, boolean fresh, boolean column) {
        if (kind.equals(Kind.SIGNATURE.written())) {
            return List.of(
                    needed("", WORDS),
                    needed("id", LINE),
                    StudioSlot.of("hint", LONG_WORDS),
                    StudioSlot.of("when", EXPRESSION),
                    among("signs", ONE_OF, StudioSlot.Among.QUESTIONS));
        }
        var slots = new ArrayList<>(List.of(
                needed("", WORDS),
                needed("id", LINE),
                StudioSlot.of("hint", LONG_WORDS),
                StudioSlot.of("reason", LONG_WORDS),
                StudioSlot.of("required", REQUIRED),
                StudioSlot.of("when", EXPRESSION)));
        switch (kind) {
            case "select", "choices" -> {
                slots.add(StudioSlot.of("options", OPTIONS));
                slots.add(among(
                        "codelist", ONE_OF, List.copyOf(CodeLists.standard().names())));
            }
            case "table" -> {
                if (fresh) {
                    slots.add(needed("columns", COLUMNS));
                }
                slots.add(StudioSlot.of("minRows", WHOLE));
                slots.add(StudioSlot.of("maxRows", WHOLE));
            }
            case "integer", "decimal", "money", "date", "partialDate", "month", "datetime" -> {
                slots.add(StudioSlot.of("min", FIGURE));
                slots.add(StudioSlot.of("max", FIGURE));
            }
            case "text", "textarea" -> {
                slots.add(StudioSlot.of("maxLength", WHOLE));
                slots.add(StudioSlot.of("pattern", LINE));
                slots.add(StudioSlot.of("message", WORDS));
            }
            case "boolean" -> slots.add(StudioSlot.of("mustBe", YES_OR_NO));
            case "consent" -> {
                slots.add(StudioSlot.of("mustBe", YES_OR_NO));
                slots.add(among("confirmBy", ONE_OF, List.of("vneid-or-signature")));
            }
            case "file" -> {
                slots.add(StudioSlot.of("accept", LINE));
                slots.add(StudioSlot.of("maxSizeKb", WHOLE));
            }
            default -> {}
        }
        switch (kind) {
            case "boolean" -> slots.add(StudioSlot.of("default", YES_OR_NO));
            case "integer", "decimal", "money" -> slots.add(StudioSlot.of("default", FIGURE));
            case "text", "select", "date" -> slots.add(StudioSlot.of("default", LINE));
            default -> {}
        }
        if (kind.equals("date")) {
            slots.add(StudioSlot.of("acceptYearOnly", TICK));
        }
        if (!column && !kind.equals("table") && !kind.equals("file")) {
            slots.add(among("prefill", ONE_OF, List.of("vneid", "population")));
            slots.add(StudioSlot.of("lookup", LINE));
            var asked = QuestionBank.standard().keys(kind);
            if (!asked.isEmpty()) {
                slots.add(among("bank", ONE_OF, asked));
            }
        }
        slots.add(StudioSlot.of("must", EXPRESSION));
        slots.add(StudioSlot.of("otherwise", WORDS));
        if (List.of("text", "integer", "decimal", "money", "boolean").contains(kind)) {
            slots.add(StudioSlot.of("calculate", EXPRESSION));
        }
        return slots;
    }

    /** The form as a whole. */
    static List<StudioSlot> declaration() {
        return List.of(needed("", WORDS), needed("form", LINE));
    }

    /** A page of the form. */
    static List<StudioSlot> page() {
        return List.of(
                needed("", WORDS),
                needed("id", LINE),
                StudioSlot.of("intro", LONG_WORDS),
                StudioSlot.of("when", EXPRESSION),
                StudioSlot.of("self", EXPRESSION));
    }

    /** A required document. */
    static List<StudioSlot> document() {
        return List.of(
                needed("name", LONG_WORDS),
                needed("id", LINE),
                StudioSlot.of("required", DEMANDED),
                StudioSlot.of("when", WORDS),
                StudioSlot.of("originals", WHOLE),
                StudioSlot.of("copies", WHOLE),
                StudioSlot.of("presentOnly", TICK),
                StudioSlot.of("eForm", TICK),
                StudioSlot.of("replacedBy", LINES),
                StudioSlot.of("nationalCode", LINE),
                StudioSlot.of("fromVault", LINES),
                StudioSlot.of("notFromVault", LONG_WORDS));
    }

    /** A fee. */
    static List<StudioSlot> fee() {
        return List.of(
                needed("name", LONG_WORDS),
                needed("id", LINE),
                among(
                                "kind",
                                ONE_OF,
                                Arrays.stream(FeeRule.Kind.values())
                                        .map(Enum::name)
                                        .toList())
                        .must(),
                needed("amount", EXPRESSION),
                StudioSlot.of("says", WORDS),
                StudioSlot.of("legal", LINE),
                among(
                        "due",
                        ONE_OF,
                        Arrays.stream(FeeDue.values()).map(FeeDue::word).toList()),
                StudioSlot.of("note", LINE),
                StudioSlot.of("trust", LINE));
    }

    /** Who pays less of a fee, or nothing. */
    static List<StudioSlot> relief() {
        return List.of(
                needed("name", LONG_WORDS),
                needed("id", LINE),
                needed("when", EXPRESSION),
                needed("amount", EXPRESSION),
                StudioSlot.of("legal", LINE));
    }

    /** What a group takes over from a part of it. */
    static List<StudioSlot> taken(StudioPart.Sort sort) {
        var from = among("from", ONE_OF, StudioSlot.Among.PROCEDURES).must();
        return switch (sort) {
            case QUESTIONS -> List.of(from, StudioSlot.of("question", LINE));
            case CHECKS -> List.of(from, StudioSlot.of("check", LINE));
            case DOCUMENTS -> List.of(from, StudioSlot.of("document", LINE));
            case FEES -> List.of(from, StudioSlot.of("fee", LINE));
            case PAGES -> List.of(from, needed("sections", LINES));
            default ->
                List.of(
                        from,
                        needed("field", LINE),
                        StudioSlot.of("", WORDS),
                        StudioSlot.of("hint", LONG_WORDS),
                        StudioSlot.of("reason", LONG_WORDS),
                        StudioSlot.of("when", EXPRESSION));
        };
    }

    /** A rule, or what holds otherwise. */
    static List<StudioSlot> rule(StudioPart.Sort sort, boolean otherwise) {
        var slots = new ArrayList<StudioSlot>();
        if (!otherwise) {
            slots.add(needed("when", EXPRESSION));
        }
        switch (sort) {
            case AMOUNT -> slots.add(needed("amount", EXPRESSION));
            case CHOICE ->
                slots.add(among("next", ONE_OF, StudioSlot.Among.STEPS).must());
            default -> {
                slots.add(needed("unit", LINE));
                if (!otherwise) {
                    slots.add(needed("because", WORDS));
                }
            }
        }
        return slots;
    }

    /** A check across questions: what is wrong, what is marked or what is suggested when its condition holds. */
    static List<StudioSlot> check() {
        return List.of(
                needed("", LONG_WORDS),
                needed("id", LINE),
                needed("if", EXPRESSION),
                among("wrong", ONE_OF, StudioSlot.Among.QUESTIONS),
                StudioSlot.of("flag", LINE),
                StudioSlot.of("suggest", LINE));
    }

    /** What is added when something is told. */
    static List<StudioSlot> message() {
        return List.of(among("id", ONE_OF, ToldEvent.words()).must(), needed("", LONG_WORDS));
    }

    /** What a province may set. */
    static List<StudioSlot> parameter(String kind) {
        var initial = switch (kind) {
            case "boolean" -> YES_OR_NO;
            case "integer", "money" -> WHOLE;
            case "decimal" -> DECIMAL;
            default -> LINE;
        };
        return List.of(needed("", WORDS), needed("id", LINE), needed("default", initial));
    }
}
