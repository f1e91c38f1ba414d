package vn.motcua.result;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.document.FileId;
import vn.motcua.identity.OfficerId;

/**
 * One of several signatures of a result, whose turn it is.
 *
 * @param no which one, from 1
 * @param officer who gives the word; of the seal the leader
 * @param position of who signs, in words
 * @param paper what is signed: the draft with all signatures before this one
 * @param orderedAt when the word was given; empty while it is waited for
 * @param signingAt what the signature says of its time, once it was tried
 */
public record Turn(
        int no,
        What what,
        OfficerId officer,
        String position,
        FileId paper,
        Optional<Instant> orderedAt,
        Optional<Instant> signingAt) {

    /** Which kind of signature. */
    public enum What {
        /** Small, behind the recipients (ký nháy, ký tắt). */
        INITIALS,
        /** In a room of its own beside the leader's. */
        BESIDE,
        /** Of who decided. */
        LEADER,
        /** The agency's, drawn as its seal. */
        SEAL;

        /** The key of its words. */
        public String key() {
            return "result.turn." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
