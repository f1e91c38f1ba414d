package vn.motcua.mandate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateState.Asked;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Filling in a draft together: a trusted helper or whoever receives at a one-stop asks, the person agrees on their own
 * phone, and for a while both have the same draft before them. The person files it; nobody else does.
 */
@Service
public class TogetherDesk {

    /** How long it lasts unless somebody chooses otherwise. */
    public static final int AN_HOUR = 60;

    private static final int OPEN_AT_MOST = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Mandates mandates;
    private final Helping helping;
    private final Catalogue catalogue;
    private final MandateDesk desk;
    private final MandateSettings settings;
    private final ObjectProvider<OwnDrafts> drafts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    TogetherDesk(
            Mandates mandates,
            Helping helping,
            Catalogue catalogue,
            MandateDesk desk,
            MandateSettings settings,
            ObjectProvider<OwnDrafts> drafts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mandates = mandates;
        this.helping = helping;
        this.catalogue = catalogue;
        this.desk = desk;
        this.settings = settings;
        this.drafts = drafts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /** Asks for it. The same id again changes nothing; not there for who helps nobody. */
    public void ask(SignedIn.Hand who, MandateId id, String procedure, int minutes) {
        var now = now();
        var body = body(who);
        if (catalogue.find(procedure).filter(ProcedureRevision::runnable).isEmpty()) {
            throw new Refused(MandateRefusal.NO_MATTER);
        }
        if (minutes < Together.SHORTEST || minutes > Together.LONGEST) {
            throw new Refused(MandateRefusal.MINUTES_WRONG, Together.SHORTEST, Together.LONGEST);
        }
        var expires = now.plus(settings.consent());
        var mandate = new Mandate(
                id,
                Standing.Kind.HELPER,
                new Mandate.Representative(who.account(), who.name()),
                body,
                Optional.empty(),
                new Reach(Set.of(Reach.Errand.FILL), Set.of(), Set.of(procedure)),
                VietnamTime.dayOf(now),
                VietnamTime.dayOf(expires.plus(Duration.ofMinutes(minutes))),
                new Asked(expires),
                Optional.of(new Together(minutes, Optional.empty())));
        in(who, () -> {
            if (mandates.find(id).isPresent()) {
                return id;
            }
            if (running(who, now).stream()
                            .filter(it -> it.state() instanceof Asked)
                            .count()
                    >= OPEN_AT_MOST) {
                throw new Refused(MandateRefusal.TOO_MANY_ASKED, OPEN_AT_MOST);
            }
            if (mandates.add(mandate, Optional.of(ConsentCode.random(RANDOM)), Optional.empty(), now)) {
                desk.happened(mandate, who, "asked", now);
            }
            return id;
        });
    }

    /** Where they help: what they belong to, in words; not there for who helps nobody. */
    public String body(SignedIn.Hand who) {
        return in(who, () -> helping.body(who)).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** The procedures that can be filled in here: what is published for the counter alone cannot. */
    public List<ProcedureRevision> procedures() {
        return catalogue.runnable().stream().filter(ProcedureRevision::online).toList();
    }

    /** Those of theirs that wait for an answer or last, latest first; whom they helped before is not told. */
    public List<Mandate> mine(SignedIn.Hand who) {
        body(who);
        return in(who, () -> running(who, now()));
    }

    /** The person's own drafts of what that question is about. */
    public List<OwnDrafts.OwnDraft> drafts(SignedIn.Citizen who, Mandate question) {
        return question.together().isEmpty()
                ? List.of()
                : in(
                        who,
                        () -> question.reach().procedures().stream()
                                .flatMap(it -> drafts.getObject().of(who, it).stream())
                                .toList());
    }

    /** Who helps with that draft of theirs just now. Asked also while it is being filed with an agency. */
    public Optional<Mandate> on(SignedIn.Citizen owner, UUID draft) {
        var now = now();
        return in(
                apart,
                owner,
                () -> mandates.onDraft(draft).stream()
                        .filter(it -> it.standing(now).isPresent())
                        .findFirst());
    }

    /** The procedure's shorter name. */
    public String name(Mandate mandate, Language language) {
        return mandate.reach().procedures().stream()
                .findFirst()
                .flatMap(it -> catalogue.find(it).map(found -> found.shortName(language)))
                .orElse("");
    }

    private List<Mandate> running(SignedIn.Hand who, Instant now) {
        return mandates.heldBy(who.account()).stream()
                .filter(it -> it.together().isPresent())
                .filter(it -> switch (it.word(now)) {
                    case ASKED, GIVEN -> true;
                    case REFUSED, REVOKED, LAPSED -> false;
                })
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T in(SignedIn who, Supplier<T> work) {
        return in(transaction, who, work);
    }

    private static <T> T in(TransactionTemplate template, SignedIn who, Supplier<T> work) {
        return new Scope(TenantId.NATIONAL, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(template.execute(_ -> work.get())));
    }
}
