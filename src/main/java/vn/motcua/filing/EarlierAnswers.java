package vn.motcua.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.EarlierFilings;
import vn.motcua.dossier.EarlierFilings.Earlier;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Field;
import vn.motcua.form.QuestionBank;
import vn.motcua.identity.SignedIn;

/**
 * What somebody answered in an earlier filing of theirs to the same question of the bank, offered to them on the page that
 * asks it again. Nothing is filled in before they say so, and only what they left open; what is sensitive is not offered.
 */
@Service
public class EarlierAnswers {

    private final EarlierFilings filings;
    private final Catalogue catalogue;
    private final DraftDesk desk;
    private final TransactionTemplate transaction;

    EarlierAnswers(
            EarlierFilings filings, Catalogue catalogue, DraftDesk desk, PlatformTransactionManager transactions) {
        this.filings = filings;
        this.catalogue = catalogue;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What one earlier filing offers.
     *
     * @param dossier in which it was answered
     * @param revision under which that one was filed
     * @param answers by the fields of this form
     */
    public record Offer(DossierId dossier, ProcedureRevision revision, Instant filedAt, Map<Field, Object> answers) {}

    /** What is offered on that page: of each open question the latest answer, by the filing that has it; the latest first. */
    public List<Offer> of(SignedIn who, Case now, String section) {
        var left = new ArrayList<>(open(now, section));
        if (!(who instanceof SignedIn.Citizen citizen) || left.isEmpty()) {
            return List.of();
        }
        var offers = new ArrayList<Offer>();
        for (var earlier : filings.of(citizen)) {
            var revision = catalogue.revision(earlier.revision());
            var answers = new LinkedHashMap<Field, Object>();
            for (var field : left) {
                answer(now, section, field, revision, earlier).ifPresent(it -> answers.put(field, it));
            }
            left.removeAll(answers.keySet());
            if (!answers.isEmpty()) {
                offers.add(new Offer(earlier.id(), revision, earlier.filedAt(), answers));
            }
        }
        return offers;
    }

    /** Fills in what that dossier offers on that page; nothing when it offers nothing any more. Says how much it was. */
    public int take(SignedIn who, DraftId id, String section, String dossier) {
        var offered = of(who, desk.open(who, id), section).stream()
                .filter(it -> it.dossier().toString().equals(dossier))
                .findFirst()
                .map(Offer::answers)
                .orElse(Map.of());
        if (offered.isEmpty()) {
            return 0;
        }
        return Objects.requireNonNull(transaction.execute(_ -> fill(who, id, offered)));
    }

    private int fill(SignedIn who, DraftId id, Map<Field, Object> offered) {
        var draft = desk.locked(id);
        desk.situation(who, draft);
        var answers = new LinkedHashMap<>(draft.answers());
        offered.forEach((field, answer) -> answers.putIfAbsent(field.id(), answer));
        desk.save(who, draft, it -> it.answers(answers));
        return answers.size() - draft.answers().size();
    }

    /** The questions of the bank on that page that are asked, not answered and not sensitive. */
    private static List<Field> open(Case now, String section) {
        return now.form().fields(section, now.draft().answers(), now.facts()).stream()
                .filter(it -> offered(it) && !now.draft().answers().containsKey(it.id()))
                .toList();
    }

    private static boolean offered(Field field) {
        return field.bank()
                .flatMap(QuestionBank.standard()::find)
                .filter(it -> !it.sensitive())
                .isPresent();
    }

    /** What was answered there to the same question, where it is still a right answer here. */
    private static Optional<Object> answer(
            Case now, String section, Field field, ProcedureRevision revision, Earlier earlier) {
        return revision.content()
                .map(it -> it.form())
                .flatMap(it -> same(it, field))
                .flatMap(it -> Optional.ofNullable(earlier.answers().get(it.id())))
                .filter(it -> right(now, section, field, it));
    }

    private static Optional<Field> same(CompiledForm form, Field field) {
        return Stream.concat(
                        form.definition().questions().stream(),
                        form.definition().fields())
                .filter(it -> it.bank().equals(field.bank()) && it.kind() == field.kind())
                .findFirst();
    }

    private static boolean right(Case now, String section, Field field, Object answer) {
        var answers = new LinkedHashMap<>(now.draft().answers());
        answers.put(field.id(), answer);
        return now.form().validate(section, answers, now.facts()).stream()
                .noneMatch(it -> it.fieldId().equals(field.id()));
    }
}
