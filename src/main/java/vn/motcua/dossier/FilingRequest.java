package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;

/**
 * What somebody sends at once.
 *
 * @param tenant in whose system it is settled
 * @param channel how it came
 * @param applicant whose matter it is
 * @param receiveBy how the result is to come
 * @param receiveAt the address for post, or the one-stop; may be empty
 * @param available which data the state already holds of the applicant, so that papers need not be asked for
 * @param dossiers at least one
 */
public record FilingRequest(
        TenantId tenant,
        Channel channel,
        Applicant applicant,
        HandOver.How receiveBy,
        String receiveAt,
        Set<String> available,
        List<Requested> dossiers) {

    /** Refuses an empty filing: that is a bug of the wizard. */
    public FilingRequest {
        receiveAt = Text.clean(receiveAt);
        available = Set.copyOf(available);
        dossiers = List.copyOf(dossiers);
        if (dossiers.isEmpty()) {
            throw new IllegalArgumentException("a filing without a dossier");
        }
    }

    /** A filing of somebody of whom the state holds nothing yet. */
    public FilingRequest(
            TenantId tenant,
            Channel channel,
            Applicant applicant,
            HandOver.How receiveBy,
            String receiveAt,
            List<Requested> dossiers) {
        this(tenant, channel, applicant, receiveBy, receiveAt, Set.of(), dossiers);
    }

    /**
     * One dossier of it.
     *
     * @param revision the published revision under which it is filed, for life
     * @param unit the one-stop that receives it
     * @param place the code of the ward or province that was chosen as the place of the matter; empty when none was
     * @param answers the answers of the form, as JSON values by field
     * @param papers what comes with it
     * @param link that it is a part of a linked filing
     */
    public record Requested(
            RevisionId revision,
            UnitId unit,
            Optional<String> place,
            Map<String, Object> answers,
            List<NewPaper> papers,
            Optional<Link> link) {

        /** One that stands for itself. */
        public Requested(
                RevisionId revision,
                UnitId unit,
                Optional<String> place,
                Map<String, Object> answers,
                List<NewPaper> papers) {
            this(revision, unit, place, answers, papers, Optional.empty());
        }

        /** One for which nobody chose a place: the receiving unit stands for it. */
        public Requested(RevisionId revision, UnitId unit, Map<String, Object> answers, List<NewPaper> papers) {
            this(revision, unit, Optional.empty(), answers, papers);
        }

        /** Keeps its own copy. */
        public Requested {
            papers = List.copyOf(papers);
        }
    }
}
