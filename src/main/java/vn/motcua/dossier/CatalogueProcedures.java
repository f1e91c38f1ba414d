package vn.motcua.dossier;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Facts;
import vn.motcua.route.Route;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;

/** The procedures as the catalogue publishes them. */
@Component
class CatalogueProcedures implements Procedures {

    private final Catalogue catalogue;

    CatalogueProcedures(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Procedure of(RevisionId revision) {
        return new Published(catalogue.revision(revision));
    }

    private record Published(ProcedureRevision revision) implements Procedure {

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
        public Map<String, Object> routeFacts(Map<String, Object> answers, Channel channel, Instant now) {
            return revision.runnableContent().routeFacts(answers, facts(channel, now));
        }

        @Override
        public TimeLimit limit(Map<String, Object> answers, Channel channel, Instant now) {
            return revision.runnableContent().timeLimit(answers, facts(channel, now));
        }

        private static Facts facts(Channel channel, Instant now) {
            return Facts.of(channel.name(), VietnamTime.local(now));
        }
    }
}
