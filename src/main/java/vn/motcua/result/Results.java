package vn.motcua.result;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/**
 * The register of results. A paper that is drawn up waits in it for its signatures and is issued in the clerk's name when it
 * has them ({@link SigningRounds}); a signing service that is away keeps it waiting and loses nothing.
 */
@Service
public class Results {

    /** So many are shown and signed with one confirmation. */
    public static final int MOST = 500;

    private final ResultStore store;
    private final SigningRounds rounds;
    private final SpecialistDesk specialist;
    private final LeaderDesk leader;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Results(
            ResultStore store,
            SigningRounds rounds,
            SpecialistDesk specialist,
            LeaderDesk leader,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rounds = rounds;
        this.specialist = specialist;
        this.leader = leader;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A code for a paper that is about to be printed. */
    public ResultCode newCode() {
        return ResultCode.random(random);
    }

    /** Whether results can be signed digitally here at all; without a signer they are printed and signed by hand. */
    public boolean digital() {
        return rounds.possible();
    }

    /** What was registered with that command. */
    @Transactional(readOnly = true)
    public Optional<Registered> byCommand(UUID command) {
        return store.byCommand(command);
    }

    /** The result of that dossier that waits to be signed and issued. */
    @Transactional(readOnly = true)
    public Optional<Registered> waitingOf(DossierId dossier) {
        return store.open(dossier);
    }

    /** What the register says of that file of this tenant. */
    @Transactional(readOnly = true)
    public Optional<Registered> of(FileId file) {
        return store.byFile(file);
    }

    /**
     * Refuses what issuing would: with another result waiting, and whatever the rules of dossiers refuse. Nothing is changed.
     */
    public void mayBeIssued(OfficerAt clerk, Act act, DossierId dossier, String step, String number) {
        clerk.scope()
                .run(() -> transaction.executeWithoutResult(all -> {
                    if (store.open(dossier).isPresent()) {
                        throw new Refused(ResultRefusal.RESULT_WAITS_FOR_SIGNATURE);
                    }
                    specialist.issue(act, dossier, step, new ResultPaper(number, FileId.of("0".repeat(64))));
                    all.setRollbackOnly();
                }));
    }

    /** Refuses what confirming a proposed correction would. Nothing is changed. */
    public void mayBeReplaced(OfficerAt confirming, Act act, DossierId dossier) {
        confirming
                .scope()
                .run(() -> transaction.executeWithoutResult(all -> {
                    leader.confirm(act, dossier);
                    all.setRollbackOnly();
                }));
    }

    /**
     * Enters a result into the register. Unless its leader wants to give the word for each, it is signed and issued at once; if
     * that cannot be now, it waits and is tried again by itself.
     *
     * @return how it stands now
     */
    public Registered register(OfficerAt clerk, Draft draft) {
        var id = add(clerk, draft);
        rounds.goOn(clerk.tenant(), id);
        return in(clerk, () -> store.find(id).orElseThrow());
    }

    private UUID add(OfficerAt clerk, Draft draft) {
        try {
            return in(clerk, () -> {
                var now = clock.instant();
                var made = Ids.next();
                var confirms = store.confirms(draft.leader().officer());
                store.add(made, draft, now, confirms ? Optional.empty() : Optional.of(now));
                return made;
            });
        } catch (DuplicateKeyException e) {
            throw (Refused) new Refused(ResultRefusal.RESULT_WAITS_FOR_SIGNATURE).initCause(e);
        }
    }

    /** Enters a result that is signed by hand on paper, and issues it at once. */
    public void registerOnPaper(OfficerAt clerk, Act act, Draft draft) {
        in(clerk, () -> {
            var now = clock.instant();
            var made = Ids.next();
            store.add(made, draft, now, Optional.empty());
            specialist.issue(act, draft.dossier(), draft.step(), new ResultPaper(draft.number(), draft.file()));
            store.issued(made, draft.file(), now);
            return made;
        });
    }

    /**
     * A proposed correction happens: its paper is signed by the leader who confirms it, takes the place of the issued one, and
     * the register says so. With the signing service away nothing happens and the proposal stays.
     */
    public void replace(OfficerAt confirming, Act act, Draft draft) {
        var now = clock.instant();
        var signed = digital() ? rounds.sign(confirming.tenant(), draft, now) : draft.file();
        in(confirming, () -> {
            var made = Ids.next();
            store.add(made, draft, now, Optional.of(now));
            leader.confirmSigned(act, draft.dossier(), signed);
            if (digital() && store.signed(made, signed, now)) {
                store.list(rounds.digest(signed), made);
            }
            store.issued(made, signed, now);
            store.replaced(draft.dossier(), made, now);
            return made;
        });
    }

    /** What waits for that leader, the oldest first, at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<Registered> waiting(OfficerAt leader) {
        return store.waiting(leader.officer(), MOST);
    }

    /** The leader's word for these; the same command again changes nothing. */
    public void order(OfficerAt leader, UUID command, List<UUID> results) {
        in(leader, () -> {
            if (!store.ordered(command).isEmpty()) {
                return 0;
            }
            var ordered = store.order(leader.officer(), results, command, clock.instant());
            if (ordered == 0) {
                throw new Refused(ResultRefusal.NOTHING_TO_SIGN);
            }
            return ordered;
        });
    }

    /** How far a confirmation of that leader's is; empty for one that is not theirs. */
    @Transactional(readOnly = true)
    public List<Registered> ordered(OfficerAt leader, UUID command) {
        return store.ordered(command).stream()
                .filter(it -> it.draft().leader().officer().equals(leader.officer()))
                .toList();
    }

    /** What failed is tried again at once. */
    public void again(OfficerAt leader) {
        in(leader, () -> {
            store.again(leader.officer());
            return true;
        });
    }

    /** Whether that leader gives the word for each paper, instead of with the decision. */
    @Transactional(readOnly = true)
    public boolean confirms(OfficerAt leader) {
        return store.confirms(leader.officer());
    }

    /** Says whether they do. */
    public void confirms(OfficerAt leader, boolean confirms) {
        in(leader, () -> {
            store.confirms(leader.officer(), confirms, clock.instant());
            return true;
        });
    }

    private <T> T in(OfficerAt who, Supplier<T> work) {
        return who.scope().call(() -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
