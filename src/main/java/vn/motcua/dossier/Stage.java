package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * Where a dossier stands in law. A stage carries the facts that are true in it and no others, so "in process without a
 * due moment" or "turned away without a reason" cannot be written down. Who has it on the desk is no part of it: that
 * is {@link Desk}.
 */
public sealed interface Stage {

    /** Since when. */
    Instant since();

    /** Filed by the applicant, not yet accepted. */
    record Submitted(Instant since) implements Stage {}

    /** Not accepted (từ chối tiếp nhận), with the reason given in writing (NĐ 61/2018 Điều 17 khoản 1 điểm b). */
    record TurnedAway(Instant since, String reason) implements Stage {}

    /** Accepted complete and correct (tiếp nhận); the clock runs, the papers have not yet left the one-stop. */
    record Received(Instant since, Reception reception) implements Stage {}

    /** With the units that settle it (đang xử lý). */
    record InProcess(Instant since, Reception reception) implements Stage {}

    /** Back with the applicant for what is missing or wrong (yêu cầu bổ sung); nobody's clock runs against them. */
    record AwaitingSupplement(Instant since, SupplementRequest request, ReturnsTo returnsTo) implements Stage {}

    /** In process, and waiting for a payment, another agency or a check in the field. */
    record Waiting(Instant since, Reception reception, WaitingFor waitingFor) implements Stage {

        Waiting due(Reception other) {
            return new Waiting(since, other, waitingFor);
        }
    }

    /** Decided (đã giải quyết); the result is being issued or waits at the one-stop. */
    record Resolved(Instant since, Reception reception, Outcome outcome, boolean onTime, Optional<ResultPaper> result)
            implements Stage {

        Resolved issued(ResultPaper paper) {
            return new Resolved(since, reception, outcome, onTime, Optional.of(paper));
        }

        HandedOver handedOver(Instant at, HandOver how) {
            return new HandedOver(at, reception, outcome, onTime, result, how);
        }
    }

    /** The applicant has the result (đã trả kết quả). */
    record HandedOver(
            Instant since,
            Reception reception,
            Outcome outcome,
            boolean onTime,
            Optional<ResultPaper> result,
            HandOver handOver)
            implements Stage {

        HandedOver amended(ResultPaper paper) {
            return new HandedOver(since, reception, outcome, onTime, Optional.of(paper), handOver);
        }

        HandedOver revoked() {
            return new HandedOver(since, reception, outcome, onTime, Optional.empty(), handOver);
        }
    }

    /**
     * Taken back by the applicant (rút hồ sơ).
     *
     * @param reception when it had been received before; empty when it was taken back earlier
     */
    record Withdrawn(Instant since, String reason, Optional<Reception> reception) implements Stage {}

    /**
     * Halted by the agency without a decision (dừng giải quyết).
     *
     * @param returned which papers went back to the applicant; may be empty
     */
    record Halted(Instant since, Reception reception, String reason, String returned) implements Stage {}

    /**
     * Given to another agency, in whose system it goes on (chuyển đến cơ quan có thẩm quyền).
     *
     * @param agency whose system
     * @param to the one-stop there
     */
    record PassedAcross(Instant since, Reception reception, String reason, TenantId agency, UnitId to)
            implements Stage {}

    /** Where a dossier goes on when the supplement has come. */
    sealed interface ReturnsTo {

        /** Asked before reception: the one-stop looks at it again. */
        record ToIntake() implements ReturnsTo {}

        /** Asked while in process: the unit goes on; its clock follows the law of the procedure. */
        record ToProcess(Reception reception) implements ReturnsTo {}
    }

    /** Which node of the graph this is. */
    default StageKind kind() {
        return switch (this) {
            case Submitted _ -> StageKind.SUBMITTED;
            case TurnedAway _ -> StageKind.TURNED_AWAY;
            case Received _ -> StageKind.RECEIVED;
            case InProcess _ -> StageKind.IN_PROCESS;
            case AwaitingSupplement it ->
                switch (it.returnsTo()) {
                    case ReturnsTo.ToIntake _ -> StageKind.SUPPLEMENT_AT_INTAKE;
                    case ReturnsTo.ToProcess _ -> StageKind.SUPPLEMENT_IN_PROCESS;
                };
            case Waiting it ->
                it.waitingFor().kind() == WaitKind.PAYMENT ? StageKind.AWAITING_PAYMENT : StageKind.AWAITING_ANSWER;
            case Resolved _ -> StageKind.RESOLVED;
            case HandedOver _ -> StageKind.HANDED_OVER;
            case Withdrawn _ -> StageKind.WITHDRAWN;
            case Halted _ -> StageKind.HALTED;
            case PassedAcross _ -> StageKind.PASSED_ACROSS;
        };
    }

    /** The reception, in the stages after it. */
    default Optional<Reception> received() {
        return switch (this) {
            case Received it -> Optional.of(it.reception());
            case InProcess it -> Optional.of(it.reception());
            case AwaitingSupplement it ->
                switch (it.returnsTo()) {
                    case ReturnsTo.ToIntake _ -> Optional.empty();
                    case ReturnsTo.ToProcess process -> Optional.of(process.reception());
                };
            case Waiting it -> Optional.of(it.reception());
            case Resolved it -> Optional.of(it.reception());
            case HandedOver it -> Optional.of(it.reception());
            case Withdrawn it -> it.reception();
            case Halted it -> Optional.of(it.reception());
            case PassedAcross it -> Optional.of(it.reception());
            case Submitted _, TurnedAway _ -> Optional.empty();
        };
    }
}
