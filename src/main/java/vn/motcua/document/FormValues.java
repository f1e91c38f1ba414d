package vn.motcua.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a form has to say.
 *
 * @param number of the form
 * @param single the values that a layout must place
 * @param blocks the blocks that it must have, each with the values of its rows
 */
record FormValues(String number, Set<String> single, Map<String, String> blocks) {

    private static final String PARTY = "number applicant address phone email subject tracking ";

    private static final List<FormValues> ALL = List.of(
            of(
                    "01",
                    PARTY + "copies timeLimit receivedAt dueAt handOver fee book",
                    Map.of("papers", "no name form count", "signatures", "submitter receiver", "notes", "note")),
            of("02", PARTY + "until contact", Map.of("demands", "no what reason", "signatures", "receiver")),
            of(
                    "03",
                    PARTY + "unit contact verifyCode verifyAddress",
                    Map.of("reasons", "no reason", "signatures", "submitter receiver")),
            of(
                    "04",
                    PARTY + "received promised ahead passed missed reason due",
                    Map.of("signatures", "position signer")),
            of("05", PARTY + "received unit reason returned", Map.of("signatures", "position signer")),
            of(
                    "06",
                    "number applicant subject lead coordinating",
                    Map.of("passage", "unit step gave giver received receiver outcome remark")),
            of("07", "period", Map.of("lines", String.join(" ", BookPaper.CELLS))));

    FormValues {
        single = Set.copyOf(single);
        blocks = Map.copyOf(blocks);
    }

    private static FormValues of(String number, String single, Map<String, String> blocks) {
        return new FormValues(number, Set.of(single.split(" ")), blocks);
    }

    /** Those of all forms, 01 to 07. */
    static List<FormValues> all() {
        return ALL;
    }

    /** Those of that form; empty when there is no such form. */
    static Optional<FormValues> of(String number) {
        return ALL.stream().filter(it -> it.number.equals(number)).findFirst();
    }

    /** The values of a row of that block, in the order of the alphabet. */
    Set<String> rowsOf(String block) {
        var values = blocks.getOrDefault(block, "");
        return new TreeSet<>(Set.of(values.split(" ")));
    }
}
