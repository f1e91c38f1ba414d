package vn.motcua.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;

/**
 * A question to other units about a dossier.
 *
 * @param step the step that waits for the answers
 * @param procedure the procedure's name, as the asked units read it
 * @param number the dossier number
 * @param papers the ids of the papers that they may see
 */
public record Consultation(
        UUID id,
        DossierId dossier,
        String step,
        String procedure,
        String number,
        UnitId askingUnit,
        AccountId askedBy,
        String askedByName,
        Instant askedAt,
        String question,
        List<UUID> papers,
        List<Party> parties) {

    /** Keeps its own copies. */
    public Consultation {
        papers = List.copyOf(papers);
        parties = List.copyOf(parties);
    }

    /** What it means that a unit says nothing until its deadline. */
    public enum Silence {
        /** It counts as agreeing, and the step goes on. */
        AGREES,
        /** It is reminded every day, and the step waits; whoever asked may withdraw the question. */
        REMINDS,
        /** The step waits; only a leader of the asking unit may go on without the answer. */
        STOPS
    }

    /** What became of a question to one unit. */
    public enum State {
        OPEN,
        ANSWERED,
        /** Silent until the deadline, which counts as agreeing. */
        SILENT,
        WITHDRAWN
    }

    /** What a unit says. */
    public enum Stance {
        AGREE,
        AGREE_IF,
        DISAGREE
    }

    /**
     * One unit that is asked.
     *
     * @param due until when it should answer
     * @param settledAt when it answered, was counted or withdrawn
     * @param settledName who did it; empty for the program
     * @param answer in words; the reason where it was withdrawn
     * @param file the paper of the answer
     * @param remindedAt when it was last reminded
     */
    public record Party(
            UnitId unit,
            Instant due,
            Silence silence,
            State state,
            Optional<Instant> settledAt,
            String settledName,
            Optional<Stance> stance,
            String answer,
            Optional<FileId> file,
            String fileName,
            Optional<Instant> remindedAt) {

        /** Whether that officer said just that: it is the same form once more. */
        boolean told(State as, String name, Optional<Stance> stance, String text) {
            return state == as && settledName.equals(name) && this.stance.equals(stance) && answer.equals(text);
        }

        /** One that was asked just now. */
        static Party asked(UnitId unit, Instant due, Silence silence) {
            return new Party(
                    unit,
                    due,
                    silence,
                    State.OPEN,
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    "",
                    Optional.empty());
        }

        /** Whether the step waits for it. */
        public boolean holds() {
            return state == State.OPEN;
        }

        /** Whether it is past its deadline without an answer, or answered after it. */
        public boolean late(Instant now) {
            return switch (state) {
                case OPEN -> now.isAfter(due);
                case ANSWERED -> settledAt.filter(it -> it.isAfter(due)).isPresent();
                case SILENT, WITHDRAWN -> false;
            };
        }

        /** What silence makes of it at that moment. */
        public Turn turn(Instant now) {
            if (state != State.OPEN || !now.isAfter(due)) {
                return Turn.NONE;
            }
            return switch (silence) {
                case AGREES -> Turn.AGREES;
                case REMINDS ->
                    remindedAt
                                    .filter(it -> now.isBefore(it.plus(java.time.Duration.ofDays(1))))
                                    .isPresent()
                            ? Turn.NONE
                            : Turn.REMIND;
                case STOPS -> remindedAt.isPresent() ? Turn.NONE : Turn.REMIND;
            };
        }
    }

    /** What is to be done about a silent unit. */
    public enum Turn {
        NONE,
        AGREES,
        REMIND
    }

    /** Whether the step waits for somebody. */
    public boolean holds() {
        return parties.stream().anyMatch(Party::holds);
    }

    /** What that unit was asked. */
    public Optional<Party> party(UnitId unit) {
        return parties.stream().filter(it -> it.unit().equals(unit)).findFirst();
    }
}
