package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an edition of a procedure stands between its first word and its end. A phase carries the facts that are true in
 * it and no others.
 */
public sealed interface Phase {

    /** The same without its facts, as it is stored and filtered by. */
    enum Name {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        PUBLISHED,
        REPLACED,
        ABOLISHED,
        DISCARDED
    }

    /** Which one it is. */
    default Name name() {
        return switch (this) {
            case Draft _ -> Name.DRAFT;
            case InReview _ -> Name.IN_REVIEW;
            case Approved _ -> Name.APPROVED;
            case Published _ -> Name.PUBLISHED;
            case Replaced _ -> Name.REPLACED;
            case Abolished _ -> Name.ABOLISHED;
            case Discarded _ -> Name.DISCARDED;
        };
    }

    /** The approval under which it is or will be published; none before, and none for what came with the program. */
    default Optional<Approval> approved() {
        return switch (this) {
            case Draft _, InReview _, Discarded _ -> Optional.empty();
            case Approved it -> Optional.of(it.approval());
            case Published it -> it.approval();
            case Replaced it -> it.approval();
            case Abolished it -> it.approval();
        };
    }

    /** When it came into force; empty before. */
    default Optional<Instant> publishedAt() {
        return switch (this) {
            case Draft _, InReview _, Approved _, Discarded _ -> Optional.empty();
            case Published it -> Optional.of(it.since());
            case Replaced it -> Optional.of(it.since());
            case Abolished it -> Optional.of(it.since());
        };
    }

    /**
     * Being written.
     *
     * @param sentBack why the reviewer sent it back; empty for one that was not
     */
    record Draft(Optional<String> sentBack) implements Phase {}

    /** Handed in, and found sound: a second person reads it. */
    record InReview(Instant since) implements Phase {}

    /** Decided; it waits for its day. */
    record Approved(Approval approval) implements Phase {}

    /**
     * In force.
     *
     * @param approval empty for what came with the program or by an import
     * @param ending that it was decided to abolish the procedure on a day to come
     */
    record Published(Optional<Approval> approval, Instant since, Optional<Abolition> ending) implements Phase {}

    /** A later one is in force. */
    record Replaced(Optional<Approval> approval, Instant since, Instant until) implements Phase {}

    /** The procedure is no more; dossiers that were filed are settled by it. */
    record Abolished(Optional<Approval> approval, Instant since, Instant until, Abolition by) implements Phase {}

    /** Given up by its authors before anybody approved it; its number and its history stay. */
    record Discarded(Instant since) implements Phase {}

    /**
     * That somebody else than its authors found it right, and on what it stands.
     *
     * @param decision that announces it
     * @param track by whose lead times it is measured
     * @param effectOn first day of the legal text that it carries out
     * @param publishOn the day on which it comes into force here
     * @param by who approved
     */
    record Approval(
            PublishingDecision decision,
            LeadTimes.Track track,
            LocalDate effectOn,
            LocalDate publishOn,
            Person by,
            Instant at) {}

    /**
     * That the procedure ends.
     *
     * @param on the first day on which nobody files it any more
     */
    record Abolition(PublishingDecision decision, LocalDate on, Person by) {}

    /** Who did something, with the name by which the history shows them. */
    record Person(UUID account, String name) {}
}
