package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * A payment that a statement has with another amount than is recorded, or does not have (chênh lệch đối soát). It ends by itself when a later statement
 * has it as it is recorded; else one person says how it ends and another one agrees. Immutable.
 *
 * @param unit whose statement it is: it stands with that unit until it is settled
 * @param known what is recorded
 * @param told what the statement says; empty where it does not have it
 * @param shortage whether it was booked as a shortage
 * @param version counts its events; 1 when it is found
 */
record StatementDifference(
        UUID id,
        UnitId unit,
        PaymentChannel channel,
        String transaction,
        Instant at,
        Dong known,
        Optional<Dong> told,
        DifferenceState state,
        Optional<Proposed> proposed,
        boolean shortage,
        int version) {

    /** Who wants it to end how. */
    record Proposed(DifferenceEnding ending, UUID by) {}

    /** What happened. */
    enum Event {
        FOUND,
        PROPOSED,
        REFUSED,
        AGREED,
        CAME
    }

    /** What happened and what it is then. */
    record Step(StatementDifference after, Event event) {}

    /** Whether somebody has to do something about it. */
    boolean open() {
        return state == DifferenceState.WAITING || state == DifferenceState.PROPOSED;
    }

    /** How much more or less came. */
    Dong amount() {
        long there = told.map(Dong::amount).orElse(0L);
        return new Dong(Math.abs(known.amount() - there));
    }

    /** How it can end. */
    List<DifferenceEnding> endings() {
        return told.filter(it -> it.amount() > known.amount()).isPresent()
                ? List.of(DifferenceEnding.EXPLAINED, DifferenceEnding.SURPLUS)
                : List.of(DifferenceEnding.EXPLAINED, DifferenceEnding.SHORT);
    }

    /** Somebody says how it ends. */
    Step proposed(DifferenceEnding ending, UUID by) {
        if (state != DifferenceState.WAITING) {
            throw notNow();
        }
        if (!endings().contains(ending)) {
            throw new Refused(PaymentRefusal.DIFFERENCE_ENDING);
        }
        return to(DifferenceState.PROPOSED, Optional.of(new Proposed(ending, by)), Event.PROPOSED);
    }

    /** A second person agrees, or does not, and it waits again. */
    Step decided(UUID by, boolean agreed) {
        var wanted = proposed.filter(_ -> state == DifferenceState.PROPOSED).orElseThrow(this::notNow);
        if (wanted.by().equals(by)) {
            throw new Refused(PaymentRefusal.DIFFERENCE_SECOND_PERSON);
        }
        return !agreed
                ? to(DifferenceState.WAITING, Optional.empty(), Event.REFUSED)
                : to(
                        switch (wanted.ending()) {
                            case EXPLAINED -> DifferenceState.EXPLAINED;
                            case SHORT -> DifferenceState.SHORT;
                            case SURPLUS -> DifferenceState.SURPLUS;
                        },
                        proposed,
                        Event.AGREED);
    }

    /** A later statement has it as it is recorded; empty where that changes nothing any more. */
    Optional<Step> came() {
        return open() || state == DifferenceState.SHORT
                ? Optional.of(to(DifferenceState.CAME, proposed, Event.CAME))
                : Optional.empty();
    }

    private Step to(DifferenceState after, Optional<Proposed> by, Event event) {
        return new Step(
                new StatementDifference(
                        id,
                        unit,
                        channel,
                        transaction,
                        at,
                        known,
                        told,
                        after,
                        by,
                        shortage || after == DifferenceState.SHORT,
                        version + 1),
                event);
    }

    private Refused notNow() {
        return new Refused(PaymentRefusal.DIFFERENCE_STATE, Phrase.of("payment.difference.state." + state));
    }
}
