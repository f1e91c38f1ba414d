package vn.motcua.administration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.DueReview;
import vn.motcua.dossier.DueReview.Difference;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Which due moments of open dossiers a changed calendar would move: first looked at, then, when an administrator has seen
 * them and says by which document, moved. {@link DueRounds} does both, however many there are.
 */
@Service
public class DueReviews {

    /** So many differences stand on a page. */
    public static final int PAGE = 50;

    private final DueReviewStore store;
    private final DueReview dues;
    private final Trail trail;
    private final Clock clock;

    DueReviews(DueReviewStore store, DueReview dues, Trail trail, Clock clock) {
        this.store = store;
        this.dues = dues;
        this.trail = trail;
        this.clock = clock;
    }

    /** How far it is. */
    public enum State {
        /** The open dossiers are gone through. */
        LOOKING,
        /** What would move can be seen; nothing has moved. */
        LOOKED,
        /** They are moved one by one. */
        MOVING,
        /** All were moved or kept out. */
        DONE,
        /** Another one was begun before this was confirmed. */
        DROPPED
    }

    /**
     * One review.
     *
     * @param account who began it, or who confirmed it
     * @param language in which the procedures are named
     * @param open how many open dossiers there were when it began
     * @param looked how many of them were looked at
     * @param last the one that was looked at last
     * @param differ how many of them would move
     * @param keptOut how many of those changed between looking and moving, and stayed as they are
     */
    public record Review(
            UUID id,
            AccountId account,
            Language language,
            State state,
            String reason,
            Instant begunAt,
            int open,
            int looked,
            Optional<UUID> last,
            int differ,
            int moved,
            int keptOut) {}

    /** What became of a dossier's due moment in a review. */
    enum Became {
        WAITING,
        MOVED,
        KEPT_OUT
    }

    /** The agency's last review. */
    @Transactional(readOnly = true)
    public Optional<Review> last(Administrator who) {
        return store.last();
    }

    /** What would move, the earliest first; after {@code after} when it is one of them. */
    @Transactional(readOnly = true)
    public List<Difference> differences(Administrator who, UUID review, Optional<UUID> after) {
        return store.items(review, Became.WAITING, after, PAGE + 1);
    }

    /** What changed before it could be moved. */
    @Transactional(readOnly = true)
    public List<Difference> keptOut(Administrator who, UUID review) {
        return store.items(review, Became.KEPT_OUT, Optional.empty(), PAGE);
    }

    /** By how many days how many of them would move; later is positive. */
    @Transactional(readOnly = true)
    public Map<Integer, Integer> spread(Administrator who, UUID review) {
        return store.spread(review);
    }

    /** Begins to look; one that waited to be confirmed is dropped, one that is moving goes on instead. */
    @Transactional
    public void begin(Administrator who, UUID command, Language language) {
        store.hold();
        if (store.find(command).isPresent()
                || store.last().filter(it -> it.state() == State.MOVING).isPresent()) {
            return;
        }
        store.drop();
        store.add(command, who.account(), language, dues.open(), clock.instant());
    }

    /**
     * Has them moved as they were shown.
     *
     * @param typed by which document
     */
    @Transactional
    public void confirm(Administrator who, UUID review, String typed) {
        var it = store.find(review).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        switch (it.state()) {
            case MOVING, DONE -> {}
            case LOOKING, DROPPED -> throw new Refused(AdministrationRefusal.LIST_CHANGED);
            case LOOKED -> {
                var reason = Text.clean(typed);
                if (reason.isEmpty()) {
                    throw new Refused(DossierRefusal.REASON_MISSING);
                }
                if (!store.confirm(review, who.account(), reason)) {
                    throw new Refused(AdministrationRefusal.LIST_CHANGED);
                }
                trail.leave(new Look(
                        who.account().value(),
                        Optional.empty(),
                        Optional.empty(),
                        Purpose.ADMINISTER,
                        review,
                        "due-moments-recomputed",
                        Fields.of(Fields.RIGHTS)));
            }
        }
    }
}
