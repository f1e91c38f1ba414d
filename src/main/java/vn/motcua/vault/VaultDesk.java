package vn.motcua.vault;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.FeeClearance;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.People;
import vn.motcua.identity.SignedIn;
import vn.motcua.result.ResultCode;
import vn.motcua.result.Verification;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Where owners look after their vault. What lies in another's does not exist. Whether a result of this program still holds is
 * asked of the register at the moment it is looked at, so that one taken back a minute ago is not offered.
 */
@Service
public class VaultDesk {

    private static final int OFFERS_AT_MOST = 50;
    private static final int USES_AT_MOST = 200;

    private final Vaults vaults;
    private final People people;
    private final Verification verification;
    private final ObjectProvider<FeeClearance> fees;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    VaultDesk(
            Vaults vaults,
            People people,
            Verification verification,
            ObjectProvider<FeeClearance> fees,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.vaults = vaults;
        this.people = people;
        this.verification = verification;
        this.fees = fees;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Theirs, the latest first. */
    public List<VaultEntry> list(SignedIn.Applicant who, Optional<UUID> before, int most) {
        return owner(who)
                .map(it -> nationally(() -> vaults.of(it, before, most)))
                .map(all -> all.stream().map(this::asItIsNow).toList())
                .orElse(List.of());
    }

    /** One of theirs; refuses what is not as not there. */
    public VaultEntry open(SignedIn.Applicant who, String id) {
        return Ids.of(id).flatMap(it -> find(who, it)).map(this::asItIsNow).orElseThrow(VaultDesk::notThere);
    }

    /** How it was used, the latest first. */
    public List<VaultUse> uses(VaultEntry entry) {
        return nationally(() -> vaults.uses(entry.id(), USES_AT_MOST));
    }

    /** Whether what is due for a result is paid, so that it may be taken; a paper of their own costs nothing. */
    public boolean paid(VaultEntry entry) {
        if (entry.origin() != VaultEntry.Origin.RESULT) {
            return true;
        }
        return Optional.ofNullable(fees.getIfAvailable())
                .flatMap(clearance -> entry.source().map(it -> owed(clearance, it)))
                .filter(FeeClearance.Answer.Owed.class::isInstance)
                .isEmpty();
    }

    private FeeClearance.Answer owed(FeeClearance clearance, DossierRef dossier) {
        return Scope.of(dossier.tenant())
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> clearance.of(dossier.id()))));
    }

    /** Its file is about to be taken by its owner; that is written down. Refuses while something is to be paid for it. */
    public VaultEntry take(SignedIn.Applicant who, String id) {
        var entry = open(who, id);
        if (!paid(entry)) {
            throw new Refused(VaultRefusal.VAULT_ENTRY_NOT_PAID);
        }
        nationally(() -> {
            vaults.use(
                    entry.id(),
                    new VaultUse(VaultUse.What.DOWNLOADED, clock.instant(), who.actorName(), "", ""),
                    Optional.empty());
            look(who, "vault-downloaded");
            return true;
        });
        return entry;
    }

    /** What of theirs is one of these kinds and may be used now, the latest first. */
    public List<VaultEntry> offers(SignedIn who, Set<String> kinds) {
        if (kinds.isEmpty() || !(who instanceof SignedIn.Applicant it) || it instanceof SignedIn.ForAnother) {
            return List.of();
        }
        var today = VietnamTime.dayOf(clock.instant());
        return owner(it)
                .map(owner -> nationally(() -> vaults.of(owner, kinds, today, OFFERS_AT_MOST)))
                .map(all -> all.stream()
                        .map(this::asItIsNow)
                        .filter(one -> one.holds(today) && paid(one))
                        .toList())
                .orElse(List.of());
    }

    /** One of theirs, to be used for a document that takes these kinds; refuses what may not be. */
    public VaultEntry usable(SignedIn who, String id, Set<String> kinds) {
        if (!(who instanceof SignedIn.Applicant it) || it instanceof SignedIn.ForAnother) {
            throw notThere();
        }
        var entry = open(it, id);
        if (entry.kinds().stream().noneMatch(kinds::contains)) {
            throw new Refused(VaultRefusal.VAULT_ENTRY_IS_ANOTHER_KIND);
        }
        mustHold(entry);
        if (!paid(entry)) {
            throw new Refused(VaultRefusal.VAULT_ENTRY_NOT_PAID);
        }
        return entry;
    }

    /**
     * The latest of what the person with that number has that is one of these kinds, may be used now and is none of these files: for an
     * officer before whom that person stands. Whoever asks has written down that they did.
     */
    public Optional<VaultEntry> latest(String personalNumber, Set<String> kinds, Set<FileId> without) {
        var today = VietnamTime.dayOf(clock.instant());
        var owner = new VaultOwner(VaultOwner.Kind.PERSON, personalNumber);
        return nationally(() -> vaults.of(owner, kinds, today, OFFERS_AT_MOST)).stream()
                .filter(it -> !without.contains(it.given()))
                .map(this::asItIsNow)
                .filter(it -> it.holds(today) && paid(it))
                .findFirst();
    }

    /**
     * Writes down for its owner that an officer took it while they stood at the counter.
     *
     * @param officer by name
     * @param procedure for which
     * @param agency where
     */
    public void taken(VaultEntry entry, String officer, String procedure, String agency) {
        nationally(() -> {
            vaults.use(
                    entry.id(),
                    new VaultUse(VaultUse.What.TAKEN, clock.instant(), officer, procedure, agency),
                    Optional.empty());
            return true;
        });
    }

    /** Refuses what was taken from a vault and does not hold any more. */
    public void holds(UUID entry) {
        mustHold(nationally(() -> vaults.find(entry)).map(this::asItIsNow).orElseThrow(VaultDesk::notThere));
    }

    void mustHold(VaultEntry entry) {
        if (!entry.holds(VietnamTime.dayOf(clock.instant()))) {
            throw new Refused(VaultRefusal.VAULT_ENTRY_ENDED, entry.name().vi());
        }
    }

    /** Whose vault an applicant looks after: their own, or that of the organisation for which they act. */
    Optional<VaultOwner> owner(SignedIn.Applicant who) {
        return who.scope()
                .call(() -> who.representing().isPresent()
                        ? who.representing()
                                .flatMap(people::organisation)
                                .map(it -> new VaultOwner(VaultOwner.Kind.ORGANISATION, it.taxCode()))
                        : people.person(who.person())
                                .map(it -> new VaultOwner(VaultOwner.Kind.PERSON, it.personalNumber())));
    }

    /** With what the register of results says of it just now. */
    VaultEntry asItIsNow(VaultEntry entry) {
        if (entry.ending().isPresent() || entry.code().isEmpty()) {
            return entry;
        }
        return verification
                .ofOwner(new ResultCode(entry.code()))
                .flatMap(it -> it.since().map(since -> switch (it.state()) {
                    case REPLACED ->
                        entry.ended(new VaultEntry.Ending(
                                VaultEntry.How.REPLACED,
                                since,
                                it.replacedBy().map(ResultCode::grouped).orElse("")));
                    case REVOKED -> entry.ended(new VaultEntry.Ending(VaultEntry.How.REVOKED, since, ""));
                    case DRAFTED, APPRAISED, SIGNED, ISSUED -> entry;
                }))
                .orElse(entry);
    }

    private Optional<VaultEntry> find(SignedIn.Applicant who, UUID id) {
        return owner(who).flatMap(it -> nationally(() -> vaults.find(it, id)));
    }

    private void look(SignedIn.Applicant who, String act) {
        trail.leave(new Look(
                who.actor().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.OWN,
                who.person().value(),
                act,
                Fields.of(Fields.PAPERS)));
    }

    static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }

    private <T> T nationally(Supplier<T> work) {
        return Scope.of(TenantId.NATIONAL).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
