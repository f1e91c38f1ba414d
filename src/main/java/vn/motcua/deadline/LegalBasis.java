package vn.motcua.deadline;

import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * An article on which something rests that people are shown, as data. Whoever reads it is told how sure the place is: an act
 * that was replaced is shown as replaced, and an article that was read only in an act that amends it as not compared.
 *
 * @param clause khoản
 */
public record LegalBasis(LegalAct act, int article, int clause) {

    /** An ineligible dossier goes back within three working days, and the limit starts from zero after the supplement. */
    public static final LegalBasis RETURNED = new LegalBasis(LegalAct.DECREE_61_2018, 19, 4);
    /** Another agency that gives no opinion in time. */
    public static final LegalBasis SILENT = new LegalBasis(LegalAct.DECREE_61_2018, 19, 5);
    /** One extension with an apology. */
    public static final LegalBasis EXTENDED = new LegalBasis(LegalAct.DECREE_61_2018, 19, 9);
    /** From when the limit runs. */
    public static final LegalBasis RECEIVED = new LegalBasis(LegalAct.DECREE_118_2025, 17, 3);
    /** Until when papers are forwarded. */
    public static final LegalBasis FORWARDED = new LegalBasis(LegalAct.DECREE_118_2025, 18, 2);

    /** Act, article and clause, and what has to be known of the act. */
    public String say(Language language, Messages messages) {
        return messages.say(
                language,
                "deadline.basis",
                messages.say(language, "deadline.act." + act.name()),
                article,
                clause,
                messages.say(language, "deadline.standing." + act.standing().name()));
    }
}
