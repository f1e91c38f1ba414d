package vn.motcua.catalogue;

import static vn.motcua.catalogue.StudioSlot.Type.DECIMAL;
import static vn.motcua.catalogue.StudioSlot.Type.EXPRESSION;
import static vn.motcua.catalogue.StudioSlot.Type.LINE;
import static vn.motcua.catalogue.StudioSlot.Type.LINES;
import static vn.motcua.catalogue.StudioSlot.Type.LONG_WORDS;
import static vn.motcua.catalogue.StudioSlot.Type.MOMENT;
import static vn.motcua.catalogue.StudioSlot.Type.ONE_OF;
import static vn.motcua.catalogue.StudioSlot.Type.PAIRS;
import static vn.motcua.catalogue.StudioSlot.Type.SEVERAL;
import static vn.motcua.catalogue.StudioSlot.Type.SEVERAL_OR_NONE;
import static vn.motcua.catalogue.StudioSlot.Type.TEXT;
import static vn.motcua.catalogue.StudioSlot.Type.TEXT_PAIRS;
import static vn.motcua.catalogue.StudioSlot.Type.TICK;
import static vn.motcua.catalogue.StudioSlot.Type.WHOLE;
import static vn.motcua.catalogue.StudioSlot.Type.WORDS;
import static vn.motcua.catalogue.StudioSlot.among;
import static vn.motcua.catalogue.StudioSlot.needed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.motcua.catalogue.StudioSlot.Among;
import vn.motcua.deadline.TimeLimit;

/** What an author fills in about the published record, the paper of the result and the examples. */
final class RecordShape {

    private RecordShape() {}

    private static <E extends Enum<E>> List<String> words(Class<E> of) {
        return Arrays.stream(of.getEnumConstants()).map(Enum::name).toList();
    }

    /** The record, without what has parts of its own. The code is that of the draft. */
    static List<StudioSlot> record() {
        return List.of(
                needed("name", LONG_WORDS),
                needed("shortName", WORDS),
                needed("sector", LINE),
                needed("issuer.code", LINE),
                needed("issuer.name", LINE),
                StudioSlot.of("decision", LINE),
                among("levels", SEVERAL, words(ProcedureRecord.Level.class)),
                needed("agencyType", LINE),
                needed("receivedBy", LINE),
                StudioSlot.of("identityLevel", WHOLE),
                among("place", ONE_OF, Among.ADDRESSES),
                among("serviceLevel", ONE_OF, words(ProcedureRecord.ServiceLevel.class))
                        .must(),
                StudioSlot.of("partialReason", TEXT),
                StudioSlot.of("requirements", TEXT),
                StudioSlot.of("subjects", LINES),
                StudioSlot.of("keywords", LINES),
                StudioSlot.of("sets", WHOLE),
                StudioSlot.of("outOfBounds.source", LINE),
                StudioSlot.of("linked", LINES),
                StudioSlot.of("trust", TEXT_PAIRS),
                StudioSlot.of("source.url", LINE),
                needed("source.via", LINE));
    }

    /** The time limit, without other ones under conditions. */
    static List<StudioSlot> limit() {
        var slots = new ArrayList<>(List.of(
                StudioSlot.of("sameDay", TICK),
                StudioSlot.of("amount", WHOLE),
                among("unit", ONE_OF, words(TimeLimit.Unit.class)),
                among(
                        "afterSupplement",
                        ONE_OF,
                        Arrays.stream(AfterSupplement.values())
                                .map(AfterSupplement::word)
                                .toList()),
                StudioSlot.of("supplementDays", WHOLE)));
        for (var kind : WaitKind.values()) {
            slots.add(among("waits." + kind.word() + ".clock", ONE_OF, List.of("stops", "runs")));
            slots.add(StudioSlot.of("waits." + kind.word() + ".days", WHOLE));
        }
        slots.add(StudioSlot.of("immediate", LINE));
        slots.add(StudioSlot.of("note", TEXT));
        return slots;
    }

    /** Another time limit under a condition. */
    static List<StudioSlot> exception() {
        return List.of(
                needed("when", EXPRESSION),
                needed("amount", WHOLE),
                among("unit", ONE_OF, words(TimeLimit.Unit.class)).must());
    }

    /** A published way of filing. */
    static List<StudioSlot> channel() {
        return List.of(
                among("method", ONE_OF, words(Channel.class)).must(),
                StudioSlot.of("time.amount", DECIMAL),
                among("time.unit", ONE_OF, words(PublishedTime.Unit.class)),
                StudioSlot.of("fee.amount", DECIMAL),
                StudioSlot.of("fee.currency", LINE));
    }

    /** An agency that takes part. */
    static List<StudioSlot> agency() {
        return List.of(
                needed("name", LINE),
                among("role", ONE_OF, words(ProcedureRecord.AgencyRole.class)).must());
    }

    /** A result. */
    static List<StudioSlot> result() {
        return List.of(needed("name", LONG_WORDS), StudioSlot.of("code", LINE), StudioSlot.of("validMonths", WHOLE));
    }

    /** A legal text. */
    static List<StudioSlot> legal() {
        return List.of(
                needed("number", LINE),
                StudioSlot.of("name", TEXT),
                StudioSlot.of("issuer", LINE),
                StudioSlot.of("date", LINE));
    }

    /** The paper of the result. */
    static List<StudioSlot> paper() {
        return List.of(
                needed("title", LINE),
                StudioSlot.of("grounds", LINES),
                needed("lines", LINES),
                StudioSlot.of("authority", LINE),
                needed("signer", LINE),
                StudioSlot.of("sensitive", TICK),
                StudioSlot.of("owners", LINES),
                StudioSlot.of("appraisal", LINE));
    }

    /** What a case needs. */
    static List<StudioSlot> cased() {
        return List.of(among("documents", SEVERAL, Among.CASED));
    }

    /** How a group hangs together. */
    static List<StudioSlot> whole() {
        return List.of(among("clock", ONE_OF, List.of("limit", "latest")).must(), StudioSlot.of("note", TEXT));
    }

    /** A procedure that a group links. */
    static List<StudioSlot> linked() {
        return List.of(
                needed("id", LINE),
                needed("procedure", LINE),
                among("after", SEVERAL, Among.PARTS),
                StudioSlot.of("when", EXPRESSION),
                StudioSlot.of("limit.amount", WHOLE),
                among("limit.unit", ONE_OF, List.of(TimeLimit.Unit.WORKING_DAY.name())),
                StudioSlot.of("limit.sameDay", TICK),
                StudioSlot.of("outside", TICK),
                among("place", ONE_OF, Among.ADDRESSES),
                StudioSlot.of("answers", TEXT_PAIRS),
                StudioSlot.of("papers", TEXT_PAIRS));
    }

    /** An example. */
    static List<StudioSlot> example() {
        return List.of(
                needed("name", LINE),
                needed("given.received", MOMENT),
                among("given.channel", ONE_OF, words(Channel.class)).must(),
                StudioSlot.of("given.answers", PAIRS),
                StudioSlot.of("given.available", LINES),
                StudioSlot.of("given.parameters", PAIRS),
                StudioSlot.of("then.due", MOMENT),
                among("then.documents", SEVERAL_OR_NONE, Among.DOCUMENTS),
                StudioSlot.of("then.fee", WHOLE));
    }
}
