package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Decision;
import vn.motcua.identity.SignedIn;
import vn.motcua.route.RoutePicture;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** What an applicant can do with a dossier of theirs. Each method is one transaction in the tenant that has it. */
@Service
public class ApplicantDesk {

    private final Commands commands;
    private final Answered answered;
    private final Folders folders;
    private final Access access;
    private final Trail trail;
    private final Messages messages;

    ApplicantDesk(
            Commands commands, Answered answered, Folders folders, Access access, Trail trail, Messages messages) {
        this.commands = commands;
        this.answered = answered;
        this.folders = folders;
        this.access = access;
        this.trail = trail;
        this.messages = messages;
    }

    /** The dossier, for whose it is; for everybody else it is not there. Who looks for another person is written down. */
    public ApplicantView open(SignedIn who, DossierRef dossier, Language language) {
        return commands.inTenant(dossier.tenant(), who, () -> {
            var seen = seen(who, dossier);
            if (who.actingAs().isPresent()) {
                trail.leave(look(who, dossier, Opening.DOSSIER));
            }
            return view(seen.work(), folders.of(dossier.id()), language);
        });
    }

    /** The same, for taking that out of it: written down also for whoever takes what is their own. */
    public ApplicantView open(SignedIn who, DossierRef dossier, Opening what, Language language) {
        return commands.inTenant(dossier.tenant(), who, () -> {
            var seen = seen(who, dossier);
            trail.leave(look(who, dossier, what));
            return view(seen.work(), folders.of(dossier.id()), language);
        });
    }

    /** Whether they may do that with the dossier now, which they see. */
    public Decision may(SignedIn who, DossierRef dossier, ApplicantAct act) {
        return commands.inTenant(
                dossier.tenant(),
                who,
                () -> access.may(who, act, seen(who, dossier).work().subject()));
    }

    private Commands.Seen seen(SignedIn who, DossierRef dossier) {
        return commands.seen(dossier, who, it -> access.may(who, ApplicantAct.READ_OWN, it.subject()), Instant.EPOCH);
    }

    private static Look look(SignedIn who, DossierRef dossier, Opening what) {
        return new Look(
                who.actor().value(),
                Optional.empty(),
                who.actingAs(),
                who.actingAs().isPresent() ? Purpose.BEHALF : Purpose.OWN,
                dossier.id().value(),
                what.act(),
                what.fields());
    }

    /**
     * Takes the dossier back; before reception at once, and a reason need not be given. Once received the agency is asked,
     * with a reason, and an officer answers.
     */
    public Done withdraw(Act act, DossierRef dossier, String reason) {
        return commands.byApplicant(
                dossier,
                act,
                ApplicantAct.WITHDRAW,
                it -> it.dossier().endings().leave(reason, Optional.empty(), it.now()),
                _ -> Content.NONE);
    }

    /** Says what is wrong in the result; an officer answers. */
    public Done reportMistake(Act act, DossierRef dossier, String reason) {
        return commands.byApplicant(
                dossier,
                act,
                ApplicantAct.REPORT_MISTAKE,
                it -> it.dossier().amendments().report(reason, it.now()),
                _ -> Content.NONE);
    }

    /** Answers a supplement request in the same dossier. */
    public Done provideSupplement(Act act, DossierRef dossier, Supplement supplement) {
        return commands.byApplicant(
                dossier,
                act,
                ApplicantAct.SUPPLEMENT,
                it -> answered.change(it, supplement, Optional.empty()),
                it -> answered.content(it, supplement));
    }

