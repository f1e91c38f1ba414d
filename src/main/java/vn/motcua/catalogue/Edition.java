package vn.motcua.catalogue;

import static vn.motcua.catalogue.CatalogueRefusal.EDITION_CHANGED;
import static vn.motcua.catalogue.CatalogueRefusal.EDITION_NOT_IN_PHASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.Phase.Abolished;
import vn.motcua.catalogue.Phase.Abolition;
import vn.motcua.catalogue.Phase.Approval;
import vn.motcua.catalogue.Phase.Approved;
import vn.motcua.catalogue.Phase.Draft;
import vn.motcua.catalogue.Phase.InReview;
import vn.motcua.catalogue.Phase.Person;
import vn.motcua.catalogue.Phase.Published;
import vn.motcua.catalogue.Phase.Replaced;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * An edition (phiên bản) of a procedure on its way from draft to abolition. Immutable: each rule takes the facts it needs,
 * time included, and answers with a {@link Step} or refuses. Its content, once published, is a {@link ProcedureRevision}
 * that dossiers keep for life.
 *
 * @param code of the procedure
 * @param no counts the editions of the procedure, from 1
 * @param version counts its changes
 * @param agency national code of the agency that publishes it
 * @param name of the procedure, as the package says it
 * @param base the revision from which it was begun; empty for a new procedure
 * @param files of its package by name; empty for a mere record, and where {@code revision} holds them
 * @param revision its content once it was published
 * @param authors the accounts that wrote it
 */
