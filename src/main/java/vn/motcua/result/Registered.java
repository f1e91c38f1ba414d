package vn.motcua.result;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.document.FileId;
import vn.motcua.dossier.Revocation;
import vn.motcua.identity.OfficerId;

/**
 * A result in the register.
 *
 * @param file what was signed; empty before
 * @param orderedAt when the leader gave the word; empty while it is waited for
 * @param signingAt what the signatures say of their time; the same however often it is tried
 * @param signedAt empty for one that is not signed digitally
 * @param appraised who appraised it, and when; empty before, and where nobody has to
 * @param sentBack whether whoever was to appraise it sent it back
 * @param turn whose turn it is to sign; empty where the leader and the agency sign together, and once all have signed
 * @param endedAt when it was replaced or revoked
 * @param replacedBy the code of the one that took its place
 * @param reason why it was revoked before it was issued, or by which decision afterwards
 * @param ground of which kind the reason is, of one that was issued and revoked
 * @param lastError why it could not be signed the last time; empty
 */
public record Registered(
        UUID id,
        Draft draft,
        ResultState state,
        Optional<FileId> file,
        Instant draftedAt,
        Optional<Instant> orderedAt,
        Optional<Instant> signingAt,
        Optional<Instant> signedAt,
        Optional<Appraised> appraised,
        boolean sentBack,
        Optional<Turn> turn,
        Optional<Instant> issuedAt,
        Optional<Instant> endedAt,
        Optional<ResultCode> replacedBy,
        String reason,
        Optional<Revocation.Ground> ground,
        String lastError) {

    /** Whether it still waits to be signed and issued. */
    public boolean open() {
        return unsigned() || state == ResultState.SIGNED;
    }

    /** Whether its signatures are still to be made. */
    public boolean unsigned() {
        return state == ResultState.DRAFTED || state == ResultState.APPRAISED;
    }

    /** Whether somebody has to appraise it before it may be signed. */
    public boolean awaitsAppraisal() {
        return state == ResultState.DRAFTED && draft.appraisal().isPresent();
    }

    /** Whether its next signature is that officer's. */
    public boolean isTurnOf(OfficerId officer) {
        return turn.map(Turn::officer).orElse(draft.leader().officer()).equals(officer);
    }

    /** Whether whose turn it is has not given the word yet. */
    public boolean awaitsWord() {
        return unsigned()
                && turn.filter(it -> it.what() != Turn.What.SEAL)
                        .map(it -> it.orderedAt().isEmpty())
                        .orElse(orderedAt.isEmpty());
    }

    /** What the next signature signs. */
    public FileId toSign() {
        return turn.map(Turn::paper).orElse(draft.file());
    }

    /** Who read the draft and judged it. */
    public record Appraised(OfficerId by, Instant at) {}
}
