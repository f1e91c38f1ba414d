package vn.motcua.mandate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateState.Asked;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** Where people ask to act for somebody, say yes or no to it, and end it. */
@Service
@EnableConfigurationProperties(MandateSettings.class)
public class MandateDesk {

    /** More questions than one person can be asked in the time they stay open. */
    private static final int OPEN_AT_MOST = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Mandates mandates;
    private final Helpers helpers;
    private final MandateSettings settings;
    private final Trail trail;
    private final HelpersLooks looks;
    private final ObjectProvider<OwnDrafts> drafts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MandateDesk(
            Mandates mandates,
            Helpers helpers,
            MandateSettings settings,
            Trail trail,
            HelpersLooks looks,
            ObjectProvider<OwnDrafts> drafts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mandates = mandates;
        this.helpers = helpers;
        this.settings = settings;
        this.trail = trail;
        this.looks = looks;
        this.drafts = drafts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What is asked for.
     *
     * @param id made with the form, so that a form sent twice asks once
     * @param until last day; the first is today
     */
    public record Wanted(MandateId id, Standing.Kind kind, Reach reach, LocalDate until) {}

    /**
     * A mandate with all that happened with it.
     *
     * @param code of a question that is open, for who asked it
     * @param word where it stands now
     */
    public record Told(
            Mandate mandate, MandateState.Word word, Optional<ConsentCode> code, List<MandateEvent> history) {}

    /** As whom they may help others just now; empty for who is no trusted helper. */
    public Optional<HelperAppointment> helper(SignedIn.Citizen who) {
        return in(who, () -> helpers.of(who.account(), today()));
    }

    /** Kinds that they may ask for with consent, and how many days each may last. */
    public int daysAtMost(Standing.Kind kind) {
        return settings.daysAtMost(kind);
    }

    /** Asks a person who is not yet known; the code goes to them by whoever asks. */
    public void ask(SignedIn.Citizen who, Wanted wanted) {
        var now = now();
        in(who, () -> {
            var body = body(who, wanted);
            check(wanted, VietnamTime.dayOf(now));
            var open = mandates.heldBy(who.account()).stream()
                    .filter(it -> it.word(now) == MandateState.Word.ASKED)
                    .count();
            var mandate = new Mandate(
                    wanted.id(),
                    wanted.kind(),
                    new Mandate.Representative(who.account(), who.name()),
                    body,
                    Optional.empty(),
                    wanted.reach(),
                    VietnamTime.dayOf(now),
                    wanted.until(),
                    new Asked(now.plus(settings.consent())));
            if (mandates.find(wanted.id()).isPresent()) {
                return mandate;
            }
            if (open >= OPEN_AT_MOST) {
                throw new Refused(MandateRefusal.TOO_MANY_ASKED, OPEN_AT_MOST);
            }
            if (mandates.add(mandate, Optional.of(ConsentCode.random(RANDOM)), Optional.empty(), now)) {
                happened(mandate, who, "asked", now);
            }
            return mandate;
        });
    }

    /** The question that waits under that code, for a person other than who asked. */
    public Optional<Mandate> waiting(SignedIn.Citizen who, ConsentCode code) {
        return in(who, () -> mandates.waiting(code).filter(it -> it.word(now()) == MandateState.Word.ASKED));
    }

    /**
     * An answer.
     *
     * @param draft where it is for filling in together: which of theirs; empty for a new one
     * @param minutes there: how long at most
     */
    public record Answer(boolean yes, Optional<UUID> draft, int minutes) {}

    /**
     * Says yes or no. The same answer again changes nothing; refuses who answers their own question, and one that is
     * answered or over.
     */
    public MandateId answer(SignedIn.Citizen who, MandateId id, ConsentCode code, Answer answer) {
        var yes = answer.yes();
        var now = now();
        return in(who, () -> {
            mandates.waiting(code);
            var mandate = mandates.lock(id).orElseThrow(() -> new Refused(MandateRefusal.CODE_UNKNOWN));
            var me = new Principal(who.account(), who.person(), who.name());
            if (answeredBefore(mandate, me, yes)) {
                return id;
            }
            var after = yes ? given(mandate, who, me, answer, now) : mandate.refuse(me, "", now);
            mandates.save(after);
            happened(after, who, yes ? "given" : "refused", now);
            return id;
        });
    }

    /** A draft is begun or taken up only once it is sure that the question can be answered. */
    private Mandate given(Mandate mandate, SignedIn.Citizen who, Principal me, Answer answer, Instant now) {
        var given = mandate.give(me, now);
        if (mandate.together().isEmpty()) {
            return given;
        }
        var procedure = mandate.reach().procedures().iterator().next();
        return mandate.give(me, drafts.getObject().ready(who, procedure, answer.draft()), answer.minutes(), now);
    }

    /** Ends it at once; not there for who is neither of the two. */
    public void end(SignedIn who, MandateId id) {
        var now = now();
        in(who, () -> {
            var mandate = mandates.lock(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            var after = mandate.revoke(now);
            if (!after.equals(mandate)) {
                mandates.save(after);
                happened(after, who, after.state() instanceof MandateState.Revoked ? "revoked" : "taken-back", now);
            }
            return id;
        });
    }

    /** By which they act for others, or asked to, latest first. */
    public List<Told> held(SignedIn.Applicant who) {
        return in(
                who,
                () -> mandates.heldBy(who.account()).stream()
                        .map(it -> line(it.forRepresentative(now())))
                        .toList());
    }

    /** Whom they let act for them, latest first. */
    public List<Told> given(SignedIn.Applicant who) {
        return in(
                who,
                () -> mandates.givenBy(who.account()).stream().map(this::line).toList());
    }

    /** One of them with its history; not there for who is neither of the two. */
    public Told open(SignedIn who, MandateId id) {
        return in(
                who,
                () -> mandates.find(id)
                        .filter(it -> concerns(it, who))
                        .map(it -> it.representative().account().equals(who.account())
                                ? ofRepresentative(it)
                                : new Told(it, it.word(now()), Optional.empty(), mandates.history(id)))
                        .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
    }

    private Told ofRepresentative(Mandate mandate) {
        var shown = mandate.forRepresentative(now());
        var history = mandates.history(mandate.id());
        return new Told(
                shown,
                mandate.word(now()),
                mandates.code(mandate.id()),
                shown.principal().equals(mandate.principal())
                        ? history
                        : history.stream()
                                .map(it -> it.without(
                                        mandate.principal().map(Principal::name).orElse("")))
                                .toList());
    }

    private static boolean concerns(Mandate mandate, SignedIn who) {
        return mandate.representative().account().equals(who.account())
                || mandate.principal()
                        .filter(it -> it.account().equals(who.account()))
                        .isPresent();
    }

    private Told line(Mandate mandate) {
        return new Told(mandate, mandate.word(now()), Optional.empty(), List.of());
    }

    private static boolean answeredBefore(Mandate mandate, Principal me, boolean yes) {
        var mine = mandate.principal().filter(me::equals).isPresent();
        return mine
                && switch (mandate.state()) {
                    case MandateState.Given _ -> yes;
                    case MandateState.Refused _ -> !yes;
                    case Asked _, MandateState.Revoked _ -> false;
                };
    }

    private String body(SignedIn.Citizen who, Wanted wanted) {
        return switch (wanted.kind()) {
            case HELPER ->
                helpers.of(who.account(), today())
                        .map(HelperAppointment::body)
                        .orElseThrow(() -> new Refused(MandateRefusal.KIND_WRONG));
            case CHOSEN -> "";
            case PARENT, GUARDIAN, BY_DOCUMENT -> throw new Refused(MandateRefusal.KIND_WRONG);
        };
    }

    private void check(Wanted wanted, LocalDate today) {
        if (wanted.reach().errands().isEmpty()) {
            throw new Refused(MandateRefusal.NO_ERRAND);
        }
        var most = settings.daysAtMost(wanted.kind());
        if (wanted.until().isBefore(today) || !wanted.until().isBefore(today.plusDays(most))) {
            throw new Refused(MandateRefusal.LAST_DAY_WRONG, most, VietnamTime.day(today.plusDays(most - 1L)));
        }
    }

    void happened(Mandate mandate, SignedIn who, String what, Instant now) {
        mandates.note(mandate.id(), who, what, "", now);
        var about = mandate.principal()
                .map(it -> it.person().value())
                .orElse(mandate.id().value());
        var rights = Fields.of(Fields.RIGHTS);
        if (mandate.representative().account().equals(who.account()) && who instanceof SignedIn.Hand hand) {
            looks.behalf(hand, mandate.kind(), about, "mandate-" + what, rights);
        } else {
            trail.leave(new Look(
                    who.actor().value(),
                    Optional.empty(),
                    Optional.empty(),
                    Purpose.OWN,
                    about,
                    "mandate-" + what,
                    rights));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private <T> T in(SignedIn who, Supplier<T> work) {
        return new Scope(TenantId.NATIONAL, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
