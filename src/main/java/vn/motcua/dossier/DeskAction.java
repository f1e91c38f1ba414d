package vn.motcua.dossier;

import vn.motcua.identity.DeskAct;

/** What an officer can be offered on a dossier; each is a method of one of the desks. */
public enum DeskAction {
    RECEIVE(DeskAct.RECEIVE),
    FORWARD(DeskAct.RECEIVE),
    TURN_AWAY(DeskAct.TURN_AWAY),
    TRANSFER(DeskAct.TURN_AWAY),
    REQUEST_SUPPLEMENT(DeskAct.REQUEST_SUPPLEMENT),
    SECOND_SUPPLEMENT(DeskAct.REQUEST_SUPPLEMENT),
    CONFIRM(DeskAct.CONFIRM),
    REFUSE_PROPOSAL(DeskAct.CONFIRM),
    LET_GO(DeskAct.HANDLE),
    REFUSE_WITHDRAWAL(DeskAct.HANDLE),
    PASS_ON(DeskAct.HANDLE),
    PROPOSE_HALT(DeskAct.HANDLE),
    AWAIT_PAYMENT(DeskAct.HANDLE),
    AWAIT_ANSWER(DeskAct.HANDLE),
    SEND_UP(DeskAct.HANDLE),
    AGREE(DeskAct.ANSWER_ABOVE),
    RETURN_DOWN(DeskAct.ANSWER_ABOVE),
    END_WAIT(DeskAct.HANDLE),
    CLAIM(DeskAct.CLAIM),
    RELEASE(DeskAct.CLAIM),
    COMPLETE(DeskAct.COMPLETE_STEP),
    PROPOSE_DENIAL(DeskAct.COMPLETE_STEP),
    SEND_BACK(DeskAct.SEND_BACK),
    APPROVE(DeskAct.APPROVE),
    DENY(DeskAct.APPROVE),
    EXTEND(DeskAct.EXTEND),
    PROPOSE_AMENDMENT(DeskAct.AMEND),
    REFUSE_AMENDMENT(DeskAct.AMEND),
    PROPOSE_REVOCATION(DeskAct.AMEND),
    ISSUE(DeskAct.ISSUE),
    HAND_OVER(DeskAct.HAND_OVER),
    TAKE_SUPPLEMENT(DeskAct.TAKE_SUPPLEMENT),
    TAKE_WITHDRAWAL(DeskAct.TAKE_WITHDRAWAL);

    private final DeskAct right;

    DeskAction(DeskAct right) {
        this.right = right;
    }

    /** Whether it concerns the whole dossier and no single step. */
    boolean ofTheWhole() {
        return right == DeskAct.EXTEND || right == DeskAct.CONFIRM;
    }

    /** Whether it is about a result and takes no step, which there may be none of any more. */
    boolean ofTheResult() {
        return right == DeskAct.AMEND;
    }

    /** Whether it answers what another unit was asked from below, and takes no step. */
    boolean ofTheUnitAbove() {
        return right == DeskAct.ANSWER_ABOVE;
    }

    /** Whether it is done at the counter for an applicant who came, and takes no step. */
    boolean atTheCounter() {
        return right == DeskAct.TAKE_SUPPLEMENT || right == DeskAct.TAKE_WITHDRAWAL;
    }

    /** The right that it takes. */
    DeskAct right() {
        return right;
    }
}
