package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.Entries;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.catalogue.WaitRule;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Problem;
import vn.motcua.route.Route;
import vn.motcua.shared.Language;

/** The procedures as the catalogue publishes them. */
@Component
class CatalogueProcedures implements Procedures {

    private final Catalogue catalogue;
    private final KnownFacts known;

    CatalogueProcedures(Catalogue catalogue, KnownFacts known) {
        this.catalogue = catalogue;
        this.known = known;
    }

    @Override
    public Procedure of(RevisionId revision) {
        return new Published(catalogue.revision(revision), known);
    }

    private record Published(ProcedureRevision revision, KnownFacts known) implements Procedure {

        @Override
        public String code() {
            return revision.code();
        }

        @Override
        public String name(Language language) {
            return revision.shortName(language);
        }

        @Override
        public String sector() {
            return revision.record().sector();
        }

        @Override
        public Route route() {
            return revision.runnableContent().route();
        }

        @Override
        public Optional<String> place(Map<String, Object> answers) {
            return revision.runnableContent().place(answers);
        }

        @Override
        public Map<String, Object> routeFacts(Map<String, Object> answers, Circumstances circumstances) {
            return revision.runnableContent().routeFacts(answers, known.of(circumstances));
        }

        @Override
        public List<Problem> entryProblems(String step, Map<String, Object> answers, Circumstances circumstances) {
            return entries().problems(step, answers, known.of(circumstances));
        }

        @Override
        public Map<String, Object> entered(String step, Map<String, Object> entered, Map<String, Object> answers) {
            return entries().with(step, entered, answers);
        }

        @Override
        public Map<String, Object> corrected(Map<String, Object> before, Map<String, Object> given) {
            var all = entries().without(given);
            entries().steps().forEach(it -> all.putAll(entries().of(it, before)));
            return all;
        }

        private Entries entries() {
            return revision.runnableContent().entries();
        }

        @Override
        public TimeLimit limit(Map<String, Object> answers, Circumstances circumstances) {
            return revision.runnableContent().timeLimit(answers, known.of(circumstances));
        }

        @Override
        public boolean outOfBounds() {
            return revision.runnableContent().outOfBounds();
        }

        @Override
        public AfterSupplement afterSupplement() {
            return revision.runnableContent().limitRule().afterSupplement();
        }

        @Override
        public Optional<Integer> supplementDays() {
            return revision.runnableContent().limitRule().supplementDays();
        }

        @Override
        public Optional<WaitRule> waiting(WaitKind kind) {
            return Optional.ofNullable(
                    revision.runnableContent().limitRule().waits().get(kind));
        }
    }
}
