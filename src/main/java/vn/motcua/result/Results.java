package vn.motcua.result;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.ListedApplicants;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.dossier.Revocation;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * The register of results. A paper that is drawn up waits in it for its signatures and is issued in the clerk's name when it
 * has them ({@link SigningRounds}); a signing service that is away keeps it waiting and loses nothing.
 */
@Service
public class Results {

    /** So many are shown and signed with one confirmation. */
    public static final int MOST = 500;

    private static final int TRIES = 20;

    private final ResultStore store;
    private final NumberStore numbers;
    private final SigningRounds rounds;
    private final SpecialistDesk specialist;
    private final LeaderDesk leader;
    private final ReadingDesk reading;
    private final ListedApplicants applicants;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final SecureRandom random = new SecureRandom();

    Results(
            ResultStore store,
            NumberStore numbers,
            SigningRounds rounds,
            SpecialistDesk specialist,
            LeaderDesk leader,
            ReadingDesk reading,
            ListedApplicants applicants,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.numbers = numbers;
        this.rounds = rounds;
        this.specialist = specialist;
        this.leader = leader;
        this.reading = reading;
        this.applicants = applicants;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A code for a paper that is about to be printed. */
    public ResultCode newCode() {
        return ResultCode.random(random);
    }

    /** Whether results can be signed digitally here at all; without a signer they are printed and signed by hand. */
    public boolean digital() {
        return rounds.possible();
    }

    /**
     * In which agency's book results of a procedure are numbered.
     *
     * @param procedure its code
     */
    public record Book(UnitId issuer, String procedure) {}

    /** The number after the last one of that book; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<String> nextNumber(Book book) {
        return numbers.next(book.issuer(), book.procedure(), clock.instant());
    }

    /**
     * Takes the number after the last one of that book for that dossier; empty before the first. Whoever takes one at the same moment gets the
     * next; what is not kept by the transaction that is running is free again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> takeNext(Book book, DossierId dossier, Instant now) {
        for (int tries = 0; tries < TRIES; tries++) {
            var next = numbers.next(book.issuer(), book.procedure(), now);
            if (next.isEmpty()
                    || numbers.take(
                            book.issuer(), number(book, next.get(), now), book.procedure(), dossier, clock.instant())) {
                return next;
            }
        }
        throw new Refused(ResultRefusal.RESULT_TEXT_TAKEN, book.procedure());
    }

    /** Refuses a number that the result of another dossier has. */
    @Transactional(readOnly = true)
    public void mayBeNumbered(Book book, String number, DossierId dossier, Instant now) {
        refuseTaken(book, number, dossier, now);
    }

    /** What was registered with that command. */
    @Transactional(readOnly = true)
    public Optional<Registered> byCommand(UUID command) {
        return store.byCommand(command);
    }

    /** What was registered with these commands. */
    @Transactional(readOnly = true)
    public List<Registered> byCommands(Collection<UUID> commands) {
        return store.byCommands(commands);
    }

    /** The result of that dossier that waits to be signed and issued. */
    @Transactional(readOnly = true)
    public Optional<Registered> waitingOf(DossierId dossier) {
        return store.open(dossier);
    }

    /** The last one drawn up for that dossier, where whoever was to appraise it sent it back. */
    @Transactional(readOnly = true)
    public Optional<Registered> sentBack(DossierId dossier) {
        return store.appraisals().sentBack(dossier);
    }

    /** What the register says of that file of this tenant. */
    @Transactional(readOnly = true)
    public Optional<Registered> of(FileId file) {
        return store.byFile(file);
    }

    /**
     * Refuses what issuing would: with another result waiting, with a number that is taken, and whatever the rules of dossiers
     * refuse. Nothing is changed, and a transaction that is running goes on.
     */
    public void mayBeIssued(OfficerAt clerk, Act act, DossierId dossier, String step, Book book, String number) {
        clerk.scope()
                .run(() -> apart.executeWithoutResult(all -> {
                    if (store.open(dossier).isPresent()) {
                        throw new Refused(ResultRefusal.RESULT_WAITS_FOR_SIGNATURE);
                    }
                    refuseTaken(book, number, dossier, act.now());
                    specialist.issue(act, dossier, step, new ResultPaper(number, FileId.of("0".repeat(64))));
                    all.setRollbackOnly();
                }));
    }

    /** Refuses what confirming a proposed correction would. Nothing is changed. */
    public void mayBeReplaced(OfficerAt confirming, Act act, DossierId dossier, Book book, String number) {
        confirming
                .scope()
                .run(() -> transaction.executeWithoutResult(all -> {
                    refuseTaken(book, number, dossier, act.now());
                    leader.confirm(act, dossier);
                    all.setRollbackOnly();
                }));
    }

    /**
     * Enters a result into the register. Unless its leader wants to give the word for each, or there is something that they should look at
     * first, it is signed and issued at once; if that cannot be now, it waits and is tried again by itself.
     *
     * @return how it stands now
     */
    public Registered register(OfficerAt clerk, Draft draft) {
        var id = add(clerk, draft);
        rounds.goOn(clerk.tenant(), id);
        return in(clerk, () -> store.find(id).orElseThrow());
    }

    /** The same, but what can be signed at once is signed and issued by the next {@link SigningRounds} and not now. */
    public void handOn(OfficerAt clerk, Draft draft) {
        add(clerk, draft);
    }

    private UUID add(OfficerAt clerk, Draft draft) {
        try {
            return in(clerk, () -> {
                var now = clock.instant();
                var made = Ids.next();
                var asks = store.confirms(draft.leader().officer())
                        || !draft.cautions().isEmpty()
                        || draft.appraisal().isPresent()
                        || !draft.signers().isEmpty();
                enter(made, draft, now, asks ? Optional.empty() : Optional.of(now));
                return made;
            });
        } catch (DuplicateKeyException e) {
            throw (Refused) new Refused(ResultRefusal.RESULT_WAITS_FOR_SIGNATURE).initCause(e);
        }
    }

    private void enter(UUID id, Draft draft, Instant now, Optional<Instant> orderedAt) {
        var book = new Book(draft.issuer().unit(), draft.procedure());
        var number = number(book, draft.number(), now);
        if (!numbers.take(book.issuer(), number, book.procedure(), draft.dossier(), now)) {
            throw taken(book, number, draft.number());
        }
        store.add(id, draft, now, orderedAt);
    }

    private void refuseTaken(Book book, String typed, DossierId dossier, Instant now) {
        var number = number(book, typed, now);
        if (numbers.holder(book.issuer(), number)
                .filter(it -> !it.equals(dossier))
                .isPresent()) {
            throw taken(book, number, typed);
        }
    }

    private Refused taken(Book book, BookNumber number, String typed) {
        return number.ordinal().isPresent()
                ? new Refused(ResultRefusal.RESULT_NUMBER_TAKEN, typed, numbers.next(book.issuer(), number))
                : new Refused(ResultRefusal.RESULT_TEXT_TAKEN, typed);
    }

    private static BookNumber number(Book book, String typed, Instant now) {
        return BookNumber.of(typed, book.procedure(), VietnamTime.dayOf(now).getYear());
    }

    /** Enters a result that is signed by hand on paper, and issues it at once. */
    public void registerOnPaper(OfficerAt clerk, Act act, Draft draft) {
        in(clerk, () -> {
            var now = clock.instant();
            var made = Ids.next();
            enter(made, draft, now, Optional.empty());
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
            enter(made, draft, now, Optional.of(now));
            leader.confirmSigned(act, draft.dossier(), signed);
            if (digital() && store.signed(made, signed, now)) {
                store.list(rounds.digest(signed), made);
            }
            store.issued(made, signed, now);
            store.replaced(draft.dossier(), made, now);
            return made;
        });
    }

    /** A proposed revocation happens: the dossier has no result any more, and the register says that it is revoked. */
    public void revoke(OfficerAt confirming, Act act, DossierId dossier, Revocation revocation) {
        in(confirming, () -> {
            leader.confirm(act, dossier);
            store.withdrawn(dossier, revocation.ground().name(), revocation.decision(), act.now());
            return true;
        });
    }

    /** What waits for that leader, the oldest first, at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<Registered> waiting(OfficerAt leader) {
        return store.waiting(leader.officer(), MOST);
    }

    /**
     * Whose the results of that leader are, by name, where they still have a position at the unit that gives the result. Looking is
     * written down.
     */
    public Map<DossierId, String> applicants(OfficerAt leader, List<Registered> results) {
        var units = leader.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .map(Position::unit)
                .toList();
        return applicants.names(
                leader,
                results.stream()
                        .filter(it -> units.contains(it.draft().issuer().unit())
                                || it.turn()
                                        .filter(one -> one.officer().equals(leader.officer()))
                                        .isPresent())
                        .map(it -> it.draft().dossier())
                        .toList());
    }

    /**
     * The paper that this leader's key would sign, byte by byte. Refuses one of somebody else, one that is signed, and one of a dossier that
     * they may not see as not there. Looking is written down.
     */
    public Registered toSign(OfficerAt leader, UUID result) {
        var found = in(
                leader,
                () -> store.find(result)
                        .filter(Registered::unsigned)
                        .filter(it ->
                                it.draft().leader().officer().equals(leader.officer()) || it.isTurnOf(leader.officer()))
                        .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
        reading.open(leader, found.draft().dossier(), Opening.PRINTED, clock.instant());
        return found;
    }

    /** The word for these of whose turn it is; the same command again changes nothing. */
    public void order(OfficerAt leader, UUID command, List<UUID> results) {
        in(leader, () -> {
            if (!store.ordered(command).isEmpty()) {
                return 0;
            }
            refuseUnappraised(leader, results);
            if (store.turns().tooEarly(leader.officer(), results)) {
                throw new Refused(ResultRefusal.SIGNATURE_OUT_OF_ORDER);
            }
            var now = clock.instant();
            var ordered = store.order(leader.officer(), results, command, now)
                    + store.turns().order(leader.officer(), results, command, now);
            if (ordered == 0) {
                throw new Refused(ResultRefusal.NOTHING_TO_SIGN);
            }
            return ordered;
        });
    }

    private void refuseUnappraised(OfficerAt leader, List<UUID> results) {
        if (results.stream()
                .flatMap(it -> store.find(it).stream())
                .filter(it -> it.isTurnOf(leader.officer())
                        || it.draft().leader().officer().equals(leader.officer()))
                .anyMatch(Registered::awaitsAppraisal)) {
            throw new Refused(ResultRefusal.RESULT_NOT_APPRAISED);
        }
    }

    /** How far a confirmation of that officer's is; empty for one that is not theirs. */
    @Transactional(readOnly = true)
    public List<Registered> ordered(OfficerAt who, UUID command) {
        return store.turns().isOf(who.officer(), command)
                ? store.ordered(command)
                : store.ordered(command).stream()
                        .filter(it -> it.draft().leader().officer().equals(who.officer()))
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
