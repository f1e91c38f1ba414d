package vn.motcua.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.filing.SignatureView;
import vn.motcua.form.AnswersView;

/**
 * A dossier on an officer's screen, in words.
 *
 * @param base the address of this page
 * @param version the version that is shown
 * @param head what stands above
 * @param showNumbers where the personal numbers are shown in full; empty where they are
 * @param told what has just been done; null when nothing was
 * @param problem why the last act was refused; null when it was not
 * @param acts what this officer may do now
 * @param notes why something that they would expect is not among it
 * @param due its clock; null before reception
 * @param papers what came with it, and its result
 * @param shown the paper that is shown; null when there is none
 * @param answers the form
 * @param history first to last
 * @param route the steps
 * @param fees what is due
 * @param prints papers to print
 * @param neighbours the dossiers before and after this one in the inbox
 * @param unread how many messages of the applicant the agency has not read
 * @param side what stands beside it for officers only
 * @param immediate where it is said that the result is given at once; empty where it is not, or once it is over
 * @param sitting whether it is shown as one sitting at the counter
 */
public record WorkspaceView(
        String base,
        int version,
        Head head,
        String showNumbers,
        @Nullable Told told,
        @Nullable Problem problem,
        List<ActView> acts,
        List<String> notes,
        @Nullable Clock due,
        List<PaperView> papers,
        @Nullable PaperView shown,
        AnswersView answers,
        List<HistoryLine> history,
        List<StepLine> route,
        FeesView fees,
        List<Choice> prints,
        Neighbours neighbours,
        int unread,
        SideView side,
        String immediate,
        boolean sitting) {

    /** The same as one sitting at the counter. */
    WorkspaceView atOnce() {
        return new WorkspaceView(
                base,
                version,
                head,
                showNumbers,
                told,
                problem,
                acts,
                notes,
                due,
                papers,
                shown,
                answers,
                history,
                route,
                fees,
                prints,
                neighbours,
                unread,
                side,
                immediate,
                true);
    }

    /**
     * What has just been done.
     *
     * @param sentence that it was
     * @param of the address of the other dossier to which it was done; empty when it was this one
     * @param undo how it is taken back; null when it cannot be
     * @param warns whether something is to be mended
     */
    public record Told(String sentence, String of, @Nullable Undo undo, boolean warns) {}

    /**
     * How it is taken back.
     *
     * @param action the address of the form
     * @param command its idempotency key
     * @param version of that dossier
     * @param seconds how many are left
     */
    public record Undo(String action, String command, int version, long seconds) {}

    /**
     * What stands above.
     *
     * @param number the dossier number, or that there is none yet
     * @param stage where it stands in law
     * @param tone the class of its badge
     * @param facts further facts, each with its name
     */
    public record Head(String number, String procedure, String stage, String tone, List<Fact> facts) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /**
     * Why an act was refused.
     *
     * @param sentence what is wrong and what to do
     * @param field to which it leads; the id of the form when it is about none
     * @param kept what was typed into a form that can no longer be sent, by label
     */
    public record Problem(String sentence, String field, List<Fact> kept) {}

    /**
     * Its clock.
     *
     * @param at the due moment
     * @param because day by day
     * @param provisional whether it touches a year whose days off are not announced
     * @param afterSupplement what becomes of it after a supplement
     */
    public record Clock(DueView due, String at, List<String> because, boolean provisional, String afterSupplement) {}

    /**
     * A paper.
     *
     * @param name as the applicant called it
     * @param about which required document it is; may be empty
     * @param came when
     * @param href shows it in this page
     * @param file its content
     * @param download the same to be saved
     * @param look how it can be shown
     * @param statement the signed page that says that the scan matches the original; empty where there is none
     * @param signatures what was found about the signatures in it; null where there are none
     */
    public record PaperView(
            String id,
            String name,
            String about,
            String seen,
            String came,
            String href,
            String file,
            String download,
            Look look,
            String statement,
            @Nullable SignatureView signatures) {

        /** One of which nobody has signed that it matches an original. */
        PaperView(
                String id,
                String name,
                String about,
                String seen,
                String came,
                String href,
                String file,
                String download,
                Look look) {
            this(id, name, about, seen, came, href, file, download, look, "", null);
        }

        /** The same with that page. */
        PaperView stated(String address) {
            return new PaperView(id, name, about, seen, came, href, file, download, look, address, signatures);
        }

        /** The same with what was found about its signatures. */
        PaperView judged(@Nullable SignatureView found) {
            return new PaperView(id, name, about, seen, came, href, file, download, look, statement, found);
        }
    }

    /** How a paper can be shown in the page. */
    public enum Look {
        /** As a picture. */
        IMAGE,
        /** In the browser's own viewer. */
        PDF,
        /** Not at all; it is downloaded. */
        NONE
    }

    /**
     * One thing that happened.
     *
     * @param what a sentence
     * @param said what was written to it; may be empty
     * @param who and in which role
     * @param when the moment
     */
    public record HistoryLine(String what, List<String> said, String who, String when) {}

    /**
     * A step of the route.
     *
     * @param state {@code past}, {@code now} or empty
     * @param word how far it is
     * @param about role, unit and hours
     * @param who has it or finished it; may be empty
     * @param until by when it should be done; empty where that is not known or over
     * @param late whether that has passed
     */
    public record StepLine(
            String name, String state, String word, String about, String who, String until, boolean late) {}

    /**
     * The list in which it is looked at.
     *
     * @param in the list's word in addresses; empty when the dossier was opened alone
     * @param list the list's address
     * @param before the address of the dossier before this one; null where there is none
     * @param after and of the one after it
     */
    public record Neighbours(
            String in,
            String list,
            @Nullable String before,
            @Nullable String after) {}
}
