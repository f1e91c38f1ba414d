package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Amount;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Condition;
import vn.motcua.form.Condition.Truth;
import vn.motcua.form.Facts;
import vn.motcua.shared.Dong;

/** The expressions of a package outside of its form, type-checked against the form and ready to be asked. */
final class PackageRules {

    private final CompiledForm form;
    private final List<Demand> demands = new ArrayList<>();
    private final List<Price> prices = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final TimeLimit usual;

    private record Demand(RequiredDocument document, Condition condition) {}

    private record Price(FeeRule rule, Amount amount) {}

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
            prices.add(new Price(fee, expressions.amount("fees." + fee.id() + ".amount", fee.amount())));
        }
        for (var special : limit.exceptions()) {
            limits.add(new Limit(expressions.condition("timeLimit.exceptions", special.when()), special.limit()));
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
        var situation = form.situation(answers, facts);
        return prices.stream()
                .map(it -> new FeeLine(
                        it.rule().id(),
                        it.rule().name(),
                        it.rule().kind(),
                        it.amount().of(situation),
                        it.rule().legal(),
                        it.rule().due()))
                .filter(it -> !it.amount().equals(Dong.ZERO))
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
