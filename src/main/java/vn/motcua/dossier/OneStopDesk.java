package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.motcua.identity.DeskAct;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** What can be done at the one-stop (bộ phận một cửa). Each method is one transaction. */
@Service
public class OneStopDesk {

    private final Commands commands;
    private final Numbering numbers;
    private final DueMoments dues;
    private final Answered answered;
    private final OtherDoors elsewhere;
    private final ObjectProvider<FeeClearance> fees;

    OneStopDesk(
            Commands commands,
            Numbering numbers,
            DueMoments dues,
            Answered answered,
            OtherDoors elsewhere,
            ObjectProvider<FeeClearance> fees) {
        this.commands = commands;
        this.numbers = numbers;
        this.dues = dues;
        this.answered = answered;
        this.elsewhere = elsewhere;
        this.fees = fees;
    }

    /** Receives the dossier as complete and sends it on at once, as what came online goes. */
    public Done receive(Act act, DossierId id) {
        return receive(act, id, Optional.empty(), "");
    }

    /**
     * The same.
     *
     * @param foreign the number that the dossier already has in another system; it keeps it. Without one it gets its own
     * @param feeLater why what has to be paid before is paid later; blank for no reason, and then it has to be paid
     */
    public Done receive(Act act, DossierId id, Optional<String> foreign, String feeLater) {
        return commands.atDesk(id, act, DeskAct.RECEIVE, work -> {
            var step = work.stepFor(DeskAct.RECEIVE);
            return received(work, foreign, feeLater)
                    .then(it -> it.forward(step, work.officer(), work.path(), work.now()));
        });
    }

    /** Receives the dossier as complete; its papers follow later the same day, or after 15:00 the next morning. */
    public Done receiveAndKeep(Act act, DossierId id) {
        return receiveAndKeep(act, id, Optional.empty(), "");
    }

    /** The same for a dossier that perhaps has a number of another system, or is paid for later. */
    public Done receiveAndKeep(Act act, DossierId id, Optional<String> foreign, String feeLater) {
        return commands.atDesk(id, act, DeskAct.RECEIVE, it -> received(it, foreign, feeLater));
    }

    /** Sends on what was received and kept. */
    public Done forward(Act act, DossierId id) {
        return commands.atDesk(
                id,
                act,
                DeskAct.RECEIVE,
                it -> it.dossier().forward(it.stepFor(DeskAct.RECEIVE), it.officer(), it.path(), it.now()));
    }

    /** Does not accept the dossier, for a reason that the applicant gets in writing. */
    public Done turnAway(Act act, DossierId id, String reason) {
        return commands.atDesk(
                id,
                act,
                DeskAct.TURN_AWAY,
                it -> it.dossier().turnAway(it.stepFor(DeskAct.TURN_AWAY), it.officer(), reason, it.path(), it.now()));
    }

    /**
     * Sends what came to the wrong door to the one-stop of the competent unit of this tenant; the applicant reads why.
     *
     * @param to one of {@link Opened#elsewhere}
     * @param received whether it is received here for that one-stop, out of its bounds: it gets its number here. Refused for a
     *     procedure that is on no published list (NĐ 118/2025 Điều 14 khoản 4, sửa đổi bởi NĐ 309/2026)
     */
    public Done transfer(Act act, DossierId id, Optional<UnitId> to, boolean received, String reason) {
        return commands.atDesk(id, act, DeskAct.TURN_AWAY, work -> {
            if (received && !work.procedure().outOfBounds()) {
                throw new Refused(DossierRefusal.NOT_OUT_OF_BOUNDS);
            }
            var other = elsewhere.of(work).stream()
                    .filter(it -> to.equals(Optional.of(it.unit())))
                    .findFirst()
                    .orElseThrow(() -> new Refused(DossierRefusal.TRANSFER_NOWHERE));
            return work.dossier()
                    .passings()
                    .transfer(
                            work.stepFor(DeskAct.TURN_AWAY),
                            work.officer(),
                            elsewhere.here(work),
                            other,
                            received ? Optional.of(number(work)) : Optional.empty(),
                            reason,
                            work.path(),
                            elsewhere.path(work, other),
                            work.now());
        });
    }

    /** Asks the applicant, before reception, for all that is missing or wrong. */
    public Done requestSupplement(Act act, DossierId id, List<SupplementRequest.Line> lines) {
        return commands.atDesk(
                id,
                act,
                DeskAct.REQUEST_SUPPLEMENT,
                it -> it.dossier()
                        .supplements()
                        .request(
                                it.stepFor(DeskAct.REQUEST_SUPPLEMENT),
                                it.officer(),
                                lines,
                                dues.supplementUntil(it),
                                it.path(),
                                it.now()));
    }

    /**
     * Takes in, at the counter, what the applicant brings to a supplement request.
     *
     * @param broughtBy who brought it, as the officer checked them
     */
    public Done takeSupplement(Act act, DossierId id, Supplement supplement, String broughtBy) {
        return commands.atCounter(
                id,
                act,
                DeskAct.TAKE_SUPPLEMENT,
                it -> answered.change(it, supplement, Optional.of(broughtBy)),
                it -> answered.content(it, supplement));
    }

    /**
     * Writes down, at the counter, that the applicant wants the dossier back: before reception it is theirs at once, afterwards
     * whoever has it is asked.
     *
     * @param saidBy who said so, as the officer checked them
     */
    public Done takeWithdrawal(Act act, DossierId id, String reason, String saidBy) {
        return commands.atCounter(
                id,
                act,
                DeskAct.TAKE_WITHDRAWAL,
                it -> it.dossier().endings().leave(reason, Optional.of(saidBy), it.now()),
                _ -> Content.NONE);
    }

    /** Gives the result to the applicant, once what is due is settled. */
    public Done handOver(Act act, DossierId id, HandOver handOver) {
        return commands.atDesk(
                id,
                act,
                DeskAct.HAND_OVER,
                it -> it.dossier()
                        .handOver(
                                it.stepFor(DeskAct.HAND_OVER),
                                it.officer(),
                                handOver,
                                asked(fee -> fee.of(id)),
                                it.path(),
                                it.now()));
    }

    private Change received(Work work, Optional<String> foreign, String feeLater) {
        var dossier = work.dossier();
        var step = work.stepFor(DeskAct.RECEIVE);
        dossier.mayBeReceived(step, work.officer(), work.path());
        var later = FeeLater.agreed(asked(it -> it.beforeReception(dossier.id())), feeLater);
        var number = foreign.filter(_ -> dossier.came().flatMap(Came::number).isEmpty())
                .map(numbers::foreign)
                .orElseGet(() -> number(work));
        return dossier.receive(step, work.officer(), number, dues.received(work), later, work.path(), work.now());
    }

    /** The number that it was given before, else a new one of this one-stop's agency. */
    private DossierNumber number(Work work) {
        var dossier = work.dossier();
        return dossier.came()
                .flatMap(Came::number)
                .orElseGet(() -> numbers.next(dossier.filed().unit(), VietnamTime.dayOf(work.now())));
    }

    /** Where no module takes money, nothing can be due. */
    private FeeClearance.Answer asked(Function<FeeClearance, FeeClearance.Answer> question) {
        var clearance = fees.getIfAvailable();
        return clearance == null ? new FeeClearance.Answer.Settled() : question.apply(clearance);
    }
}
