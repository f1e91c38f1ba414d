package vn.motcua.trial.web;

import java.util.List;
import vn.motcua.form.AnswersView;
import vn.motcua.form.FieldView;

/**
 * A trial on its page.
 *
 * @param here its address
 * @param edition the address of the edition
 * @param no of the edition
 * @param name of the procedure
 * @param until when it is thrown away
 * @param clock the trial's own time
 * @param stage where the dossier stands, in words
 * @param seen how much was done
 * @param command by which the clock is moved once
 * @param problem why the last thing was not done; empty
 * @param stale whether the edition was changed since, so that nothing can be done any more
 * @param over whether nothing more can come of it
 * @param number of the dossier; empty before reception
 * @param due when it is due, or would be; in words
 * @param left how long until then, or since; empty while that is nothing to say
 * @param late whether it is late
 * @param explained why it is due then
 * @param owed what is to be paid; empty when nothing is
 * @param result whether there is a result to look at
 * @param desks what can be done, by who does it
 * @param clocks how far the clock can be moved
 */
public record TrialRunView(
        String here,
        String edition,
        int no,
        String name,
        String until,
        String clock,
        String stage,
        int seen,
        String command,
        String problem,
        boolean stale,
        boolean over,
        String number,
        String due,
        String left,
        boolean late,
        List<String> explained,
        String owed,
        boolean result,
        List<Desk> desks,
        List<Choice> clocks,
        List<Line> history,
        List<Mail> mails,
        AnswersView answers) {

    /**
     * One place at which something can be done.
     *
     * @param title the step, or who it is that does it
     * @param due by when the step should be done; empty
     * @param acts what can be done there
     */
    public record Desk(String title, String due, List<Act> acts) {}

    /**
     * Something that can be done.
     *
     * @param id of its form on the page
     * @param command by which it is done once
     * @param what the word of the act
     * @param name in words
     * @param by in which position; empty for who is no officer
     * @param who which colleague in it
     * @param text the label of what is written; empty where nothing is
     * @param needed whether it has to be
     * @param more the label of the second thing; empty where there is none
     * @param choices from which the second thing is chosen; empty where it is typed
     * @param fields what the officer fills in
     * @param typed what was written last, where it was refused
     * @param open whether it is the one that was refused, or the first
     */
    public record Act(
            String id,
            String command,
            String what,
            String name,
            String step,
            String role,
            String by,
            int who,
            String text,
            boolean needed,
            String more,
            List<Choice> choices,
            List<FieldView> fields,
            Typed typed,
            boolean open) {}

    /** What was written into a form. */
    public record Typed(String text, String more) {}

    /** A line of a list to choose from. */
    public record Choice(String value, String name) {}

    /** What happened. */
    public record Line(String what, String remark, String who, String when) {}

    /** What would be written to the applicant, by mail and as a short message. */
    public record Mail(String when, String title, List<String> body, String shortMessage) {}

    /** The trials of an edition. */
    public record All(String edition, int no, String name, boolean possible, List<One> trials, String problem) {

        /** One of them. */
        public record One(String path, String clock, String until, int done) {}
    }
}