    private ApplicantView view(Work work, Folder folder, Language language) {
        var dossier = work.dossier();
        var route = work.procedure().route();
        var reception = dossier.stage().received();
        var seat = dossier.desk().seats().stream().findFirst();
        return new ApplicantView(
                new DossierRef(work.tenant(), dossier.id()),
                dossier.version(),
                folder.code(),
                folder.place(),
                dossier.stage(),
                messages.say(language, "dossier.public." + dossier.stage().kind()),
                new RoutePicture(route).doors(dossier.desk().tokens()),
                reception.map(Reception::number).or(() -> dossier.came().flatMap(Came::number)),
                reception.map(Reception::due),
                explained(folder, language),
                dossier.filed().revision(),
                dossier.filed().procedure(),
                work.procedure().name(language),
                dossier.filed().at(),
                seat.map(Desk.Seat::unit).orElse(dossier.filed().unit()),
                seat.flatMap(folder::taker),
                dossier.stage() instanceof Stage.AwaitingSupplement it
                        ? it.request().lines()
                        : List.of(),
                work.answers(),
                folder.papers(),
                new HistoryWords(route, language, messages)
                        .say(folder.standing().stream()
                                .filter(it -> it.event().concernsApplicant())
                                .toList()),
                result(dossier.stage()),
                dossier.leaving().isEmpty()
                        && StageGraph.permits(dossier.stage().kind(), DossierEvent.DossierWithdrawn.class),
                dossier.leaving(),
                seat.map(it ->
                        new ApplicantView.OpenStep(route.step(it.step()).name().in(language), it.since())),
                dossier.filed().unit(),
                dossier.filed().channel(),
                folder.applicant(),
                folder.history().stream()
                        .filter(it -> it.event() instanceof DossierEvent.DossierFiled
                                && it.onBehalf().isPresent())
                        .map(Folder.Line::actorName)
                        .findFirst(),
                folder.receiveBy(),
                folder.receiveAt(),
                receipt(folder.history()),
                slips(folder.standing()),
                work.found().link(),
                work.circumstances(dossier.filed().at()),
                Obligation.of(folder.history().stream().map(Folder.Line::event).toList()),
                dossier.mistake().isEmpty()
                        && result(dossier.stage()).isPresent()
                        && outcome(dossier.stage())
                                .filter(Outcome.Granted.class::isInstance)
                                .isPresent(),
                dossier.mistake());
    }

    private List<String> explained(Folder folder, Language language) {
        var lay = Above.of(folder.history().stream()
                .map(it -> new Above.Moment(it.event(), it.effectiveAt()))
                .toList());
        return Stream.concat(
                        folder.due().map(it -> it.cited(language, messages)).orElse(List.of()).stream(),
                        lay.stream().map(it -> it.say(language, messages)))
                .toList();
    }

    private static ApplicantView.Slips slips(List<Folder.Line> history) {
        var supplements = new ArrayList<ApplicantView.Slip<SupplementRequest>>();
        var turnAways = new ArrayList<ApplicantView.Slip<String>>();
        var apologies = new ArrayList<ApplicantView.Slip<Apology>>();
        var halts = new ArrayList<ApplicantView.Slip<DossierEvent.DossierHalted>>();
        for (var line : history) {
            var event = line.event();
            if (event instanceof DossierEvent.SupplementRequested(var request)) {
                supplements.add(slip(request, line));
            } else if (event instanceof DossierEvent.DossierTurnedAway(var reason, var _)) {
                turnAways.add(slip(reason, line));
            } else if (event instanceof Apology said) {
                apologies.add(slip(said, line));
            } else if (event instanceof DossierEvent.DossierHalted halted) {
                halts.add(slip(halted, line));
            }
        }
        return new ApplicantView.Slips(supplements, turnAways, apologies, halts);
    }

    private static <T> ApplicantView.Slip<T> slip(T written, Folder.Line line) {
        return new ApplicantView.Slip<>(
                line.version(),
                written,
                line.recordedAt(),
                line.actor().map(AccountId::new),
                line.actorName(),
                line.role().orElse(""),
                line.booked());
    }

    private static Optional<ApplicantView.Receipt> receipt(List<Folder.Line> history) {
        return history.stream()
                .flatMap(it -> it.event() instanceof DossierEvent.DossierReceived(var _, var due, var _, var _)
                        ? Stream.of(new ApplicantView.Receipt(it.recordedAt(), due.at(), it.actorName(), it.booked()))
                        : Stream.empty())
                .findFirst();
    }

    private static Optional<Outcome> outcome(Stage stage) {
        return stage instanceof Stage.Resolved it
                ? Optional.of(it.outcome())
                : stage instanceof Stage.HandedOver over ? Optional.of(over.outcome()) : Optional.empty();
    }

    private static Optional<ResultPaper> result(Stage stage) {
        return switch (stage) {
            case Stage.Resolved it -> it.result();
            case Stage.HandedOver it -> it.result();
            case Stage.Submitted _,
                    Stage.TurnedAway _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Withdrawn _,
                    Stage.PassedAcross _,
                    Stage.Halted _ -> Optional.empty();
        };
    }
}
