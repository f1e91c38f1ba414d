package vn.motcua.desk.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.dossier.DeskAction;

/** The forms of the workspace, the most usual first: one for each action on a dossier, one for money, and one
 * that takes back. */
enum DeskForm {
    RECEIVE,
    FORWARD,
    CONFIRM,
    REFUSE_PROPOSAL,
    LET_GO,
    REFUSE_WITHDRAWAL,
    AGREE,
    RETURN_DOWN,
    END_WAIT,
    APPROVE,
    COMPLETE,
    ISSUE,
    TAKE_FEE,
    TAKE_CARD,
    HAND_OVER,
    TAKE_SUPPLEMENT,
    SUPPLEMENT,
    SECOND_SUPPLEMENT,
    EXTEND,
    PROPOSE_DENIAL,
    AWAIT_PAYMENT,
    AWAIT_ANSWER,
    SEND_UP,
    PROPOSE_HALT,
    REFUSE_AMENDMENT,
    PROPOSE_AMENDMENT,
    PROPOSE_REVOCATION,
    DENY,
    SEND_BACK,
    TRANSFER,
    PASS_ON,
    PASS_ACROSS,
    TURN_AWAY,
    CLAIM,
    RELEASE,
    TAKE_WITHDRAWAL,
    UNDO;

    /** The form of an action. */
    static DeskForm of(DeskAction action) {
        return switch (action) {
            case RECEIVE -> RECEIVE;
            case FORWARD -> FORWARD;
            case TURN_AWAY -> TURN_AWAY;
            case TRANSFER -> TRANSFER;
            case PASS_ON -> PASS_ON;
            case REQUEST_SUPPLEMENT -> SUPPLEMENT;
            case SECOND_SUPPLEMENT -> SECOND_SUPPLEMENT;
            case CONFIRM -> CONFIRM;
            case REFUSE_PROPOSAL -> REFUSE_PROPOSAL;
            case LET_GO -> LET_GO;
            case REFUSE_WITHDRAWAL -> REFUSE_WITHDRAWAL;
            case PROPOSE_HALT -> PROPOSE_HALT;
            case AWAIT_PAYMENT -> AWAIT_PAYMENT;
            case AWAIT_ANSWER -> AWAIT_ANSWER;
            case END_WAIT -> END_WAIT;
            case SEND_UP -> SEND_UP;
            case AGREE -> AGREE;
            case RETURN_DOWN -> RETURN_DOWN;
            case PROPOSE_AMENDMENT -> PROPOSE_AMENDMENT;
            case REFUSE_AMENDMENT -> REFUSE_AMENDMENT;
            case PROPOSE_REVOCATION -> PROPOSE_REVOCATION;
            case CLAIM -> CLAIM;
            case RELEASE -> RELEASE;
            case COMPLETE -> COMPLETE;
            case PROPOSE_DENIAL -> PROPOSE_DENIAL;
            case SEND_BACK -> SEND_BACK;
            case APPROVE -> APPROVE;
            case DENY -> DENY;
            case EXTEND -> EXTEND;
            case ISSUE -> ISSUE;
            case HAND_OVER -> HAND_OVER;
            case TAKE_SUPPLEMENT -> TAKE_SUPPLEMENT;
            case TAKE_WITHDRAWAL -> TAKE_WITHDRAWAL;
        };
    }

    /** Whether the dossier has left this desk afterwards and nothing is left to print: the next one can come. */
    boolean leaves() {
        return switch (this) {
            case COMPLETE, PROPOSE_DENIAL, SEND_BACK, APPROVE, DENY -> true;
            case RECEIVE,
                    FORWARD,
                    CONFIRM,
                    REFUSE_PROPOSAL,
                    LET_GO,
                    REFUSE_WITHDRAWAL,
                    ISSUE,
                    TAKE_FEE,
                    TAKE_CARD,
                    HAND_OVER,
                    SUPPLEMENT,
                    SECOND_SUPPLEMENT,
                    EXTEND,
                    PROPOSE_HALT,
                    AWAIT_PAYMENT,
                    AWAIT_ANSWER,
                    END_WAIT,
                    SEND_UP,
                    AGREE,
                    RETURN_DOWN,
                    PROPOSE_AMENDMENT,
                    REFUSE_AMENDMENT,
                    PROPOSE_REVOCATION,
                    TRANSFER,
                    PASS_ON,
                    PASS_ACROSS,
                    TURN_AWAY,
                    CLAIM,
                    RELEASE,
                    TAKE_SUPPLEMENT,
                    TAKE_WITHDRAWAL,
                    UNDO -> false;
        };
    }

    /** The form that is sent to the address that ends so, e.g. {@code turn-away}. */
    static Optional<DeskForm> at(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** The last part of the address it is sent to, also the root of its ids and texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
