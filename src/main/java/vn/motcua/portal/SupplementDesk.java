package vn.motcua.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.StoredFile;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.Supplement;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Problem;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Text;

/**
 * Where an applicant puts a supplement together, on one or several days, and sends it. What they wrote and uploaded is
 * kept as it comes; who may is asked by {@link ApplicantDesk}, which gives the view that each method takes.
 */
@Service
public class SupplementDesk {

    /** More than this for one line nobody reads. */
    public static final int FILES_FOR_ONE_LINE = 20;

    /** Characters; what is longer belongs into a paper. */
    public static final int LONGEST_NOTE = 2_000;

    private final SupplementDrafts drafts;
    private final ApplicantDesk desk;
    private final Catalogue catalogue;
    private final KnownFacts known;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SupplementDesk(
            SupplementDrafts drafts,
            ApplicantDesk desk,
            Catalogue catalogue,
            KnownFacts known,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.desk = desk;
        this.catalogue = catalogue;
        this.known = known;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was put together so far. */
    public SupplementDraft draft(SignedIn who, ApplicantView dossier) {
        return in(who, dossier, () -> drafts.of(dossier.ref().id(), asked(dossier)));
    }

    /** Keeps what is said to each line. */
    public void note(SignedIn who, ApplicantView dossier, List<String> notes) {
        var clean = notes.stream().map(Text::clean).toList();
        in(who, dossier, () -> {
            var id = dossier.ref().id();
            drafts.save(id, now(dossier), clean, drafts.of(id, asked(dossier)).answers(), clock.instant());
            return id;
        });
    }

    /** Adds an uploaded file to a line; the same content again changes nothing. */
    public void add(SignedIn who, ApplicantView dossier, int line, StoredFile file) {
        in(who, dossier, () -> {
            var id = dossier.ref().id();
            var draft = drafts.of(id, asked(dossier));
            var there = draft.papers(line);
            if (there.size() >= FILES_FOR_ONE_LINE) {
                throw new Refused(PortalRefusal.TOO_MANY_SUPPLEMENT_FILES, FILES_FOR_ONE_LINE);
            }
            if (there.stream().noneMatch(it -> it.file().equals(file.id()))) {
                drafts.save(id, now(dossier), draft.notes(), draft.answers(), clock.instant());
                drafts.add(id, line, file, clock.instant());
            }
            return id;
        });
    }

    /** Takes a file away. */
    public void remove(SignedIn who, ApplicantView dossier, UUID paper) {
        in(who, dossier, () -> {
            drafts.remove(dossier.ref().id(), paper);
            return paper;
        });
    }

    /** Keeps what was posted of a section of the form, right or wrong, and gives all answers as they are then. */
    public Map<String, Object> answer(
            SignedIn who, ApplicantView dossier, String section, Map<String, List<String>> posted) {
        return in(who, dossier, () -> {
            var id = dossier.ref().id();
            var draft = drafts.of(id, asked(dossier));
            var before = draft.answers().orElse(dossier.answers());
            var answers = form(dossier).parse(section, posted, before);
            drafts.save(
                    id,
                    now(dossier),
                    draft.notes(),
                    Optional.of(answers).filter(it -> !it.equals(dossier.answers())),
                    clock.instant());
            return answers;
        });
    }

    /** Forgets what was put together; for a dossier that is withdrawn. */
    public void forget(SignedIn who, ApplicantView dossier) {
        in(who, dossier, () -> {
            drafts.forget(dossier.ref().id());
            return dossier;
        });
    }

    /** What is asked in the form of that dossier. */
    public CompiledForm form(ApplicantView dossier) {
        return procedure(dossier).form();
    }

    /** What expressions may know beside the answers. */
    public Facts facts(ApplicantView dossier) {
        return known.of(dossier.circumstances());
    }

    /** What stands in the way of sending. */
    public Open open(ApplicantView dossier, SupplementDraft draft) {
        var uploadable = uploadable(dossier);
        var lines = new LinkedHashMap<Integer, Lacking>();
        for (int i = 0; i < dossier.asked().size(); i++) {
            int line = i;
            Lacking.of(
                            dossier.asked().get(i),
                            draft.papers(i),
                            draft.note(i),
                            draft.answers().isPresent(),
                            uploadable)
                    .ifPresent(it -> lines.put(line, it));
        }
        var wrong = draft.answers()
                .map(it -> form(dossier).validate(it, facts(dossier)).stream()
                        .filter(problem -> problem.severity() == Problem.Severity.WRONG)
                        .toList())
                .orElse(List.of());
        return new Open(lines, wrong);
    }

    /**
     * Sends it. The same command again changes nothing and answers the same; what was put together is forgotten only when
     * it has arrived.
     *
     * @param draft what is sent: with the words of the page that is sent, not those that another page of the same account
     *     has kept meanwhile
     */
    public void send(Act act, ApplicantView dossier, SupplementDraft draft) {
        desk.provideSupplement(act, dossier.ref(), supplement(dossier, draft));
        forget(act.by(), dossier);
    }

    /** Whether that command has been carried out before; refuses when it has not, because nothing is asked any more. */
    public void sentBefore(Act act, ApplicantView dossier) {
        desk.provideSupplement(act, dossier.ref(), new Supplement(List.of(), Optional.empty(), ""));
    }

    private Supplement supplement(ApplicantView dossier, SupplementDraft draft) {
        var asked = dossier.asked();
        var papers = draft.papers().stream()
                .filter(it -> it.line() < asked.size())
                .map(it -> new NewPaper(
                        it.id(),
                        asked.get(it.line()).document().orElse(""),
                        it.name(),
                        it.file().sha256()))
                .toList();
        var answers = draft.answers().map(it -> form(dossier).kept(it, facts(dossier)));
        return new Supplement(papers, answers, note(dossier, draft));
    }

    /** When the request was made that is waited for; empty when none is. */
    private static Optional<Instant> asked(ApplicantView dossier) {
        return dossier.stage() instanceof Stage.AwaitingSupplement it ? Optional.of(it.since()) : Optional.empty();
    }

    private static Instant now(ApplicantView dossier) {
        return asked(dossier).orElseThrow(() -> new IllegalStateException("nothing is asked"));
    }

    private static String note(ApplicantView dossier, SupplementDraft draft) {
        var said = new ArrayList<String>();
        for (int i = 0; i < dossier.asked().size(); i++) {
            if (!draft.note(i).isBlank()) {
                said.add(
                        dossier.asked().size() == 1
                                ? draft.note(i)
                                : dossier.asked().get(i).what() + ": " + draft.note(i));
            }
        }
        return String.join("\n", said);
    }

    private Set<String> uploadable(ApplicantView dossier) {
        return procedure(dossier).documents().stream()
                .filter(it -> !it.eForm() && !it.presentOnly())
                .map(RequiredDocument::id)
                .collect(Collectors.toSet());
    }

    private ProcedurePackage procedure(ApplicantView dossier) {
        return catalogue.revision(dossier.revision()).runnableContent();
    }

    private <T> T in(SignedIn who, ApplicantView dossier, Supplier<T> work) {
        return new Scope(dossier.ref().tenant(), Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /**
     * What stands in the way of sending.
     *
     * @param lines what each line lacks, by its place from 0
     * @param answers what is wrong with corrected answers
     */
    public record Open(Map<Integer, Lacking> lines, List<Problem> answers) {

        /** Nothing. */
        public boolean none() {
            return lines.isEmpty() && answers.isEmpty();
        }
    }
}
