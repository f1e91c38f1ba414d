package vn.motcua.linked;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.dossier.LinkedDossiers;
import vn.motcua.linked.Branch.State;
import vn.motcua.shared.Scope;

/** What the parts that still wait will cost once they are opened, from what was declared for them. */
@Service
public class LaterFees {

    private final Plans plans;
    private final LinkedDossiers dossiers;
    private final KnownFacts known;
    private final Clock clock;
    private final TransactionTemplate reading;

    LaterFees(
            Plans plans,
            LinkedDossiers dossiers,
            KnownFacts known,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.plans = plans;
        this.dossiers = dossiers;
        this.known = known;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** By the place of the part; parts that do not wait are left out. */
    public Map<Integer, List<FeeLine>> of(Whole whole) {
        return Scope.of(whole.home())
                .call(() ->
                        in(() -> plans.find(whole.filing()).map(this::waiting).orElse(Map.of())));
    }

    private Map<Integer, List<FeeLine>> waiting(Plan plan) {
        var carried = dossiers.carried(plan.filing());
        var fees = new LinkedHashMap<Integer, List<FeeLine>>();
        for (var branch : plan.all()) {
            if (branch.state() instanceof State.Waiting) {
                var part = branch.part();
                var facts = known.of(Circumstances.of(
                        part.code(), carried.channel(), clock.instant(), branch.unit(), carried.available()));
                var answers = plan.group().answers(part.id(), plan.answers(), facts);
                fees.put(branch.place(), part.procedure().fees(answers, facts));
            }
        }
        return fees;
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(_ -> work.get()));
    }
}
