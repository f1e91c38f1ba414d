package vn.motcua.mandate;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.identity.Standings;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Reads who may act for whom from the mandates as they are at this moment; nothing is kept. */
@Component
class StoredStandings implements Standings {

    private final Mandates mandates;
    private final Helping helping;
    private final Clock clock;
    private final TransactionTemplate reading;

    StoredStandings(Mandates mandates, Helping helping, Clock clock, PlatformTransactionManager transactions) {
        this.mandates = mandates;
        this.helping = helping;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<SignedIn.ForAnother> working(SignedIn.Hand who, MandateId mandate) {
        return in(
                who,
                () -> mandates.find(mandate)
                        .filter(it -> it.representative().account().equals(who.account()))
                        .flatMap(it -> working(who, it)));
    }

    @Override
    public List<SignedIn.ForAnother> held(SignedIn.Citizen who) {
        return in(
                who,
                () -> mandates.heldBy(who.account()).stream()
                        .flatMap(it -> working(who, it).stream())
                        .sorted(Comparator.comparing(SignedIn.ForAnother::name))
                        .toList());
    }

    /** A helper whom their agency no longer has as one helps nobody, whatever was consented to. */
    private Optional<SignedIn.ForAnother> working(SignedIn.Hand who, Mandate mandate) {
        var now = clock.instant();
        if (mandate.kind() == Standing.Kind.HELPER && helping.body(who).isEmpty()) {
            return Optional.empty();
        }
        return mandate.standing(now)
                .flatMap(standing -> mandate.principal()
                        .map(whom ->
                                new SignedIn.ForAnother(who, whom.account(), whom.person(), whom.name(), standing)));
    }

    private <T> T in(SignedIn who, Supplier<T> work) {
        return new Scope(TenantId.NATIONAL, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(reading.execute(_ -> work.get())));
    }
}
