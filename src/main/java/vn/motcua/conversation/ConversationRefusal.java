package vn.motcua.conversation;

import vn.motcua.shared.RefusalCode;

/** Why a message is not taken. */
public enum ConversationRefusal implements RefusalCode {
    /** Neither words nor files. */
    MESSAGE_EMPTY(Kind.NOT_VALID),
    /** More words than {0} characters. */
    MESSAGE_TOO_LONG(Kind.NOT_VALID),
    /** More than {0} files with one message. */
    MESSAGE_TOO_MANY_FILES(Kind.NOT_VALID),
    /** More than {0} messages within an hour. */
    MESSAGE_TOO_OFTEN(Kind.NOT_VALID),
    /** The dossier was closed more than {0} days ago. */
    THREAD_CLOSED(Kind.NOT_NOW);

    private final Kind kind;

    ConversationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
