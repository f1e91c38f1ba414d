package vn.motcua.desk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.filing.CardText;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Who takes a result at the counter, checked against whom it is for (NĐ 61/2018 Điều 20). Either the applicant comes: the
 * number on the card is theirs, or the officer compared. Or somebody else comes, whoever's card they carry: then their name and
 * the paper that lets them collect it are written down. For an organisation always somebody comes, with a paper.
 *
 * @param name who took it
 * @param paper what lets somebody else collect it; empty for the applicant
 * @param compared whether the number on the card is the applicant's, and the applicant came
 */
public record Recipient(String name, String paper, boolean compared) {

    private static final int LONGEST = 190;
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern NOT_TONES = Pattern.compile("[^\u0300\u0301\u0303\u0309\u0323]");

    /**
     * Whose matter it is.
     *
     * @param number their personal number; empty when the dossier has none
     * @param organisation whether it is an organisation, which never comes itself
     */
    public record Owner(String name, Optional<String> number, boolean organisation) {}

    /**
     * Checks what was typed.
     *
     * @param owner whom the result is for
     * @param card a scanned card or a typed number; empty when neither was
     * @param typed the name of who takes it; may be empty when a card says it
     * @param paper what lets somebody else collect it
     * @param confirmed whether the officer says that they compared papers
     */
    public static Recipient checked(Owner owner, String card, String typed, String paper, boolean confirmed) {
        var scanned = CardText.scanned(card) ? CardText.read(card) : Optional.<CardText>empty();
        var shown = CardText.scanned(card)
                ? scanned.map(CardText::number).orElseThrow(() -> new Refused(DeskRefusal.CARD_UNREADABLE))
                : card.replaceAll("\\s", "");
        if (shown.isEmpty() && !confirmed) {
            throw new Refused(DeskRefusal.IDENTITY_NOT_CONFIRMED);
        }
        var name = Text.clean(typed);
        if (owner.organisation()) {
            var who = name.isEmpty() ? scanned.map(CardText::name).orElse("") : name;
            return other(owner, who, paper, DeskRefusal.ORGANISATION_WITHOUT_REPRESENTATIVE);
        }
        var own = !shown.isEmpty() && owner.number().filter(shown::equals).isPresent();
        if (own && (name.isEmpty() || same(name, owner.name()))) {
            return new Recipient(owner.name(), "", true);
        }
        if (shown.isEmpty() && (name.isEmpty() || same(name, owner.name()))) {
            return new Recipient(name, Text.clean(paper), false);
        }
        var who = name.isEmpty() ? scanned.map(CardText::name).orElse("") : name;
        return other(owner, who, paper, DeskRefusal.SOMEBODY_ELSE_WITHOUT_PAPER);
    }

    /** Somebody who is not whom it is for, by the paper that lets them. */
    private static Recipient other(Owner owner, String name, String paper, DeskRefusal without) {
        var clean = Text.clean(paper);
        if (clean.isEmpty() || name.isEmpty() || (owner.organisation() && same(name, owner.name()))) {
            throw new Refused(without);
        }
        return new Recipient(name, clean, false);
    }

    private static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** Case, spaces and where a tone is written (Hoà, Hòa) tell nobody apart; the tone itself does. */
    private static String folded(String name) {
        return Stream.of(Text.clean(name).toLowerCase(Locale.ROOT).split("\\s+", -1))
                .map(it -> Normalizer.normalize(it, Normalizer.Form.NFD))
                .map(it ->
                        TONES.matcher(it).replaceAll("") + NOT_TONES.matcher(it).replaceAll(""))
                .collect(Collectors.joining(" "));
    }

    /** As it is kept with the dossier. */
    public String written() {
        var written = compared ? name + " (số trên thẻ khớp)" : paper.isEmpty() ? name : name + ", " + paper;
        return written.substring(0, Math.min(written.length(), LONGEST));
    }
}
