package vn.motcua.privacy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;

/**
 * Somebody asks that data about them be corrected (yêu cầu chỉnh sửa dữ liệu cá nhân; Law 91/2025/QH15).
 *
 * @param dossier in which it stands
 * @param about that dossier in words: its procedure, and its number once it has one
 * @param unit that answers: the one-stop that received it
 * @param asker the name of whoever asks
 * @param wrong what is wrong
 * @param right what it should be
 * @param dueAt until when the unit has to answer
 * @param answer what the unit answered
 */
public record Correction(
        UUID id,
        DossierId dossier,
        String about,
        UnitId unit,
        String asker,
        String wrong,
        String right,
        Instant askedAt,
        Instant dueAt,
        Optional<Answer> answer) {

    /**
     * An answer.
     *
     * @param text the reason, or what was done
     * @param by name of the officer who gave it
     */
    public record Answer(Outcome outcome, String text, Instant at, String by) {}

    /** What came of it. */
    public enum Outcome {
        /** It stands right now. */
        CORRECTED,
        /** It stays, for the reason that the answer gives. */
        REFUSED
    }
}
