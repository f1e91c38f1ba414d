package vn.motcua.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.TenantAct;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Where an archivist proposes to destroy dossiers whose time is over, or holds them, and where whoever leads the unit
 * confirms. Nobody confirms what they proposed themselves.
 */
@Service
public class RetentionDesk {

    /** How long a reason may be, in characters. */
    public static final int LONGEST = 500;

    private static final int MOST = 200;

    private final Retention retention;
    private final RetentionSettings settings;
    private final Access access;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetentionDesk(
            Retention retention,
            RetentionSettings settings,
            Access access,
            Units units,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.retention = retention;
        this.settings = settings;
        this.access = access;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What can be done with a row now. */
    public enum State {
        /** Its time is not over, or the applicant was told too lately. */
        WAITS,
        /** It can be proposed. */
        OVER,
        /** Somebody proposed it. */
        PROPOSED,
        /** Two people agreed; the program destroys it. */
        CONFIRMED,
        /** It is kept although its time is over. */
        HELD
    }

    /**
     * A dossier of the list: nobody's data.
     *
     * @param endsOn the last day on which it is kept
     * @param held why it is held, empty when it is not
     */
    public record Row(
            DossierId dossier,
            Optional<String> number,
            String procedure,
            UnitId unit,
            LocalDate endsOn,
            String rule,
            State state,
            Optional<String> held) {}

    /** The list, and whether they propose or confirm. */
    public record Page(List<Row> rows, boolean archivist, boolean leader) {}

    /** The dossiers of the units below theirs; for who neither keeps the archive nor leads it is not there. */
    public Page list(OfficerAt who) {
        var archivist = access.may(who, TenantAct.KEEP_ARCHIVE);
        var leader = access.may(who, TenantAct.ANSWER_QUESTIONS);
        if (!archivist.permitted()) {
            leader.orRefuse();
        }
        return in(
                who,
                () -> new Page(
                        retention.open(below(who), MOST).stream().map(this::row).toList(),
                        archivist.permitted(),
                        leader.permitted()));
    }

    /** Proposes to destroy these. */
    public void propose(OfficerAt who, Collection<DossierId> dossiers) {
        var as = access.may(who, TenantAct.KEEP_ARCHIVE).orRefuse().orElseThrow();
        each(
                who,
                as,
                dossiers,
                "destruction-proposed",
                it -> retention.propose(it, who.account().value(), settings.noticeDays()));
    }

    /** Confirms what somebody else proposed. */
    public void confirm(OfficerAt who, Collection<DossierId> dossiers) {
        var as = access.may(who, TenantAct.ANSWER_QUESTIONS).orRefuse().orElseThrow();
        each(
                who,
                as,
                dossiers,
                "destruction-confirmed",
                it -> retention.confirm(it, who.account().value()));
    }

    /** Sends a proposal back. */
    public void refuse(OfficerAt who, Collection<DossierId> dossiers) {
        var as = access.may(who, TenantAct.ANSWER_QUESTIONS).orRefuse().orElseThrow();
        each(who, as, dossiers, "destruction-refused", retention::refuse);
    }

    /** Keeps one beyond its time: a complaint, a lawsuit, an inspection. */
    public void hold(OfficerAt who, DossierId dossier, String reason) {
        var as = access.may(who, TenantAct.KEEP_ARCHIVE).orRefuse().orElseThrow();
        var text = Text.clean(reason);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refused(PrivacyRefusal.HOLD_REASON_MISSING, LONGEST);
        }
        each(
                who,
                as,
                List.of(dossier),
                "hold-set",
                it -> retention.hold(it, who.account().value(), text));
    }

    /** Lets go of one that is held. */
    public void release(OfficerAt who, DossierId dossier) {
        var as = access.may(who, TenantAct.KEEP_ARCHIVE).orRefuse().orElseThrow();
        each(who, as, List.of(dossier), "hold-lifted", retention::release);
    }

    private void each(
            OfficerAt who, Position as, Collection<DossierId> dossiers, String act, Predicate<DossierId> change) {
        if (dossiers.isEmpty()) {
            throw new Refused(PrivacyRefusal.NOTHING_CHOSEN);
        }
        in(who, () -> {
            var theirs = retention.open(below(who), Integer.MAX_VALUE).stream()
                    .map(Retention.Kept::dossier)
                    .toList();
            for (var dossier : dossiers) {
                if (!theirs.contains(dossier)) {
                    throw new Refused(AccessRefusal.NOT_THERE);
                }
                if (!change.test(dossier)) {
                    throw new Refused(PrivacyRefusal.NOT_TO_BE_DESTROYED);
                }
            }
            trail.leave(dossiers.stream()
                    .map(it -> new Look(
                            who.account().value(),
                            Optional.of(as.id().value()),
                            Optional.of(as.role()),
                            Purpose.ARCHIVE,
                            it.value(),
                            act,
                            Fields.of(Fields.HISTORY)))
                    .toList());
            return theirs;
        });
    }

    private Row row(Retention.Kept it) {
        return new Row(
                it.dossier(), it.number(), it.procedure(), it.unit(), it.endsOn(), it.rule(), state(it), it.held());
    }

    private State state(Retention.Kept it) {
        if (it.held().isPresent()) {
            return State.HELD;
        }
        if (it.confirmed()) {
            return State.CONFIRMED;
        }
        if (it.proposedBy().isPresent()) {
            return State.PROPOSED;
        }
        var now = clock.instant();
        var told = it.noticedAt()
                .filter(at -> !at.plus(Duration.ofDays(settings.noticeDays())).isAfter(now))
                .isPresent();
        return told && it.endsOn().isBefore(VietnamTime.dayOf(now)) ? State.OVER : State.WAITS;
    }

    private List<UnitId> below(OfficerAt who) {
        return who.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .filter(access::looksAfterArchive)
                .flatMap(it -> units.subtree(it.unit()).stream())
                .map(Unit::id)
                .distinct()
                .toList();
    }

    private <T> T in(OfficerAt who, Supplier<T> work) {
        return who.scope().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
