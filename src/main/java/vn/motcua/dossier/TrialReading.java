package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.dossier.TrialAct.What;
import vn.motcua.dossier.TrialState.Offer;
import vn.motcua.organization.PositionKind;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;

/** Reads a trial: opens its dossier as each officer of its cast would, and gathers what they are offered. */
final class TrialReading {

    /** Nobody is kept from a step by more than the steps before it; three colleagues have always been enough. */
    private static final int COLLEAGUES = 3;

    private final TrialRun run;
    private final DossierTrials.Tools tools;
    private final Instant now;

    TrialReading(TrialRun run, DossierTrials.Tools tools, Instant now) {
        this.run = run;
        this.tools = tools;
        this.now = now;
    }

    TrialState state(Language language) {
        var roles = roles();
        var first = opened(roles.getFirst(), 1);
        var offers = new ArrayList<>(ofOfficers(roles));
        offers.addAll(ofOthers());
        return new TrialState(
                first,
                now,
                offers,
                stepDues(),
                run.owed(),
                late(first),
                run.said(),
                new HistoryWords(run.filed().content().route(), language, tools.messages())
                        .say(run.folder().history()));
    }

    /** The positions that have it now, and one that leads: whoever leads confirms and apologises. */
    private List<String> roles() {
        var roles = new LinkedHashSet<String>();
        run.dossier().desk().seats().stream()
                .map(Desk.Seat::role)
                .filter(it -> !it.equals(OfficerStep.BY_ITSELF))
                .forEach(roles::add);
        var steps = run.filed().content().route().steps();
        Stream.concat(
                        steps.stream().map(OfficerStep::role),
                        tools.kinds().positions().values().stream()
                                .map(PositionKind::role)
                                .sorted())
                .filter(tools.kinds()::leads)
                .findFirst()
                .ifPresent(roles::add);
        if (roles.isEmpty()) {
            steps.stream().map(OfficerStep::role).findFirst().ifPresent(roles::add);
        }
        return List.copyOf(roles);
    }

    private Opened opened(String role, int who) {
        return run.opened(run.officer(role, who), now);
    }

    /** Of several colleagues who may do something the first is named. */
    private List<Offer> ofOfficers(List<String> roles) {
        Map<List<String>, Offer> found = new LinkedHashMap<>();
        for (var role : roles) {
            for (int who = 1; who <= COLLEAGUES; who++) {
                var opened = opened(role, who);
                for (var it : opened.actions()) {
                    var what = What.of(it.action());
                    if (what.isPresent() && isTheirs(it, role, opened)) {
                        var offer = new Offer(
                                what.get(),
                                it.step(),
                                role,
                                who,
                                it.backTo(),
                                what.get() == What.APPROVE && opened.decides(it.step()));
                        found.putIfAbsent(List.of(what.get().name(), it.step()), offer);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Nobody finishes a step that asks other units: their answers do. */
    private static boolean isTheirs(AllowedAction it, String role, Opened opened) {
        var ofTheWhole = it.action().ofTheWhole() || it.step().isEmpty();
        return ofTheWhole
                || (opened.desk()
                                .seat(it.step())
                                .filter(one -> one.role().equals(role))
                                .isPresent()
                        && !(it.action() == DeskAction.COMPLETE
                                && opened.route().step(it.step()).asking().isPresent()));
    }

    /** What asked units, the cashier and the applicant can do. */
    private List<Offer> ofOthers() {
        var dossier = run.dossier();
        var route = run.filed().content().route();
        var stage = dossier.stage();
        var found = new ArrayList<Offer>();
        dossier.desk().seats().stream()
                .filter(it -> route.step(it.step()).asking().isPresent())
                .filter(_ -> StageGraph.permits(stage.kind(), DossierEvent.StepCompleted.class))
                .forEach(it -> found.add(other(What.OPINIONS, it.step())));
        if (!run.owed().equals(Dong.ZERO)) {
            found.add(other(What.PAY, ""));
        }
        if (StageGraph.permits(stage.kind(), DossierEvent.SupplementProvided.class)) {
            found.add(other(What.SUPPLEMENT, ""));
        }
        var leaves =
                stage.received().isPresent() ? DossierEvent.WithdrawalAsked.class : DossierEvent.DossierWithdrawn.class;
        if (dossier.leaving().isEmpty() && StageGraph.permits(stage.kind(), leaves)) {
            found.add(other(What.WITHDRAW, ""));
        }
        return found;
    }

    private static Offer other(What what, String step) {
        return new Offer(what, step, "", 0, List.of(), false);
    }

    private Map<String, Instant> stepDues() {
        var dossier = run.dossier();
        var unit = run.filed().unit();
        var dues = new HashMap<String, Instant>();
        for (var seat : dossier.desk().seats()) {
            StepDue.of(
                            run.filed().content().route().step(seat.step()),
                            seat.since(),
                            StepDue.stopped(dossier.waits(), dossier.stage(), now),
                            dossier.stage().received().map(it -> it.due().at()),
                            tools.calendars().hours(unit),
                            tools.calendars().of(unit))
                    .ifPresent(it -> dues.put(seat.step(), it));
        }
        return dues;
    }

    private boolean late(Opened opened) {
        return switch (opened.stage()) {
            case Stage.Resolved it -> !it.onTime();
            case Stage.HandedOver it -> !it.onTime();
            case Stage.InProcess it -> now.isAfter(it.reception().due().at());
            case Stage.Received it -> now.isAfter(it.reception().due().at());
            case Stage.Waiting it ->
                !it.waitingFor().stops() && now.isAfter(it.reception().due().at());
            case Stage.Submitted _,
                    Stage.AwaitingSupplement _,
                    Stage.TurnedAway _,
                    Stage.Withdrawn _,
                    Stage.Halted _,
                    Stage.PassedAcross _ -> false;
        };
    }
}
