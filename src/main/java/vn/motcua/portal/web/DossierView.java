package vn.motcua.portal.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.filing.SignatureView;
import vn.motcua.form.AnswersView;
import vn.motcua.messaging.Posted;

/**
 * A dossier as its applicant's page shows it, in words.
 *
 * @param title the procedure's shorter name
 * @param address the path of this page
 * @param whole the path of the page of the whole linked filing; empty where it is no part of one
 * @param number the dossier number; empty before reception
 * @param code the tracking code in groups of four
 * @param news what was just done, for the top of the page; empty for nothing
 * @param now where it is and what to do
 * @param doors the path
 * @param open whether it still lies somewhere to be worked on
 * @param due when the result is due
 * @param explained why, day by day
 * @param provisional whether the calendar of that time is not yet announced
 * @param unit where it lies, or where it was filed once it lies nowhere
 * @param officer who is working on it; empty while nobody has taken it
 * @param fees what is due
 * @param receive how the result comes
 * @param answers what was declared
 * @param acknowledged whether there is an acknowledgement to download
 * @param slips the slips to download, each that was written
 * @param result the result; empty before it is issued
 * @param mayWithdraw whether it can still be taken back
 * @param unread how many messages of the agency they have not read
 * @param letters what was written to them by mail and short message
 * @param added what the procedure adds to what they were told last
 */
public record DossierView(
        String title,
        String address,
        String whole,
        Optional<String> number,
        String code,
        String applicant,
        String filedAt,
        String news,
        Now now,
        List<Stop> doors,
        boolean open,
        Optional<String> due,
        List<String> explained,
        boolean provisional,
        String unit,
        Optional<String> officer,
        Fees fees,
        String receive,
        List<Filed> papers,
        AnswersView answers,
        List<Line> history,
        boolean acknowledged,
        List<Slip> slips,
        Optional<Result> result,
        boolean mayWithdraw,
        int unread,
        List<Posted> letters,
        Optional<String> added) {

    /** The same without the links that their mandate does not open. */
    DossierView asFarAs(boolean supplement, boolean withdraw, boolean download) {
        return new DossierView(
                title,
                address,
                whole,
                number,
                code,
                applicant,
                filedAt,
                news,
                supplement ? now : now.withoutLinkTo(address),
                doors,
                open,
                due,
                explained,
                provisional,
                unit,
                officer,
                fees,
                receive,
                papers,
                answers,
                history,
                acknowledged,
                slips,
                result.map(it -> new Result(
                        it.number(),
                        it.held(),
                        download,
                        it.mayReportMistake() && download,
                        it.replaced(),
                        it.verify(),
                        it.sensitive())),
                mayWithdraw && withdraw,
                unread,
                letters,
                added);
    }

    /**
     * A slip to download.
     *
     * @param word the last part of its address
     * @param name what it is
     */
    public record Slip(String word, String name) {}

    /**
     * Where it is and what to do.
     *
     * @param tone of the notice: good, warn or empty
     * @param quotes what was written to the applicant, word for word
     * @param toDo what they have to do, or that there is nothing
     * @param action the path where they do it; empty for none
     * @param button the words of the link there
     */
    public record Now(String tone, String title, List<String> quotes, String toDo, String action, String button) {

        /** Whether what is to be done is to pay. */
        boolean pays() {
            return action.endsWith("/pay");
        }

        /** The same without a link to what is done with the dossier itself. */
        Now withoutLinkTo(String dossier) {
            return action.startsWith(dossier + "/") ? new Now(tone, title, quotes, toDo, "", "") : this;
        }
    }

    /**
     * A door of the path.
     *
     * @param look past, now or empty
     * @param progress how far it is, in a word
     * @param lines what happened or happens there
     */
    public record Stop(String name, String look, String progress, List<String> lines) {

        /** Whether the dossier is there. */
        public boolean current() {
            return look.equals("now");
        }
    }

    /**
     * What is due.
     *
     * @param lines each thing and its amount; empty when nothing is
     * @param total all of it, or that it is free
     * @param state whether it is paid; empty when nothing is due
     */
    public record Fees(List<Fee> lines, String total, String state, boolean settled) {}

    /** One thing to pay. */
    public record Fee(String name, String amount) {}

    /**
     * A paper that was handed in.
     *
     * @param id under which it can be opened; empty for one that was only shown at the counter
     * @param what the required document that it answers; the file's name when it answers none
     * @param name of the file, what of it was seen at the counter, and who stated that it matches the original
     * @param statement under which the signed statement can be opened; empty where there is none
     * @param signatures what was found about the signatures in the file; empty where there are none
     */
    public record Filed(
            String id, String what, String name, String at, String statement, Optional<SignatureView> signatures) {}

    /** One line of the history. */
    public record Line(String what, List<String> remarks, String who, String at) {}

    /**
     * The result.
     *
     * @param held whether it waits for what is still owed
     * @param theirs whether they may take it
     * @param mayReportMistake whether it can be said to be wrong
     * @param replaced the ones that were corrected before it, in sentences
     * @param verify the page where anybody checks it; empty for one that is not signed digitally
     * @param sensitive whether that page says nothing of it without its owner's code
     */
    public record Result(
            String number,
            boolean held,
            boolean theirs,
            boolean mayReportMistake,
            List<String> replaced,
            String verify,
            boolean sensitive) {}
}
