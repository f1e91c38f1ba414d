package vn.motcua.catalogue;

import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;

/**
 * How the amount of a fee came about: the usual one, and everything that would make it less. The most favourable for the payer is taken, in
 * whatever order they are written; nothing makes it more.
 *
 * @param usual without any relief
 * @param reckoned how many times how much that is; empty where it is reckoned in another way
 * @param offers the reliefs that apply, the most favourable first
 */
public record FeeExplanation(FeeRule rule, Dong usual, Optional<Words> reckoned, List<Offer> offers) {

    /** Sorts them: equal amounts by their ids, so that the same one is always taken. */
    public FeeExplanation {
        offers = offers.stream()
                .sorted(comparingLong((Offer it) -> it.amount().amount())
                        .thenComparing(it -> it.relief().id()))
                .toList();
    }

    /**
     * A relief that applies.
     *
     * @param amount to be paid under it
     * @param reckoned how many times how much that is; empty where it is reckoned in another way
     */
    public record Offer(FeeRelief relief, Dong amount, Optional<Words> reckoned) {}

    /** The relief that is taken; empty where the usual amount is. */
    public Optional<Offer> used() {
        return offers.stream().findFirst().filter(it -> it.amount().amount() < usual.amount());
    }

    /** Reliefs that apply and are not taken. */
    public List<Offer> others() {
        return offers.stream().skip(used().isPresent() ? 1 : 0).toList();
    }

    /** What is to be paid. */
    public Dong amount() {
        return used().map(Offer::amount).orElse(usual);
    }

    /** What is due by them all; what comes to nothing is left out. */
    public static Stream<FeeLine> lines(List<FeeExplanation> all) {
        return all.stream().map(FeeExplanation::line).filter(it -> !it.amount().equals(Dong.ZERO));
    }

    /** The line of what is due; the text that fixes it is that of what is taken. */
    private FeeLine line() {
        var legal = used().map(it -> it.relief().legal())
                .filter(it -> !it.isEmpty())
                .orElse(rule.legal());
        var reckoning = used().map(Offer::reckoned).orElse(reckoned);
        return new FeeLine(rule.id(), rule.name(), rule.kind(), amount(), legal, rule.due(), reckoning);
    }
}
