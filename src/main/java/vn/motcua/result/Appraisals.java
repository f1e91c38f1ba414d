package vn.motcua.result;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileSweep;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.ListedApplicants;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Where drafts of results are appraised before they are signed (thẩm định, trình ký), when their package asks for it: an officer with the role it
 * names, at the agency or one of its units, who had no hand in the draft, reads the very file that would be signed (NĐ 30/2020/NĐ-CP Điều 11: who
 * heads the unit that drafts answers for what it says). They put it up for signing or send it back with words.
 */
@Service
public class Appraisals {

    private static final int LONGEST = 2_000;

    private final ResultStore store;
    private final ReadingDesk reading;
    private final ListedApplicants applicants;
    private final Officers officers;
    private final Units units;
    private final FileSweep sweep;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Appraisals(
            ResultStore store,
            ReadingDesk reading,
            ListedApplicants applicants,
            Officers officers,
            Units units,
            FileSweep sweep,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reading = reading;
        this.applicants = applicants;
        this.officers = officers;
        this.units = units;
        this.sweep = sweep;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What waits for that officer's appraisal, the oldest first, at most {@link Results#MOST}. */
    @Transactional(readOnly = true)
    public List<Registered> waiting(OfficerAt who) {
        var held = who.positionsOn(VietnamTime.dayOf(clock.instant()));
        var roles = held.stream().map(Position::role).collect(Collectors.toSet());
        var issuers = held.stream().flatMap(it -> issuers(it.unit()).stream()).collect(Collectors.toSet());
        return store.appraisals().toAppraise(who.officer(), roles, issuers, Results.MOST).stream()
                .filter(it -> isAsked(who, it))
                .toList();
    }

    /** Who appraised something, by name; a dash where nobody of that id is known any more. */
    @Transactional(readOnly = true)
    public String name(OfficerId who) {
        return officers.officer(who).map(Officer::name).orElse("–");
    }

    /** Whose these are, by name; looking is written down. */
    public Map<DossierId, String> applicants(OfficerAt who, List<Registered> waiting) {
        return applicants.names(
                who, waiting.stream().map(it -> it.draft().dossier()).toList());
    }

    /**
     * The very paper that would be signed. Refuses one that does not wait for their role, and one of a dossier that they may not see, as not
     * there. Looking is written down.
     */
    public Draft toAppraise(OfficerAt who, UUID result) {
        var draft = in(who, () -> asked(who, result)).draft();
        reading.open(who, draft.dossier(), Opening.PRINTED, clock.instant());
        return draft;
    }

    /** It is appraised and put up for signing; the same command again changes nothing. */
    public void confirm(OfficerAt who, UUID command, UUID result) {
        judge(
                who,
                command,
                result,
                false,
                () -> store.appraisals().appraised(result, who.officer(), command, clock.instant()));
    }

    /**
     * It is sent back and never signed, its file is deleted, and its dossier waits for another draft; the same command again changes nothing.
     *
     * @param typed what is wrong, for who drew it up
     */
    public void sendBack(OfficerAt who, UUID command, UUID result, String typed) {
        var words = Text.clean(typed);
        if (words.isEmpty() || words.length() > LONGEST) {
            in(who, () -> asked(who, result));
            throw words.isEmpty()
                    ? new Refused(ResultRefusal.APPRAISAL_WORDS_MISSING)
                    : new Refused(ResultRefusal.APPRAISAL_WORDS_TOO_LONG, LONGEST);
        }
        judge(
                who,
                command,
                result,
                true,
                () -> store.appraisals().sentBack(result, who.officer(), command, clock.instant(), words));
        in(who, () -> store.find(result))
                .filter(Registered::sentBack)
                .ifPresent(it -> sweep.release(who.tenant(), Set.of(it.draft().file())));
    }

    private void judge(OfficerAt who, UUID command, UUID result, boolean back, Supplier<Boolean> edge) {
        if (isDone(who, command, result, back)) {
            return;
        }
        var asked = in(who, () -> asked(who, result));
        if (hadAHand(who, asked)) {
            throw new Refused(ResultRefusal.APPRAISER_HAD_A_HAND);
        }
        reading.open(who, asked.draft().dossier(), Opening.DOSSIER, clock.instant());
        if (!in(who, edge) && !isDone(who, command, result, back)) {
            throw new Refused(ResultRefusal.NOTHING_TO_APPRAISE);
        }
    }

    /** Whether that command judged it already; refuses a command that judged it the other way, and one that is not theirs. */
    private boolean isDone(OfficerAt who, UUID command, UUID result, boolean back) {
        var before = in(who, () -> store.appraisals().byAppraisal(command));
        if (before.isEmpty()) {
            return false;
        }
        var theirs = before.filter(it -> it.id().equals(result))
                .flatMap(Registered::appraised)
                .filter(it -> it.by().equals(who.officer()));
        if (theirs.isEmpty()) {
            throw notThere();
        }
        if (before.filter(it -> it.sentBack() == back).isEmpty()) {
            throw new Refused(ResultRefusal.NOTHING_TO_APPRAISE);
        }
        return true;
    }

    /** One that asks for a role of theirs; what was judged meanwhile is refused as such, anything else as not there. */
    private Registered asked(OfficerAt who, UUID result) {
        var found = store.find(result).filter(it -> isAsked(who, it)).orElseThrow(Appraisals::notThere);
        if (!found.awaitsAppraisal()) {
            throw new Refused(ResultRefusal.NOTHING_TO_APPRAISE);
        }
        return found;
    }

    private boolean isAsked(OfficerAt who, Registered result) {
        var issuer = result.draft().issuer().unit();
        return result.draft()
                .appraisal()
                .filter(asked -> who.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                        .filter(it -> it.role().equals(asked.role()))
                        .anyMatch(it -> issuers(it.unit()).contains(issuer)))
                .isPresent();
    }

    /** Whose drafts an officer there may appraise: of that unit and those above it, as far as its own agency reaches. */
    private Set<UnitId> issuers(UnitId at) {
        var tree = units.tree();
        var agency = tree.agencyOf(at).map(Unit::id);
        return Stream.concat(Stream.of(at), tree.above(at).stream())
                .filter(it -> tree.agencyOf(it).map(Unit::id).equals(agency))
                .collect(Collectors.toSet());
    }

    private static boolean hadAHand(OfficerAt who, Registered result) {
        return result.draft()
                .appraisal()
                .filter(it -> it.drafters().contains(who.officer()))
                .isPresent();
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }

    private <T> T in(OfficerAt who, Supplier<T> work) {
        return who.scope().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
