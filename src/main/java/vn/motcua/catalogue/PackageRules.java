package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Amount;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Condition;
import vn.motcua.form.Condition.Truth;
import vn.motcua.form.Facts;
import vn.motcua.form.Product;
import vn.motcua.form.Situation;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;

/** The expressions of a package outside of its form, type-checked against the form and ready to be asked. */
final class PackageRules {

    private final CompiledForm form;
    private final List<Demand> demands = new ArrayList<>();
    private final List<Price> prices = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final TimeLimit usual;

    private record Demand(RequiredDocument document, Condition condition) {}

    private record Price(
            FeeRule rule, Amount amount, Function<Situation, Optional<Product>> product, List<Less> less) {}

    private record Less(
            FeeRelief relief,
            Condition condition,
            Function<Situation, Optional<Dong>> amount,
            Function<Situation, Optional<Product>> product) {}

    private record Limit(Condition condition, TimeLimit limit) {}

    PackageRules(CompiledForm form, List<RequiredDocument> documents, List<FeeRule> fees, LimitRule limit) {
        this.form = form;
        this.usual = limit.usual();
        var expressions = form.expressions();
        for (var document : documents) {
            demands.add(new Demand(
                    document, expressions.condition("documents." + document.id() + ".required", document.required())));
        }
        for (var fee : fees) {
            var place = "fees." + fee.id();
            var less = fee.reliefs().stream()
                    .map(it -> new Less(
                            it,
                            expressions.condition(place + ".reliefs." + it.id() + ".when", it.when()),
                            expressions.knownAmount(place + ".reliefs." + it.id() + ".amount", it.amount()),
                            expressions.product(it.amount())))
                    .toList();
            prices.add(new Price(
                    fee, expressions.amount(place + ".amount", fee.amount()), expressions.product(fee.amount()), less));
        }
        for (var special : limit.exceptions()) {
            var place = "timeLimit.exceptions[" + (limits.size() + 1) + "].when";
            limits.add(new Limit(expressions.condition(place, special.when()), special.limit()));
        }
    }

    /** What is demanded; where it hangs on a date not yet given, it is. */
    List<RequiredDocument> required(Map<String, Object> answers, Facts facts) {
        var situation = form.situation(answers, facts);
        return demands.stream()
                .filter(it -> it.condition().ask(situation) != Truth.NO)
                .map(Demand::document)
                .toList();
    }

    /** What is due; lines of nothing are left out. */
    List<FeeLine> fees(Map<String, Object> answers, Facts facts) {
        return FeeExplanation.lines(explained(answers, facts)).toList();
    }

    /** How each amount came about, also where a relief leaves nothing of it; what usually costs nothing is left out. */
    List<FeeExplanation> explained(Map<String, Object> answers, Facts facts) {
        var situation = form.situation(answers, facts);
        return prices.stream()
                .map(it -> explained(it, situation))
                .filter(it -> !it.usual().equals(Dong.ZERO))
                .toList();
    }

    private static FeeExplanation explained(Price it, Situation situation) {
        var usual = it.amount().of(situation);
        return new FeeExplanation(
                it.rule(), usual, reckoned(it.product().apply(situation), usual), offers(it, situation));
    }

    /** How it is reckoned, if that comes to the amount. */
    private static Optional<Words> reckoned(Optional<Product> product, Dong amount) {
        return product.filter(it -> it.amount().equals(amount)).map(Product::words);
    }

    private static List<FeeExplanation.Offer> offers(Price price, Situation situation) {
        return price.less().stream()
                .filter(it -> it.condition().holds(situation))
                .flatMap(it -> it
                        .amount()
                        .apply(situation)
                        .map(amount -> new FeeExplanation.Offer(
                                it.relief(), amount, reckoned(it.product().apply(situation), amount)))
                        .stream())
                .toList();
    }

    TimeLimit limit(Map<String, Object> answers, Facts facts) {
        var situation = form.situation(answers, facts);
        return limits.stream()
                .filter(it -> it.condition().holds(situation))
                .map(Limit::limit)
                .findFirst()
                .orElse(usual);
    }
}
