package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.Entries;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedurePackage;
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
        var found = catalogue.revision(revision);
        return new OfPackage(found.code(), found::shortName, found.record().sector(), found::runnableContent, known);
    }

    /** The procedure of a package that nobody has published. */
    static Procedure of(ProcedurePackage content, KnownFacts known) {
        return new OfPackage(
                content.record().code(),
                content.shortName()::in,
                content.record().sector(),
                () -> content,
                known);
    }

    private record OfPackage(
            String code,
            Function<Language, String> names,
            String sector,
            Supplier<ProcedurePackage> content,
            KnownFacts known)
            implements Procedure {

        @Override
        public String name(Language language) {
            return names.apply(language);
        }

        @Override
        public Route route() {
            return content.get().route();
        }

        @Override
        public Optional<String> place(Map<String, Object> answers) {
            return content.get().place(answers);
        }

        @Override
        public Map<String, Object> routeFacts(Map<String, Object> answers, Circumstances circumstances) {
            return content.get().routeFacts(answers, known.of(circumstances));
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
            return content.get().entries();
        }

        @Override
        public TimeLimit limit(Map<String, Object> answers, Circumstances circumstances) {
            return content.get().timeLimit(answers, known.of(circumstances));
        }

        @Override
        public boolean outOfBounds() {
            return content.get().outOfBounds();
        }

        @Override
        public AfterSupplement afterSupplement() {
            return content.get().limitRule().afterSupplement();
        }

        @Override
        public Optional<Integer> supplementDays() {
            return content.get().limitRule().supplementDays();
        }

        @Override
        public Optional<WaitRule> waiting(WaitKind kind) {
            return Optional.ofNullable(content.get().limitRule().waits().get(kind));
        }
    }
}
