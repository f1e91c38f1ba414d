package vn.motcua.portal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.FeeDue;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.FeeClearance;
import vn.motcua.form.Words;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** What is due for a dossier and how much of it is still owed, for its applicant. */
@Service
public class DossierFees {

    private final Catalogue catalogue;
    private final KnownFacts known;
    private final ObjectProvider<FeeClearance> clearance;
    private final TransactionTemplate reading;

    DossierFees(
            Catalogue catalogue,
            KnownFacts known,
            ObjectProvider<FeeClearance> clearance,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.known = known;
        this.clearance = clearance;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** The fees of that dossier. */
    public Account of(SignedIn who, ApplicantView dossier) {
        var facts = known.of(dossier.circumstances());
        var lines = Stream.concat(
                        catalogue
                                .revision(dossier.revision())
                                .runnableContent()
                                .fees(dossier.answers(), facts)
                                .stream(),
                        dossier.obligations().stream()
                                .map(it -> new FeeLine(
                                        "notice",
                                        new Words(it.what(), it.what()),
                                        FeeRule.Kind.TAX,
                                        it.amount(),
                                        "",
                                        FeeDue.RESULT)))
                .toList();
        var total = lines.stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus);
        return switch (asked(who, dossier, it -> it.of(dossier.ref().id()))
                .orElseGet(() -> new FeeClearance.Answer.Owed(total))) {
            case FeeClearance.Answer.Settled _ -> new Account(lines, total, Dong.ZERO, Dong.ZERO);
            case FeeClearance.Answer.Owed(var amount) -> new Account(lines, total, amount, amount);
            case FeeClearance.Answer.NoLongerOwed(var amount) -> new Account(lines, total, amount, Dong.ZERO);
        };
    }

    /** What is still to be paid before it is received; nothing once it was. */
    public Dong beforeReception(SignedIn who, ApplicantView dossier) {
        return dossier.stage().received().isPresent()
                ? Dong.ZERO
                : asked(who, dossier, it -> it.beforeReception(dossier.ref().id()))
                        .filter(FeeClearance.Answer.Owed.class::isInstance)
                        .map(it -> ((FeeClearance.Answer.Owed) it).amount())
                        .orElse(Dong.ZERO);
    }

    /** What the module that takes money says; empty where there is none. */
    private Optional<FeeClearance.Answer> asked(
            SignedIn who, ApplicantView dossier, Function<FeeClearance, FeeClearance.Answer> question) {
        var asked = clearance.getIfAvailable();
        if (asked == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Scope(dossier.ref().tenant(), Optional.of(who.account().value()))
                        .call(() -> Objects.requireNonNull(reading.execute(_ -> question.apply(asked)))));
    }

    /**
     * The fees of a dossier.
     *
     * @param lines what is due; empty when nothing is
     * @param total all of it
     * @param unpaid what of it was never paid
     * @param owed what is still to be paid: all that was not, but nothing for a dossier that has ended without what it asked for
     */
    public record Account(List<FeeLine> lines, Dong total, Dong unpaid, Dong owed) {

        /** The same for who may not see what is due: only whether something is. */
        public Account unseen() {
            return new Account(List.of(), Dong.ZERO, unpaid, owed);
        }

        /** Whether nothing is to be paid any more. */
        public boolean settled() {
            return owed.equals(Dong.ZERO);
        }
    }
}
