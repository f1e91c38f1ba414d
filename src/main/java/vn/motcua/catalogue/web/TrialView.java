package vn.motcua.catalogue.web;

import java.util.List;

/**
 * An edition read as people will, in words.
 *
 * @param here the address of its page
 * @param state a sentence in the place of findings; empty where it was read
 * @param count how many findings of which level
 * @param findings what people would stumble over
 * @param figures what it asks of people, beside what is in force
 * @param cases the sum of each example
 * @param income what an hour costs
 * @param rates what is counted with
 * @param shared the questions of the bank, and which other procedures ask them too
 * @param told what is added to what applicants are told, filled with example data
 */
public record TrialView(
        String here,
        int no,
        String name,
        String state,
        String count,
        List<Finding> findings,
        List<Figure> figures,
        List<Case> cases,
        String income,
        List<Rate> rates,
        List<Shared> shared,
        List<Told> told) {

    /** One finding: where, what, and what to do. */
    public record Finding(String level, String tone, String place, String what, String todo) {}

    /** When it is told, and what is added in both languages. */
    public record Told(String event, String vi, String en) {}

    /** A question of the bank: as it is asked here, its name and key there, and who else asks it. */
    public record Shared(String question, String name, String others) {}

    /** One figure of both. */
    public record Figure(String name, String own, String inForce) {}

    /** One example with the lines of its sum; the last is the total. */
    public record Case(String name, List<Line> lines, Line total) {}

    /** One line of a sum. */
    public record Line(
            String activity, String times, String each, String seconds, String timeCost, String money, String cost) {}

    /** A figure that is counted with. */
    public record Rate(String name, String value, String source) {}
}
