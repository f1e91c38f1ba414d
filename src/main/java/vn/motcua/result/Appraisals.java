package vn.motcua.result;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
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
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Where drafts of results are appraised before they are signed (thẩm định, trình ký), when their package asks for it: an officer with the role it
 * names, at the agency or a unit below it, who had no hand in the draft, reads the very file that would be signed (NĐ 30/2020/NĐ-CP Điều 11: who
 * heads the unit that drafts answers for what it says). They put it up for signing or send it back with words.
 */
@Service
public class Appraisals {

    private final ResultStore store;
    private final ReadingDesk reading;
    private final ListedApplicants applicants;
    private final Officers officers;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Appraisals(
            ResultStore store,
            ReadingDesk reading,
            ListedApplicants applicants,
            Officers officers,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reading = reading;
        this.applicants = applicants;
        this.officers = officers;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What waits for that officer's appraisal, the oldest first, at most {@link Results#MOST}. */
    @Transactional(readOnly = true)
    public List<Registered> waiting(OfficerAt who) {
        var roles = who.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .map(Position::role)
                .collect(Collectors.toSet());
        return store.appraisals().toAppraise(roles, Results.MOST).stream()
                .filter(it -> isAsked(who, it) && !hadAHand(who, it))
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
                () -> store.appraisals().appraised(result, who.officer(), command, clock.instant()));
    }

    /**
     * It is sent back and never signed, and its dossier waits for another draft; the same command again changes nothing.
     *
     * @param typed what is wrong, for who drew it up
     */
    public void sendBack(OfficerAt who, UUID command, UUID result, String typed) {
        var words = Text.clean(typed);
        if (words.isEmpty()) {
            in(who, () -> asked(who, result));
            throw new Refused(ResultRefusal.APPRAISAL_WORDS_MISSING);
        }
        judge(
                who,
                command,
                result,
                () -> store.appraisals().sentBack(result, who.officer(), command, clock.instant(), words));
    }

    private void judge(OfficerAt who, UUID command, UUID result, Supplier<Boolean> edge) {
        var before = in(who, () -> store.appraisals().byAppraisal(command));
        if (before.isPresent()) {
            var theirs = before.filter(it -> it.id().equals(result))
                    .flatMap(Registered::appraised)
                    .filter(it -> it.by().equals(who.officer()));
            if (theirs.isEmpty()) {
                throw notThere();
            }
            return;
        }
        var asked = in(who, () -> asked(who, result));
        if (hadAHand(who, asked)) {
            throw new Refused(ResultRefusal.APPRAISER_HAD_A_HAND);
        }
        reading.open(who, asked.draft().dossier(), Opening.DOSSIER, clock.instant());
        if (!in(who, edge)) {
            throw new Refused(ResultRefusal.NOTHING_TO_APPRAISE);
        }
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
                        .anyMatch(it -> it.unit().equals(issuer)
                                || units.tree().above(it.unit()).contains(issuer)))
                .isPresent();
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
