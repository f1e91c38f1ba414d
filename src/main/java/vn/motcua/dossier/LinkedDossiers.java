package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/**
 * The parts of linked filings (liên thông), for the module that keeps the whole together: what each has come to, and a new
 * part where one is opened. Inside the transaction of whoever calls, in the scope of the tenant that has the part.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LinkedDossiers {

    private static final UUID NO_COMMAND = new UUID(0, 0);

    private final Commands commands;
    private final Filings filings;
    private final FilingDesk desk;
    private final Links links;

    LinkedDossiers(Commands commands, Filings filings, FilingDesk desk, Links links) {
        this.commands = commands;
        this.filings = filings;
        this.desk = desk;
        this.links = links;
    }

    /**
     * What a part has come to.
     *
     * @param version of the dossier, so that older news changes nothing
     * @param number the dossier number; empty before reception
     * @param reception when it was received and when it is due; empty before
     * @param answers its answers, with what officers have entered
     * @param lost what its clock left out
     */
    public record Part(
            DossierRef ref,
            FilingId filing,
            Link link,
            int version,
            Stage stage,
            Optional<DossierNumber> number,
            Optional<Received> reception,
            Map<String, Object> answers,
            List<Lost> lost) {

        /** The result, where one was granted and issued. */
        public Optional<ResultPaper> granted() {
            return switch (stage) {
                case Stage.Resolved it when it.outcome() instanceof Outcome.Granted -> it.result();
                case Stage.HandedOver it when it.outcome() instanceof Outcome.Granted -> it.result();
                case Stage _ -> Optional.empty();
            };
        }

        /** Whether it was denied. */
        public boolean denied() {
            return switch (stage) {
                case Stage.Resolved it -> it.outcome() instanceof Outcome.Denied;
                case Stage.HandedOver it -> it.outcome() instanceof Outcome.Denied;
                case Stage _ -> false;
            };
        }
    }

    /** When a part was received, when it is due now, and what was promised before an extension. */
    public record Received(Instant at, Instant due, Optional<Instant> promised) {}

    /** The part that this dossier is; empty for a dossier that is no part of anything. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<Part> part(DossierId id) {
        return links.of(id).map(link -> {
            var tenant = Scope.current().tenant();
            var ref = new DossierRef(tenant, id);
            var work = commands.work(ref, NO_COMMAND, ByItself.in(tenant), Instant.EPOCH);
            var dossier = work.dossier();
            var reception = dossier.stage().received();
            return new Part(
                    ref,
                    dossier.filed().filing(),
                    link,
                    dossier.version(),
                    dossier.stage(),
                    reception.map(Reception::number),
                    reception.map(it -> new Received(it.at(), it.due().at(), it.promised())),
                    work.answers(),
                    Lost.of(
                            dossier.waits(),
                            dossier.stage(),
                            work.procedure().afterSupplement() == AfterSupplement.RESTARTS));
        });
    }

    /** The parts of a filing that are in the current tenant's system, by their places. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<DossierId> parts(FilingId filing) {
        return links.parts(filing);
    }

    /** The filing as it came in here, to be carried to another system. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Carried carried(FilingId filing) {
        return filings.carried(filing);
    }

    /**
     * Opens a part in the current tenant's system, by the program itself: the filing arrives there with its first part, and
     * the dossier is added. The same part again is the dossier that is there already.
     */
    public DossierRef open(Carried carried, FilingRequest.Requested requested, Instant now) {
        var tenant = Scope.current().tenant();
        var link = requested.link().orElseThrow();
        return links.part(carried.id(), link.part())
                .map(it -> new DossierRef(tenant, it))
                .orElseGet(() -> {
                    filings.arrive(carried);
                    var command = Ids.once(carried.id() + " " + link.part());
                    return desk.join(new Act(command, ByItself.in(tenant), 0, now), carried, requested);
                });
    }
}
