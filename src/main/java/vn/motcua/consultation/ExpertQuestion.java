package vn.motcua.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.VietnamTime;

/**
 * A question to somebody outside about a dossier (lấy ý kiến chuyên gia). They have no account: a link lets them see it
 * and answer once.
 *
 * @param expert what they are called
 * @param papers the ids of the papers that they may see
 * @param until the last day of the link, in Vietnam
 * @param settledAt when it was answered or withdrawn
 * @param answer in words; the reason where it was withdrawn
 * @param file the paper of the answer
 */
public record ExpertQuestion(
        UUID id,
        DossierId dossier,
        String step,
        UnitId askingUnit,
        AccountId askedBy,
        String askedByName,
        Instant askedAt,
        String expert,
        String email,
        String question,
        List<UUID> papers,
        LocalDate until,
        State state,
        Optional<Instant> settledAt,
        String answer,
        Optional<FileId> file,
        String fileName) {

    /** Keeps its own copy. */
    public ExpertQuestion {
        papers = List.copyOf(papers);
    }

    /** What became of it. */
    public enum State {
        OPEN,
        ANSWERED,
        WITHDRAWN
    }

    /** Whether the link is good: nobody has answered or withdrawn it, and its last day is not over. */
    public boolean open(Instant now) {
        return state == State.OPEN && !VietnamTime.dayOf(now).isAfter(until);
    }
}
