package vn.motcua.messaging;

import vn.motcua.shared.RefusalCode;

/** Why an address is not taken. */
public enum ContactRefusal implements RefusalCode {
    /** It is no address of mail. */
    NOT_A_MAIL_ADDRESS,
    /** It is no number of a mobile telephone in Vietnam. */
    NOT_A_MOBILE_NUMBER,
    /** The last one was sent less than {0} seconds ago. */
    CONFIRMATION_TOO_SOON,
    /** {0} were sent today. */
    CONFIRMATION_TOO_OFTEN,
    /** The code or link is wrong, used or too old. */
    CONFIRMATION_WRONG,
    /** Nobody carries messages on that channel here. */
    CHANNEL_NOT_HERE;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
