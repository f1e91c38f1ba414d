package vn.motcua.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.desk.CounterScans;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.Elsewhere;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Revocation;
import vn.motcua.dossier.Stage;
import vn.motcua.form.Facts;
import vn.motcua.form.FieldView;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.payment.FeeAccount;
import vn.motcua.route.DeskAct;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.VietnamTime;

/** The forms of what an officer may do to a dossier. */
record ActWords(
        Opened dossier,
        ProcedurePackage procedure,
        FeeAccount fees,
        Optional<Attempt> attempt,
        Facts facts,
        StepWords steps,
        Supplier<Optional<String>> nextNumber,
        Supplier<List<CounterScans.Scan>> scans,
        Speech speech) {

    private static final int LINES = 1;
    private static final int LINES_AT_MOST = 30;

    /** Everything that this officer may do now, the most usual first. */
    List<ActView> all(boolean mayTakeFee, String base) {
        var offers = new ArrayList<Offer>();
        dossier.actions().forEach(it -> offers.add(new Offer(DeskForm.of(it.action()), it.step(), it.backTo())));
        if (mayTakeFee) {
            offers.add(new Offer(DeskForm.TAKE_FEE, "", List.of()));
            offers.add(new Offer(DeskForm.TAKE_CARD, "", List.of()));
        }
        offers.stream()
                .filter(it ->
                        it.form() == DeskForm.PASS_ON && !dossier.agencies().isEmpty())
                .findFirst()
                .ifPresent(it -> offers.add(new Offer(DeskForm.PASS_ACROSS, it.step(), List.of())));
        return offers.stream()
                .filter(it -> !(it.form() == DeskForm.TRANSFER || it.form() == DeskForm.PASS_ON)
                        || !dossier.elsewhere().isEmpty())
                .filter(it -> it.form() != DeskForm.SEND_UP || !dossier.above().isEmpty())
                .sorted(Comparator.comparing(Offer::form))
                .map(it -> view(it, base))
                .toList();
    }

    private record Offer(DeskForm form, String step, List<OfficerStep> backTo) {}

    private ActView view(Offer offer, String base) {
        var slip = slip(offer);
        return switch (offer.form()) {
            case CLAIM -> new ActView.Claim(slip);
            case RELEASE -> new ActView.Release(slip);
            case RECEIVE ->
                new ActView.Receive(
                        slip,
                        VietnamTime.moment(dossier.due().at()),
                        dossier.limit().say(speech.language(), speech.messages()),
                        dossier.due().cited(speech.language(), speech.messages()),
                        fees.owedBeforeReception().equals(Dong.ZERO)
                                ? ""
                                : fees.owedBeforeReception().toString());
            case FORWARD -> new ActView.Forward(slip);
            case TURN_AWAY -> new ActView.TurnAway(slip);
            case TRANSFER -> new ActView.Transfer(slip, doors(), procedure.outOfBounds());
            case PASS_ON -> new ActView.PassOn(slip, doors());
            case PASS_ACROSS -> new ActView.PassAcross(slip, agencies());
            case SUPPLEMENT -> supplement(slip, false);
            case SECOND_SUPPLEMENT -> supplement(slip, true);
            case CONFIRM ->
                new ProposalWords(dossier, procedure.entries().form().definition(), speech).confirm(slip);
            case REFUSE_PROPOSAL -> new ActView.RefuseProposal(slip);
            case LET_GO ->
                new ProposalWords(dossier, procedure.entries().form().definition(), speech).letGo(slip, fees);
            case REFUSE_WITHDRAWAL -> new ActView.RefuseWithdrawal(slip);
            case PROPOSE_HALT -> new ActView.ProposeHalt(slip);
            case AWAIT_PAYMENT -> new ActView.AwaitPayment(slip);
            case AWAIT_ANSWER -> new ActView.AwaitAnswer(slip, answers());
            case SEND_UP -> new ActView.SendUp(slip, above());
            case AGREE -> new ActView.Agree(slip);
            case RETURN_DOWN -> new ActView.ReturnDown(slip);
            case END_WAIT -> new ActView.EndWait(slip);
            case PROPOSE_AMENDMENT ->
                new ActView.ProposeAmendment(slip, Amended.choices(procedure, dossier, speech), Amended.ROWS);
            case REFUSE_AMENDMENT -> new ActView.RefuseAmendment(slip);
            case PROPOSE_REVOCATION -> new ActView.ProposeRevocation(slip, grounds());
            case COMPLETE -> new ActView.Complete(slip, next(offer.step()), asked(slip));
            case PROPOSE_DENIAL -> new ActView.ProposeDenial(slip);
            case SEND_BACK ->
                new ActView.SendBack(slip, earlier(offer.backTo()), dossier.stage() instanceof Stage.Resolved);
            case UNDO -> throw new IllegalStateException("offered with what was done: " + offer.step());
            case APPROVE -> approve(slip, base);
            case DENY -> new ActView.Deny(slip, proposed(), dossier.decides(offer.step()));
            case EXTEND -> extend(slip);
            case ISSUE ->
                new ActView.Issue(slip, base + "/result-draft", nextNumber.get().orElse(""));
            case TAKE_SUPPLEMENT -> new ActView.TakeSupplement(slip, brought());
            case TAKE_WITHDRAWAL ->
                new ActView.TakeWithdrawal(slip, dossier.stage().received().isEmpty());
            case TAKE_FEE ->
                new ActView.TakeFee(
                        slip, fees.owed().toString(), fees.payments().size());
            case TAKE_CARD ->
                new ActView.TakeCard(
                        slip, fees.owed().toString(), fees.payments().size());
            case HAND_OVER ->
                new ActView.HandOver(slip, ways(), way(dossier.filed().receiveBy()), owed());
        };
    }

    private ActView approve(ActView.Slip slip, String base) {
        var decides = dossier.decides(slip.step());
        return new ActView.Approve(slip, decides, decides ? base + "/decision-draft" : "");
    }

    private ActView.Slip slip(Offer offer) {
        var word = offer.form().word();
        var tried = attempt.filter(it -> it.act().equals(word));
        return new ActView.Slip(
                word,
                offer.step(),
                tried.map(Attempt::command).orElseGet(Ids::next).toString(),
                tried.isPresent(),
                tried.map(Attempt::typed).orElse(Typed.NOTHING));
    }

    private ActView supplement(ActView.Slip slip, boolean second) {
        var returnBy = steps.returnBy();
        return new ActView.Supplement(
                slip,
                documents(),
                lines(slip),
                afterSupplement(),
                VietnamTime.day(dossier.supplementUntil()),
                returnBy.map(StepWords.Until::words).orElse(""),
                returnBy.filter(StepWords.Until::late).isPresent(),
                second);
    }

    private List<ActView.Brought> brought() {
        if (!(dossier.stage() instanceof Stage.AwaitingSupplement it)) {
            return List.of();
        }
        var kept = scans.get();
        var lines = it.request().lines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new ActView.Brought(
                        lines.get(i).what(),
                        lines.get(i).reason(),
                        kept.stream()
                                .filter(scan -> scan.line() == i)
                                .map(scan -> new Choice(scan.id().toString(), scan.name()))
                                .toList()))
                .toList();
    }

    private ActView extend(ActView.Slip slip) {
        var late = dossier.extendedUntil().filter(steps.now()::isAfter).isPresent();
        return new ActView.Extend(
                slip,
                late,
                speech.t(
                        late ? "desk.act.extend.late" : "desk.act.extend.lead",
                        VietnamTime.moment(dossier.due().at()),
                        dossier.extendedUntil().map(VietnamTime::moment).orElse("")),
                dossier.desk().seats().stream()
                        .sorted(Comparator.comparing(Desk.Seat::since))
                        .map(it -> speech.t(
                                "desk.act.extend.cause",
                                dossier.route().step(it.step()).name().in(speech.language()),
                                VietnamTime.moment(it.since())))
                        .collect(Collectors.joining(" ")));
    }

    /** What the step asks, with what was entered there before or has just been typed. */
    private List<FieldView> asked(ActView.Slip slip) {
        var entries = procedure.entries();
        if (!entries.at(slip.step())) {
            return List.of();
        }
        var typed = slip.typed().values();
        var answers = slip.open()
                ? entries.form().parse(entries.section(slip.step()), typed, dossier.answers())
                : dossier.answers();
        var problems = slip.open() ? entries.problems(slip.step(), answers, facts) : List.<Problem>of();
        return SectionView.of(entries.form(), entries.section(slip.step()), answers, facts, problems).fields().stream()
                .filter(FieldView::visible)
                .toList();
    }

    private String afterSupplement() {
        return dossier.stage().received().isEmpty()
                ? ""
                : speech.t("desk.due.after."
                        + procedure.limitRule().afterSupplement().word());
    }

    private List<Choice> documents() {
        var choices = new ArrayList<>(List.of(new Choice("", speech.t("desk.act.supplement.other"))));
        procedure.documents().forEach(it -> choices.add(new Choice(it.id(), it.name(speech.language()))));
        return choices;
    }

    private int lines(ActView.Slip slip) {
        return Math.clamp(
                attempt.filter(it -> it.act().equals(slip.act()))
                        .map(Attempt::lines)
                        .orElse(LINES),
                LINES,
                LINES_AT_MOST);
    }

    private String next(String step) {
        return String.join(
                ", ",
                dossier.after(step).openSteps().stream()
                        .filter(it -> dossier.desk().seat(it).isEmpty())
                        .map(it -> dossier.route().step(it).name().in(speech.language()))
                        .toList());
    }

    private List<Choice> earlier(List<OfficerStep> steps) {
        return steps.stream()
                .map(it -> new Choice(it.id(), it.name().in(speech.language())))
                .toList();
    }

    /** What the specialist proposed, for the leader to take over or change. */
    private String proposed() {
        return dossier.last(StepCompleted.class)
                .map(it -> (StepCompleted) it.event())
                .filter(it -> it.act() == DeskAct.PROPOSE_DENIAL)
                .map(StepCompleted::note)
                .orElse("");
    }

    private List<Choice> doors() {
        return choices("desk.act.transfer.choose", dossier.elsewhere());
    }

    private List<Choice> above() {
        return choices("desk.act.send-up.choose", dossier.above());
    }

    private List<Choice> choices(String none, List<Elsewhere> units) {
        var choices = new ArrayList<>(List.of(new Choice("", speech.t(none))));
        units.forEach(it -> choices.add(new Choice(it.unit().value().toString(), it.name())));
        return choices;
    }

    private List<Choice> agencies() {
        var choices = new ArrayList<>(List.of(new Choice("", speech.t("desk.act.pass-across.choose"))));
        dossier.agencies().forEach(it -> choices.add(new Choice(it.id().toString(), it.name(speech.language()))));
        return choices;
    }

    private List<Choice> answers() {
        return Stream.of(WaitKind.AGENCY, WaitKind.FIELD_CHECK)
                .map(it -> new Choice(it.name(), speech.t("desk.wait." + it)))
                .toList();
    }

    private List<Choice> grounds() {
        return Arrays.stream(Revocation.Ground.values())
                .map(it -> new Choice(it.name(), speech.t(it.key())))
                .toList();
    }

    private List<Choice> ways() {
        return Arrays.stream(HandOver.How.values())
                .map(it -> new Choice(it.name(), way(it)))
                .toList();
    }

    private String way(HandOver.How how) {
        return speech.t("desk.way." + how.name());
    }

    private String owed() {
        return fees.owed().equals(Dong.ZERO) ? "" : fees.owed().toString();
    }
}
