package vn.motcua.filing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.FileId;
import vn.motcua.identity.MandateId;
import vn.motcua.organization.UnitId;
import vn.motcua.vault.HeldPaper;

/**
 * An unfinished filing as it was last saved. It keeps the revision of the procedure under which it was begun.
 *
 * @param procedure the national code
 * @param channel how it is filed
 * @param walkIn for whom, when an officer fills it in at the counter
 * @param answers of the form, right or wrong, as they were typed
 * @param place where the matter belongs
 * @param unit the one-stop that will receive it; empty while nobody competent is found
 * @param delivery how the result is to come; empty while not chosen
 * @param papers what was uploaded, in that order
 * @param shown what was shown at the counter
 * @param begunBy who began it for its owner; empty when the owner did
 */
public record Draft(
        DraftId id,
        String procedure,
        RevisionId revision,
        Channel channel,
        Optional<WalkIn> walkIn,
        Map<String, Object> answers,
        Place place,
        Optional<UnitId> unit,
        Optional<Delivery> delivery,
        List<Paper> papers,
        List<Shown> shown,
        Optional<BegunBy> begunBy,
        Instant startedAt,
        Instant savedAt) {

    /** Keeps its own copies. */
    public Draft {
        papers = List.copyOf(papers);
        shown = List.copyOf(shown);
    }

    /** The papers uploaded for a required document. */
    public List<Paper> papersFor(String document) {
        return papers.stream().filter(it -> it.document().equals(document)).toList();
    }

    /** The content hashes of its papers. */
    public List<String> contents() {
        return papers.stream().map(it -> it.file().sha256()).toList();
    }

    /** What was shown of a required document at the counter. */
    public Optional<Shown> shown(String document) {
        return shown.stream().filter(it -> it.document().equals(document)).findFirst();
    }

    /**
     * A file: uploaded, or taken from the vault.
     *
     * @param document the required document, or the field of kind file, that it answers
     * @param size in bytes
     * @param comparedAt when the officer said that it matches the original; empty for not
     * @param held where it was taken from the vault; empty for one that was given
     */
    public record Paper(
            PaperId id,
            String document,
            String name,
            FileId file,
            long size,
            Optional<Instant> comparedAt,
            Optional<HeldPaper> held) {

        /** One that nobody has compared. */
        public Paper(PaperId id, String document, String name, FileId file, long size) {
            this(id, document, name, file, size, Optional.empty(), Optional.empty());
        }
    }

    /** Originals and copies that the officer has seen of a document. */
    public record Shown(String document, int originals, int copies) {}

    /** Somebody who began it for its owner, by that mandate. */
    public record BegunBy(MandateId mandate, String name) {}

    /**
     * A draft in a list.
     *
     * @param procedure the national code
     * @param begunBy who began it for its owner
     */
    public record Line(DraftId id, String procedure, RevisionId revision, Optional<BegunBy> begunBy, Instant savedAt) {}
}
