package vn.motcua.dossier;

import vn.motcua.identity.DeskAct;

/** What an officer can be offered on a dossier; each is a method of one of the desks. */
public enum DeskAction {
    RECEIVE(DeskAct.RECEIVE),
    FORWARD(DeskAct.RECEIVE),
    TURN_AWAY(DeskAct.TURN_AWAY),
    REQUEST_SUPPLEMENT(DeskAct.REQUEST_SUPPLEMENT),
    CLAIM(DeskAct.CLAIM),
    RELEASE(DeskAct.CLAIM),
    COMPLETE(DeskAct.COMPLETE_STEP),
    PROPOSE_DENIAL(DeskAct.COMPLETE_STEP),
    SEND_BACK(DeskAct.SEND_BACK),
    APPROVE(DeskAct.APPROVE),
    DENY(DeskAct.APPROVE),
    EXTEND(DeskAct.EXTEND),
    ISSUE(DeskAct.ISSUE),
    HAND_OVER(DeskAct.HAND_OVER);

    private final DeskAct right;

    DeskAction(DeskAct right) {
        this.right = right;
    }

    /** The right that it takes. */
    DeskAct right() {
        return right;
    }
}
