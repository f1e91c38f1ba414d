package vn.motcua.dossier;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.TimeLimit;
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
        public Route route() {
            return revision.runnableContent().route();
        }

        @Override
        public Map<String, Object> routeFacts(Map<String, Object> answers, Circumstances circumstances) {
            return revision.runnableContent().routeFacts(answers, known.of(circumstances));
        }

        @Override
        public TimeLimit limit(Map<String, Object> answers, Circumstances circumstances) {
            return revision.runnableContent().timeLimit(answers, known.of(circumstances));
        }
    }
}
