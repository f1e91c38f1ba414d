package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.document.FileId;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.AllowedAction;
import vn.motcua.dossier.Desk.Seat;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/** One dossier on its way; at each open step an officer of the demonstration does what the workspace offers. */
final class Walk {

    private static final int STEPS_AT_MOST = 60;

    private final Stations on;
    private final DossierRef dossier;
    private final Map<String, Object> entered;
    private final Set<OfficerId> approvers = new HashSet<>();
    private final List<String> steps = new ArrayList<>();

    Walk(Stations on, DossierRef dossier, Map<String, Object> entered) {
        this.on = on;
        this.dossier = dossier;
        this.entered = entered;
    }

    DossierRef dossier() {
        return dossier;
    }

    Ledger.Entry now() {
        return on.ledger().of(dossier);
    }

    /** The steps in the order in which somebody finished them. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    /** On to the hand-over. */
    Ledger.Entry toTheEnd() {
        for (int i = 0; i < STEPS_AT_MOST; i++) {
            var entry = now();
            if (entry.stage() instanceof Stage.HandedOver) {
                return entry;
            }
            assertThat(entry.desk().seats()).as("somebody has it").isNotEmpty();
            oneMore(entry.desk().seats().getLast());
        }
        throw new AssertionError("not at its end: " + now().row());
    }

    /** On until that step is open. */
    void toStep(String step) {
        for (int i = 0; i < STEPS_AT_MOST && now().desk().seat(step).isEmpty(); i++) {
            oneMore(now().desk().seats().getLast());
        }
        assertThat(now().desk().seat(step)).as(step).isPresent();
    }

    void deny(String step, String reason) {
        act(step, DeskAction.DENY, (officer, act) -> on.leader().deny(act, dossier.id(), step, reason));
    }

    void requestSupplement(String step, SupplementRequest.Line line) {
        act(
                step,
                DeskAction.REQUEST_SUPPLEMENT,
                (officer, act) -> on.specialist().requestSupplement(act, dossier.id(), step, List.of(line)));
    }

    /** Whoever holds the role at the step does what leads on. */
    private void oneMore(Seat seat) {
        var officer = holder(seat);
        var offered = on.reading().open(officer, dossier.id(), on.clock().instant()).actions().stream()
                .filter(it -> it.step().equals(seat.step()))
                .map(AllowedAction::action)
                .toList();
        var action = leadingOn(offered);
        var step = seat.step();
        var id = dossier.id();
        act(step, action, (by, act) -> {
            switch (action) {
                case CLAIM -> on.specialist().claim(act, id, step);
                case RECEIVE -> receive(by, act);
                case FORWARD -> on.oneStop().forward(act, id);
                case COMPLETE -> on.specialist().complete(act, id, step, "Đủ điều kiện", entered);
                case APPROVE -> {
                    on.leader().approve(act, id, step, "");
                    approvers.add(by.officer());
                }
                case ISSUE ->
                    on.specialist()
                            .issue(act, id, step, new ResultPaper("01/2026", FileId.of(on.paper(dossier.tenant()))));
                case HAND_OVER -> handOver(by, act);
                case TURN_AWAY,
                        TRANSFER,
                        PASS_ON,
                        REQUEST_SUPPLEMENT,
                        SECOND_SUPPLEMENT,
                        CONFIRM,
                        REFUSE_PROPOSAL,
                        LET_GO,
                        REFUSE_WITHDRAWAL,
                        PROPOSE_HALT,
                        AWAIT_PAYMENT,
                        AWAIT_ANSWER,
                        SEND_UP,
                        AGREE,
                        RETURN_DOWN,
                        END_WAIT,
                        PROPOSE_AMENDMENT,
                        REFUSE_AMENDMENT,
                        PROPOSE_REVOCATION,
                        RELEASE,
                        PROPOSE_DENIAL,
                        SEND_BACK,
                        DENY,
                        EXTEND,
                        TAKE_SUPPLEMENT,
                        TAKE_WITHDRAWAL -> throw new AssertionError(action + " leads nowhere");
            }
        });
        if (now().desk().seat(step).isEmpty()) {
            steps.add(step);
        }
    }

