package vn.motcua.dossier;

import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.NUMBER;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.UNTIL;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What some acts need besides a stage: a step in somebody's hands, a history, a route that asks other units. */
final class MoreInEachStage {

    /** A route that asks other units by itself. */
    static final Path ASKING = DossierFixture.path(DossierFixture.route("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive, turn-away]}
              - {id: opinions, kind: consultation, name: Lấy ý kiến, role: specialist, unit: commune-committee, hours: 8, ask: [police], silence: agrees, question: Hỏi, next: approval}
              - {id: approval, name: Duyệt, role: leader, unit: commune-committee, actions: [approve, return]}
              - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
            """));

    /** A route on which two work at once. */
    static final Path BRANCHING = DossierFixture.path(DossierFixture.route("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive, turn-away]}
              - {id: both, kind: split, next: [appraisal, survey]}
              - {id: appraisal, name: Thẩm định, role: specialist, unit: commune-committee, hours: 8, actions: [complete, propose-denial], next: joined}
              - {id: survey, name: Trích đo, role: surveyor, unit: commune-committee, hours: 8, actions: [complete], next: joined}
              - {id: joined, kind: join}
              - {id: approval, name: Duyệt, role: leader, unit: commune-committee, actions: [approve, return]}
              - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
            """));

    private static final Path NOTING = DossierFixture.path(DossierFixture.route("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive, turn-away]}
              - {id: approval, name: Duyệt, role: leader, unit: commune-committee, actions: [approve, return]}
              - {id: entry, name: Vào sổ, role: clerk, unit: commune-committee, actions: [complete]}
              - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
            """));

    private MoreInEachStage() {}

    /** Where other units were asked. */
    static Dossier asking() {
        return Dossier.file(DossierId.next(), DossierFixture.filed(), ASKING)
                .then(it -> it.receive("reception", LAN, NUMBER, DUE, ASKING, MONDAY_8AM))
                .then(it -> it.forward("reception", LAN, ASKING, MONDAY_8AM))
                .after();
    }

    /** Where one branch waits for an answer and the other does not. */
    static Dossier branching() {
        return branched().now();
    }

    /** Dossiers of which Lan has the open step. */
    static List<Dossier> taken() {
        var received = DossierFixture.submitted()
                .claim("reception", LAN, MONDAY_8AM)
                .then(it -> it.receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM));
        var atIntake = DossierFixture.submitted().claim("reception", LAN, MONDAY_8AM);
        var inProcess = DossierFixture.inProcess().claim("appraisal", LAN, MONDAY_8AM);
        return Stream.of(
                        atIntake,
                        atIntake.then(
                                it -> it.supplements().request("reception", LAN, ONE_LINE, UNTIL, PATH, MONDAY_8AM)),
                        received,
                        inProcess,
                        inProcess.then(
                                it -> it.supplements().request("appraisal", LAN, ONE_LINE, UNTIL, PATH, MONDAY_8AM)),
                        inProcess.then(
                                it -> it.waitings().await("appraisal", LAN, DossierFixture.LAND_TAX, MONDAY_8AM)),
                        inProcess.then(
                                it -> it.waitings().await("appraisal", LAN, DossierFixture.NEIGHBOUR, MONDAY_8AM)),
                        DossierFixture.resolved().claim("issue", LAN, MONDAY_8AM))
                .map(Change::after)
                .toList();
    }

    /** Lives whose last act may or may not be taken back. */
    static List<RecordedLife> lives() {
        return List.of(
                filed(),
                filed().then(it -> it.turnAway("reception", LAN, "vì sao", PATH, MONDAY_8AM)),
                filed().then(it -> it.endings().withdraw("vì sao", MONDAY_8AM)),
                filed().then(it -> it.supplements().request("reception", LAN, ONE_LINE, UNTIL, PATH, MONDAY_8AM)),
                filed().then(it -> it.receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM)),
                forwarded(),
                forwarded().then(it -> it.supplements().request("appraisal", HA, ONE_LINE, UNTIL, PATH, MONDAY_8AM)),
                forwarded().then(it -> it.waitings().await("appraisal", HA, DossierFixture.LAND_TAX, MONDAY_8AM)),
                forwarded().then(it -> it.waitings().await("appraisal", HA, DossierFixture.NEIGHBOUR, MONDAY_8AM)),
                forwarded()
                        .then(it -> it.passings()
                                .across(
                                        "appraisal",
                                        HA,
                                        DossierFixture.HERE,
                                        DossierFixture.DA_NANG,
                                        DossierFixture.THERE,
                                        "vì sao",
                                        MONDAY_8AM)),
                forwarded()
                        .then(it -> it.endings().proposeHalt("appraisal", HA, "vì sao", "", MONDAY_8AM))
                        .then(it -> it.proposals().confirm(MINH, UNTIL, MONDAY_8AM)),
                completed(),
                decided(),
                issued(),
                issued().then(it ->
                        it.handOver("hand-over", LAN, toMai(), new FeeClearance.Answer.Settled(), PATH, MONDAY_8AM)),
                branched().then(it -> it.complete("survey", LAN, "", Map.of(), BRANCHING, MONDAY_8AM)),
                noted());
    }

    /** Where two work at once. */
    static Dossier branches() {
        return split().now();
    }

    private static RecordedLife split() {
        return new RecordedLife(DossierFixture.filed(), BRANCHING)
                .then(it -> it.receive("reception", LAN, NUMBER, DUE, BRANCHING, MONDAY_8AM))
                .then(it -> it.forward("reception", LAN, BRANCHING, MONDAY_8AM));
    }

    private static RecordedLife branched() {
        return split().then(it -> it.waitings().await("appraisal", HA, DossierFixture.NEIGHBOUR, MONDAY_8AM));
    }

    private static RecordedLife filed() {
        return new RecordedLife(DossierFixture.filed(), PATH);
    }

    private static RecordedLife forwarded() {
        return filed().then(it -> it.receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM))
                .then(it -> it.forward("reception", LAN, PATH, MONDAY_8AM));
    }

    private static RecordedLife completed() {
        return forwarded().then(it -> it.complete("appraisal", HA, "", Map.of(), PATH, MONDAY_8AM));
    }

    private static RecordedLife decided() {
        return completed().then(it -> it.approve("approval", MINH, "", PATH, MONDAY_8AM));
    }

    private static RecordedLife issued() {
        return decided().then(it -> it.issue("issue", HA, CERTIFICATE, PATH, MONDAY_8AM));
    }

    /** A step done after the decision, which changes no stage. */
    private static RecordedLife noted() {
        return new RecordedLife(DossierFixture.filed(), NOTING)
                .then(it -> it.receive("reception", LAN, NUMBER, DUE, NOTING, MONDAY_8AM))
                .then(it -> it.forward("reception", LAN, NOTING, MONDAY_8AM))
                .then(it -> it.approve("approval", MINH, "", NOTING, MONDAY_8AM))
                .then(it -> it.complete("entry", HA, "", Map.of(), NOTING, MONDAY_8AM));
    }
}
