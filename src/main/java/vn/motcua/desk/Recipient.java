package vn.motcua.desk;

import java.util.Optional;
import vn.motcua.filing.CardText;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Who takes a result at the counter, checked against whom it is for (NĐ 61/2018 Điều 20). Either the number on the card is the
 * applicant's, or somebody else's name and the paper that lets them collect it are written down.
 *
 * @param name who took it
 * @param paper what lets somebody else collect it; empty for the applicant
 * @param compared whether the number on the card is the applicant's
 */
public record Recipient(String name, String paper, boolean compared) {

    private static final int LONGEST = 190;

    /**
     * Checks what was typed.
     *
     * @param applicant the name of whom the result is for
     * @param number their personal number; empty when the dossier has none
     * @param card a scanned card or a typed number; empty when neither was
     * @param typed the name of who takes it; may be empty when a card says it
     * @param paper what lets somebody else collect it
     * @param confirmed whether the officer says that they compared papers
     */
    public static Recipient checked(
            String applicant, Optional<String> number, String card, String typed, String paper, boolean confirmed) {
        var scanned = CardText.scanned(card) ? CardText.read(card) : Optional.<CardText>empty();
        var shown = CardText.scanned(card)
                ? scanned.map(CardText::number).orElseThrow(() -> new Refused(DeskRefusal.CARD_UNREADABLE))
                : card.replaceAll("\\s", "");
        var own = !shown.isEmpty() && number.filter(shown::equals).isPresent();
        var name = Text.clean(typed);
        if (own) {
            return new Recipient(name.isEmpty() ? applicant : name, "", true);
        }
        var clean = Text.clean(paper);
        if (!shown.isEmpty()) {
            var other = name.isEmpty() ? scanned.map(CardText::name).orElse("") : name;
            if (clean.isEmpty() || other.isEmpty()) {
                throw new Refused(DeskRefusal.SOMEBODY_ELSE_WITHOUT_PAPER);
            }
            return new Recipient(other, clean, false);
        }
        if (!confirmed) {
            throw new Refused(DeskRefusal.IDENTITY_NOT_CONFIRMED);
        }
        return new Recipient(name, clean, false);
    }

    /** As it is kept with the dossier. */
    public String written() {
        var written = compared ? name + " (số trên thẻ khớp)" : paper.isEmpty() ? name : name + ", " + paper;
        return written.substring(0, Math.min(written.length(), LONGEST));
    }
}
