package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Refused;

/** Where officers open dossiers. Who looks is written down: in which position, to what purpose. */
@Service
public class ReadingDesk {

    private final Commands commands;
    private final Folders folders;
    private final DueMoments dues;
    private final OtherDoors doors;
    private final HigherUnits above;
    private final Access access;
    private final Trail trail;

    ReadingDesk(
            Commands commands,
            Folders folders,
            DueMoments dues,
            OtherDoors doors,
            HigherUnits above,
            Access access,
            Trail trail) {
        this.commands = commands;
        this.folders = folders;
        this.dues = dues;
        this.doors = doors;
        this.above = above;
        this.access = access;
        this.trail = trail;
    }

    /** Opens a dossier to settle it, and enters that into the audit log. Refuses what is not theirs to see as not there. */
    public Opened open(SignedIn.OfficerAt by, DossierId id, Instant now) {
        return open(by, id, Opening.DOSSIER, now);
    }

    /** The same, for taking that out of it. */
    public Opened open(SignedIn.OfficerAt by, DossierId id, Opening what, Instant now) {
        return commands.inTenant(by.tenant(), by, () -> {
            var seen = commands.seen(
                    new DossierRef(by.tenant(), id), by, it -> access.may(by, DeskAct.SEE, it.subject()), now);
            return opened(seen.work(), folders.look(id, by, seen.as(), what, now));
        });
    }

    /**
     * The same where that is there for this officer; where it is not, it is refused as not there and nobody has looked.
     *
     * @param there whether it is, of the dossier as they see it
     */
    public Opened open(SignedIn.OfficerAt by, DossierId id, Opening what, Predicate<Opened> there, Instant now) {
        return commands.inTenant(by.tenant(), by, () -> {
            var opened = open(by, id, what, now);
            if (!there.test(opened)) {
                throw new Refused(AccessRefusal.NOT_THERE);
            }
            return opened;
        });
    }

    /** The same with personal numbers to be read in full, which is a line of its own in the log. */
    public Opened openWithNumbers(SignedIn.OfficerAt by, DossierId id, Instant now) {
        return commands.inTenant(by.tenant(), by, () -> {
            var seen = commands.seen(
                    new DossierRef(by.tenant(), id), by, it -> access.may(by, DeskAct.SEE, it.subject()), now);
            trail.leave(new Look(
                    by.account().value(),
                    seen.as().map(it -> it.id().value()),
                    seen.as().map(Position::role),
                    Purpose.SETTLE,
                    id.value(),
                    "numbers-shown",
                    Fields.of(Fields.IDENTITY)));
            return opened(seen.work(), folders.look(id, by, seen.as(), Opening.DOSSIER, now));
        });
    }

    /** One paper of a dossier, without asking who wants to know: for a module that was asked already. */
    public Optional<Opened.Paper> paper(DossierId id, String paper) {
        return folders.of(id).papers().stream()
                .filter(it -> it.id().toString().equals(paper))
                .map(ReadingDesk::paper)
                .findFirst();
    }

    /** The one-stop that receives the dossier, without asking who wants to know. */
    public UnitId receivingUnit(DossierId id) {
        return folders.receivingUnit(id);
    }

    /** What a dossier contains, without asking who wants to know: for a module that computes what is due for it. */
    public Contents contents(DossierId id) {
        return folders.contents(id);
    }

    /**
     * What a dossier contains as far as a computation needs it.
     *
     * @param filed under which circumstances it was filed
     * @param obligations what is to be paid besides the published fees
     * @param living whether what it asks for may still be given: it was not turned away, withdrawn, halted, given to another agency or denied
     */
    public record Contents(
            RevisionId revision,
            Circumstances filed,
            Map<String, Object> answers,
            List<Obligation> obligations,
            boolean living) {

        /** Keeps its own copy. */
        public Contents {
            obligations = List.copyOf(obligations);
        }
    }

    /** All that stands in it, with what this officer may do now; asks nobody. */
    Opened opened(Work work, Folder folder) {
        var dossier = work.dossier();
        var subject = work.subject();
        var extendedUntil = dossier.stage().received().map(_ -> dues.extendedUntil(work));
        var path = work.path();
        var actions = new AllowedActions(
                dossier,
                path,
                work.officer(),
                work.now(),
                (right, step) -> access.may(work.by(), right, subject.at(step)).permitted(),
                extendedUntil.orElse(Instant.EPOCH),
                dues.lateApologies());
        return new Opened(
                dossier.id(),
                dossier.version(),
                filed(work, folder),
                dossier.stage(),
                dossier.desk(),
                dossier.asked(),
                dossier.waits(),
                work.answers(),
                papers(folder),
                folder.history().stream()
                        .map(it -> new Opened.Entry(
                                it.version(),
                                it.event(),
                                it.actor().map(AccountId::new),
                                it.actorName(),
                                it.role(),
                                it.inPlaceOf(),
                                it.onBehalf(),
                                it.recordedAt(),
                                it.booked()))
                        .toList(),
                folder.due().orElseGet(() -> dues.received(work)),
                dues.limit(work),
                extendedUntil,
                work.procedure().route(),
                path.facts(),
                subject,
                dues.supplementUntil(work),
                dossier.proposal(),
                dossier.leaving(),
                dossier.mistake(),
                goes(dossier.stage(), DossierEvent.DossierTransferred.class)
                                || goes(dossier.stage(), DossierEvent.DossierPassedOn.class)
                        ? doors.of(work)
                        : List.of(),
                work.found().link().isEmpty() && goes(dossier.stage(), DossierEvent.DossierPassedAcross.class)
                        ? doors.agencies(work)
                        : List.of(),
                goes(dossier.stage(), DossierEvent.SentUp.class) ? above.of(work) : List.of(),
                work.found().link(),
                actions.all(),
                actions.withheld());
    }

    private static boolean goes(Stage stage, Class<? extends DossierEvent> way) {
        return StageGraph.permits(stage.kind(), way);
    }

    private static Opened.Filed filed(Work work, Folder folder) {
        var dossier = work.dossier();
        return new Opened.Filed(
                folder.code(),
                dossier.filed().revision(),
                dossier.filed().unit(),
                dossier.filed().place(),
                dossier.filed().channel(),
                dossier.filed().at(),
                folder.applicant(),
                folder.receiveBy(),
                folder.receiveAt(),
                work.circumstances(dossier.filed().at()));
    }

    private static List<Opened.Paper> papers(Folder folder) {
        return folder.papers().stream().map(ReadingDesk::paper).toList();
    }

    private static Opened.Paper paper(Paper it) {
        return new Opened.Paper(
                it.id().toString(), it.document(), it.name(), it.file(), it.originals(), it.copies(), it.addedAt());
    }
}