public record Edition(
        String code,
        int no,
        int version,
        String agency,
        String name,
        Optional<RevisionId> base,
        Map<String, String> files,
        Optional<RevisionId> revision,
        Set<UUID> authors,
        Phase phase,
        Instant changedAt) {

    private static final int LONGEST_REASON = 2000;

    /** Keeps its own copies. */
    public Edition {
        files = Map.copyOf(files);
        authors = Set.copyOf(authors);
    }

    /** What was done, in the word that the history keeps. */
    public enum Act {
        BEGUN,
        CHANGED,
        HANDED_IN,
        SENT_BACK,
        TAKEN_BACK,
        DISCARDED,
        APPROVED,
        MOVED,
        PUBLISHED,
        REPLACED,
        /** A province's layer over a national part that changed. */
        RENEWED,
        ABOLITION_DECIDED,
        ABOLISHED
    }

    /**
     * A later version of an edition together with what explains it; nothing else is saved.
     *
     * @param by empty where the program did it on its day
     * @param said what was said with it: files, a reason, a decision
     */
    record Step(Edition after, Act act, Optional<Person> by, String said, Instant at) {}

    /** A new one, as its author sends it. */
    static Step begin(
            String code,
            int no,
            String agency,
            String name,
            Optional<RevisionId> base,
            Map<String, String> files,
            Person author,
            Instant now) {
        var edition = new Edition(
                code,
                no,
                1,
                agency,
                name,
                base,
                files,
                Optional.empty(),
                Set.of(author.account()),
                new Draft(Optional.empty()),
                now);
        return new Step(edition, Act.BEGUN, Optional.of(author), names(files.keySet()), now);
    }

    /** One that was in force or is, from before anybody kept editions of this procedure. */
    static Edition known(
            String code, int no, String agency, String name, RevisionId revision, Phase phase, Instant now) {
        return new Edition(
                code, no, 1, agency, name, Optional.empty(), Map.of(), Optional.of(revision), Set.of(), phase, now);
    }

    /** Other files in place of those of the same name, new ones beside them. */
    Step change(String name, Map<String, String> given, Person author, Instant now) {
        var all = new TreeMap<>(files);
        all.putAll(given);
        if (all.getOrDefault(PackageReader.MESSAGES, "").isBlank()) {
            all.remove(PackageReader.MESSAGES);
        }
        return write(name, all, names(given.keySet()), author, now);
    }

    /** These files in place of all that it had; its history names those that went too. */
    Step replace(String name, Map<String, String> whole, Person author, Instant now) {
        var both =
                Stream.concat(files.keySet().stream(), whole.keySet().stream()).collect(Collectors.toSet());
        return write(name, whole, names(both), author, now);
    }

    private Step write(String name, Map<String, String> all, String said, Person author, Instant now) {
        var it = expect(Draft.class);
        var changed = new Edition(
                code,
                no,
                version + 1,
                agency,
                name,
                base,
                all,
                revision,
                Stream.concat(authors.stream(), Stream.of(author.account())).collect(Collectors.toSet()),
                it,
                now);
        return new Step(changed, Act.CHANGED, Optional.of(author), said, now);
    }

    /** Hands it to a second person; refuses with {@code PACKAGE_HAS_PROBLEMS} what is not sound. */
    Step handIn(List<PackageProblem> problems, Person author, Instant now) {
        expect(Draft.class);
        if (!problems.isEmpty()) {
            throw new Refused(CatalogueRefusal.PACKAGE_HAS_PROBLEMS, problems.size());
        }
        return move(new InReview(now), Act.HANDED_IN, Optional.of(author), "", now);
    }

    /** Back to its author, with the reason. */
    Step sendBack(String reason, Person reviewer, Instant now) {
        expect(InReview.class);
        second(reviewer);
        var said = Text.clean(reason);
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Refused(CatalogueRefusal.REASON_MISSING);
        }
        return move(new Draft(Optional.of(said)), Act.SENT_BACK, Optional.of(reviewer), said, now);
    }

    /** Back to its author, who asks for it before anybody has decided. */
    Step takeBack(Person author, Instant now) {
        expect(InReview.class);
        return move(new Draft(Optional.empty()), Act.TAKEN_BACK, Optional.of(author), "", now);
    }

    /** Given up; nothing follows any more. */
    Step discard(Person author, Instant now) {
        expect(Draft.class);
        return move(new Phase.Discarded(now), Act.DISCARDED, Optional.of(author), "", now);
    }

    /** Found right by somebody who wrote none of it. */
    Step approve(Approval approval, LocalDate today) {
        expect(InReview.class);
        second(approval.by());
        approval.decision().signedBy(today);
        if (approval.publishOn().isBefore(today)) {
            throw new Refused(CatalogueRefusal.PUBLISH_DAY_PAST);
        }
        return move(
                new Approved(approval),
                Act.APPROVED,
                Optional.of(approval.by()),
                approval.decision().number(),
                approval.at());
    }

    /** Another day on which it comes into force. */
    Step publishOn(LocalDate day, Person reviewer, LocalDate today, Instant now) {
        var it = expect(Approved.class).approval();
        second(reviewer);
        if (day.isBefore(today)) {
            throw new Refused(CatalogueRefusal.PUBLISH_DAY_PAST);
        }
        var moved = new Approval(it.decision(), it.track(), it.effectOn(), day, it.by(), it.at());
        return move(new Approved(moved), Act.MOVED, Optional.of(reviewer), day.toString(), now);
    }

    /** Into force on its day, or later where the program stood still then. */
    Step publish(RevisionId content, LocalDate today, Instant now) {
        var it = expect(Approved.class).approval();
        if (it.publishOn().isAfter(today)) {
            throw new Refused(CatalogueRefusal.NOT_ITS_DAY);
        }
        var published = new Edition(
                code,
                no,
                version + 1,
                agency,
                name,
                base,
                Map.of(),
                Optional.of(content),
                authors,
                new Published(Optional.of(it), now, Optional.empty()),
                now);
        return new Step(published, Act.PUBLISHED, Optional.empty(), content.toString(), now);
    }

    /** A later one took its place. */
    Step replaced(int by, Instant now) {
        var it = expect(Published.class);
        return move(
                new Replaced(it.approval(), it.since(), now),
                Act.REPLACED,
                Optional.empty(),
                Integer.toString(by),
                now);
    }

    /** The same layer over another national revision. */
    Step renewed(RevisionId content, RevisionId national, int conflicts, Instant now) {
        var it = expect(Published.class);
        var after = new Edition(
                code,
                no,
                version + 1,
                agency,
                name,
                Optional.of(national),
                Map.of(),
                Optional.of(content),
                authors,
                it,
                now);
        return new Step(after, Act.RENEWED, Optional.empty(), Integer.toString(conflicts), now);
    }

    /** That the procedure ends on a day. */
    Step endOn(Abolition abolition, LocalDate today, Instant now) {
        var it = expect(Published.class);
        second(abolition.by());
        abolition.decision().signedBy(today);
        if (abolition.on().isBefore(today)) {
            throw new Refused(CatalogueRefusal.ABOLITION_DAY_PAST);
        }
        return move(
                new Published(it.approval(), it.since(), Optional.of(abolition)),
                Act.ABOLITION_DECIDED,
                Optional.of(abolition.by()),
                abolition.decision().number(),
                now);
    }

    /** The procedure ends on the day that was decided. */
    Step abolished(LocalDate today, Instant now) {
        var it = expect(Published.class);
        var abolition = it.ending()
                .filter(one -> !one.on().isAfter(today))
                .orElseThrow(() -> new Refused(CatalogueRefusal.NOT_ITS_DAY));
        return move(
                new Abolished(it.approval(), it.since(), now, abolition),
                Act.ABOLISHED,
                Optional.empty(),
                abolition.decision().number(),
                now);
    }

    /** Refuses whoever looked at another version. */
    Edition at(int seen) {
        if (seen != version) {
            throw new Refused(EDITION_CHANGED);
        }
        return this;
    }

    /** Nobody approves, sends back or moves what they wrote themselves. */
    private void second(Person reviewer) {
        if (authors.contains(reviewer.account())) {
            throw new Refused(CatalogueRefusal.WROTE_IT_YOURSELF);
        }
    }

    private <P extends Phase> P expect(Class<P> expected) {
        if (expected.isInstance(phase)) {
            return expected.cast(phase);
        }
        throw new Refused(EDITION_NOT_IN_PHASE);
    }

    private Step move(Phase next, Act act, Optional<Person> by, String said, Instant now) {
        return new Step(
                new Edition(code, no, version + 1, agency, name, base, files, revision, authors, next, now),
                act,
                by,
                said,
                now);
    }

    private static String names(Set<String> names) {
        var sorted = new ArrayList<>(names);
        sorted.sort(null);
        return String.join(", ", sorted);
    }
}
