package vn.motcua.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.conversation.ThreadMessage;
import vn.motcua.conversation.Threads;
import vn.motcua.document.FileId;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.dossier.StageKind;
import vn.motcua.evidence.Question;
import vn.motcua.evidence.WhoLooked;
import vn.motcua.filing.Draft;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.Drafts;
import vn.motcua.filing.SignedDeclarations;
import vn.motcua.identity.Organisation;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StepUp;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.messaging.Contact;
import vn.motcua.messaging.Contacts;
import vn.motcua.notification.Notice;
import vn.motcua.notification.Notices;
import vn.motcua.queue.Appointment;
import vn.motcua.queue.AppointmentDesk;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.vault.VaultDesk;
import vn.motcua.vault.VaultEntry;

/** All that the program keeps about somebody, for themselves. Who looked at it is told by module {@code evidence}. */
@Service
public class Holdings {

    private static final int MOST_NOTICES = 10_000;

    private final People people;
    private final MyDossiers dossiers;
    private final ApplicantDesk desk;
    private final Drafts drafts;
    private final DraftDesk draftDesk;
    private final SignedDeclarations declarations;
    private final Notices notices;
    private final CorrectionDesk corrections;
    private final MandateDesk mandates;
    private final Threads threads;
    private final WhoLooked looked;
    private final AppointmentDesk appointments;
    private final Contacts contacts;
    private final VaultDesk vault;
    private final Catalogue catalogue;
    private final StepUp stepUp;
    private final Trail trail;
    private final TransactionTemplate transaction;

    Holdings(
            People people,
            MyDossiers dossiers,
            ApplicantDesk desk,
            Drafts drafts,
            DraftDesk draftDesk,
            SignedDeclarations declarations,
            Notices notices,
            CorrectionDesk corrections,
            MandateDesk mandates,
            Threads threads,
            WhoLooked looked,
            AppointmentDesk appointments,
            Contacts contacts,
            VaultDesk vault,
            Catalogue catalogue,
            StepUp stepUp,
            Trail trail,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.dossiers = dossiers;
        this.desk = desk;
        this.drafts = drafts;
        this.draftDesk = draftDesk;
        this.declarations = declarations;
        this.notices = notices;
        this.corrections = corrections;
        this.mandates = mandates;
        this.threads = threads;
        this.looked = looked;
        this.appointments = appointments;
        this.contacts = contacts;
        this.vault = vault;
        this.catalogue = catalogue;
        this.stepUp = stepUp;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What is kept.
     *
     * @param person the record of the person who acts
     * @param organisation the record of the organisation for which they act
     * @param actForThem by what others act for them, or asked to
     * @param theyActFor by what they act for others, or asked to
     */
    public record Kept(
            SignedIn.Applicant who,
            Optional<Person> person,
            Optional<Organisation> organisation,
            List<ApplicantView> dossiers,
            List<Draft> drafts,
            List<Notice> notices,
            List<Correction> corrections,
            List<MandateDesk.Told> actForThem,
            List<MandateDesk.Told> theyActFor,
            Beside beside) {}

    /**
     * What lies beside dossiers and drafts.
     *
     * @param messages of the threads of dossiers
     * @param results the dossiers whose result may be taken along: it was handed over, and whoever takes it has proved as much as
     *     its procedure asks for
     * @param declarations what was signed digitally with dossiers
     * @param vault what lies in their vault
     */
    public record Beside(
            Map<DossierRef, List<ThreadMessage>> messages,
            Set<DossierRef> results,
            Map<DossierRef, FileId> declarations,
            List<Question> questions,
            List<Appointment> appointments,
            Contact contact,
            List<VaultEntry> vault) {}

    /** Their record in the register of people, or of organisations. */
    public Optional<Person> person(SignedIn.Applicant who) {
        return people.person(who.person());
    }

    /** All of it, to be taken along; that it was taken is written into the log. */
    public Kept take(SignedIn.Applicant who, Language language) {
        var views = dossiers.of(who, language).stream()
                .map(it -> desk.open(who, it.ref(), language))
                .toList();
        var kept = new Kept(
                who,
                person(who),
                who.representing().flatMap(people::organisation),
                views,
                drafts.of(who.account()).stream()
                        .map(it -> draftDesk.open(who, it.id()).draft())
                        .toList(),
                notices.of(who, MOST_NOTICES),
                corrections.of(who, language),
                withHistory(who, mandates.given(who)),
                withHistory(who, mandates.held(who)),
                new Beside(
                        views.stream().collect(Collectors.toMap(ApplicantView::ref, it -> threads.kept(who, it))),
                        views.stream()
                                .filter(this::resultMayBeTaken)
                                .map(ApplicantView::ref)
                                .collect(Collectors.toSet()),
                        views.stream()
                                .map(ApplicantView::ref)
                                .flatMap(it -> signed(it).stream().map(file -> Map.entry(it, file)))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        looked.asked(who),
                        appointments.all(who),
                        contacts.of(who.tenant(), who.account()),
                        vault.list(who, Optional.empty(), MOST_NOTICES).stream()
                                .filter(it -> stepUp.proved(it.level()))
                                .toList()));
        transaction.executeWithoutResult(_ -> trail.leave(taken(who)));
        return kept;
    }

    private Optional<FileId> signed(DossierRef dossier) {
        return Scope.of(dossier.tenant())
                .call(() -> declarations.of(dossier.id()))
                .map(SignedDeclarations.Signed::file);
    }

    private boolean resultMayBeTaken(ApplicantView dossier) {
        return dossier.stage().kind() == StageKind.HANDED_OVER
                && dossier.result().isPresent()
                && stepUp.proved(
                        catalogue.revision(dossier.revision()).runnableContent().identityLevel());
    }

    private List<MandateDesk.Told> withHistory(SignedIn.Applicant who, List<MandateDesk.Told> all) {
        return all.stream().map(it -> mandates.open(who, it.mandate().id())).toList();
    }

    private static Look taken(SignedIn.Applicant who) {
        return new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.OWNER,
                who.person().value(),
                "data-taken",
                Fields.of(Fields.IDENTITY, Fields.CONTACT, Fields.ANSWERS, Fields.PAPERS, Fields.HISTORY));
    }
}