    /** First what is due before is taken; without that it is not received. */
    private void receive(OfficerAt officer, Act act) {
        var id = dossier.id();
        var account = officer.scope().call(() -> on.cashier().account(id));
        if (!account.owedBeforeReception().equals(Dong.ZERO)) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> on.oneStop().receive(act, id))
                    .withMessageContaining("FEE_BEFORE_RECEPTION");
            take(officer, act);
        }
        on.oneStop().receive(act, id);
    }

    /** First what is owed is taken; without that nothing is handed over. */
    private void handOver(OfficerAt officer, Act act) {
        var id = dossier.id();
        var to = new HandOver(HandOver.How.COUNTER, "Lý Thị Mẩy");
        var account = officer.scope().call(() -> on.cashier().account(id));
        if (!account.owed().equals(Dong.ZERO)) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> on.oneStop().handOver(act, id, to))
                    .withMessageContaining("FEE_NOT_SETTLED");
            take(officer, act);
        }
        on.oneStop().handOver(act, id, to);
    }

    private void take(OfficerAt officer, Act act) {
        var id = dossier.id();
        var subject = on.reading().open(officer, id, act.now()).subject();
        officer.scope()
                .run(() ->
                        on.cashier().takeCash(new Act(Ids.next(), officer, act.version(), act.now()), id, subject, 0));
    }

    private DeskAction leadingOn(List<DeskAction> offered) {
        var issued = now().stage() instanceof Stage.Resolved it && it.result().isPresent();
        return offered.stream()
                .filter(it -> switch (it) {
                    case CLAIM, RECEIVE, FORWARD, COMPLETE, APPROVE, HAND_OVER -> true;
                    case ISSUE -> !issued;
                    case TURN_AWAY,
                            TRANSFER,
                            PASS_ON,
                            REQUEST_SUPPLEMENT,
                            SECOND_SUPPLEMENT,
                            CONFIRM,
                            REFUSE_PROPOSAL,
                            LET_GO,
                            REFUSE_WITHDRAWAL,
                            PROPOSE_HALT,
                            AWAIT_PAYMENT,
                            AWAIT_ANSWER,
                            SEND_UP,
                            AGREE,
                            RETURN_DOWN,
                            END_WAIT,
                            PROPOSE_AMENDMENT,
                            REFUSE_AMENDMENT,
                            PROPOSE_REVOCATION,
                            RELEASE,
                            PROPOSE_DENIAL,
                            SEND_BACK,
                            DENY,
                            EXTEND,
                            TAKE_SUPPLEMENT,
                            TAKE_WITHDRAWAL -> false;
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("offered only " + offered + " at " + now().row()));
    }

    private void act(String step, DeskAction action, Doing doing) {
        on.clock().advance(Duration.ofMinutes(5));
        var seat = now().desk().seat(step).orElseThrow();
        var officer = holder(seat);
        assertThat(on.reading()
                        .open(officer, dossier.id(), on.clock().instant())
                        .actions())
                .as(officer.name() + " at " + step)
                .anyMatch(it -> it.action() == action && it.step().equals(step));
        doing.by(
                officer,
                new Act(Ids.next(), officer, now().version(), on.clock().instant()));
    }

    /** Who has the step, else the first who holds its role and has approved nothing yet. */
    private OfficerAt holder(Seat seat) {
        var all = on.officers().stream()
                .filter(it -> it.tenant().equals(dossier.tenant()))
                .filter(it -> it.positions().stream()
                        .anyMatch(one ->
                                one.unit().equals(seat.unit()) && one.role().equals(seat.role())))
                .toList();
        assertThat(all).as("holders of " + seat.role() + " for " + seat.step()).isNotEmpty();
        return all.stream()
                .filter(it -> seat.officer().isEmpty() || seat.officer().get().equals(it.officer()))
                .filter(it -> seat.officer().isPresent() || !approvers.contains(it.officer()))
                .findFirst()
                .orElse(all.getFirst());
    }

    private interface Doing {
        void by(OfficerAt officer, Act act);
    }
}
