package vn.motcua.payment.web;

import java.util.List;

/**
 * The book of fees of a unit in a period.
 *
 * @param units whose books they see
 * @param unit the chosen one
 * @param problem why nothing is shown; empty for nothing
 * @param total of all receipts
 * @param more whether there are more receipts than are shown
 * @param xlsx where all of them are as a spreadsheet
 */
public record MoneyView(
        List<Unit> units,
        String unit,
        String from,
        String to,
        String problem,
        List<Line> lines,
        List<Sum> byCashier,
        List<Sum> byChannel,
        List<Sum> byKind,
        String total,
        boolean more,
        String xlsx) {

    /** A unit to choose. */
    public record Unit(String id, String name) {}

    /**
     * A receipt.
     *
     * @param what that it was cancelled, adjusts or replaces another one; empty for none of these
     */
    public record Line(
            String at, String number, String dossier, String how, String cashier, String what, String amount) {}

    /** A sum under a name. */
    public record Sum(String name, int receipts, String amount) {}

    /**
     * The report of a period.
     *
     * @param agrees whether receipts and ledger say the same everywhere
     * @param standings what stands on each account at the end of the period
     * @param back of what the account of money to be paid back consists
     * @param differences what of statements is left to be settled; empty where nothing is
     * @param sum of all of them by the ledger
     * @param stands whether each of them is as receipts, arrivals and refunds say, and their sum is nothing
     */
    public record Report(
            String from,
            String to,
            String problem,
            List<Balance> lines,
            String total,
            String ledger,
            boolean agrees,
            List<Standing> standings,
            List<Back> back,
            String differences,
            String sum,
            boolean stands) {

        /** One of which nothing can be shown. */
        static Report wrong(String from, String to, String problem) {
            return new Report(from, to, problem, List.of(), "", "", true, List.of(), List.of(), "", "", true);
        }
    }

    /** An account at the end of the period. */
    public record Standing(String account, String ledger, String papers, boolean agrees) {}

    /** A part of what is to be paid back, and where it is worked with. */
    public record Back(String what, String amount, String path) {}

    /** A line of the report. */
    public record Balance(String unit, String account, String how, String receipts, String ledger, boolean agrees) {}

    /**
     * The statements that were taken in, and the form for another one.
     *
     * @param taking for which units they take statements in; empty when for none
     * @param wrong what is wrong with the file; empty for nothing
     * @param unread files that came by themselves and could not be read
     */
    public record Statements(
            List<Unit> taking,
            String command,
            String unit,
            String way,
            String wrong,
            List<Taken> taken,
            List<Unread> unread) {}

    /**
     * A statement in the list.
     *
     * @param itself that it came by itself; empty for one that somebody took in
     */
    public record Taken(String id, String unit, String way, String at, String itself, int lines, int differences) {}

    /** A file that could not be read. */
    public record Unread(String unit, String name, String at, String why) {}

    /** What was found in a statement. */
    public record Found(List<FoundLine> lines, int differences) {}

    /** What was found about a payment. */
    public record FoundLine(String at, String transaction, String amount, String verdict, String tone, String known) {}
}
