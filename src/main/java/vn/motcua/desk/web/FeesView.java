package vn.motcua.desk.web;

import java.util.List;

/**
 * Fees and charges of a dossier.
 *
 * @param lines what is due
 * @param total of it
 * @param paid what was paid, each with amount, officer and moment
 * @param owed what is still to be paid; empty for nothing
 */
public record FeesView(List<Line> lines, String total, List<String> paid, String owed) {

    /** What is paid for, and how much. */
    public record Line(String name, String amount) {}
}
