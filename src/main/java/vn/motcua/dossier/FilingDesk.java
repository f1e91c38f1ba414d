package vn.motcua.dossier;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Subject;

/** Where filings come in, from the wizard and from the counter. */
@Service
public class FilingDesk {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Commands commands;
    private final Filings filings;
    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Places places;
    private final Access access;
    private final Links links;

    FilingDesk(
            Commands commands,
            Filings filings,
            Dossiers dossiers,
            Procedures procedures,
            Places places,
            Access access,
            Links links) {
        this.commands = commands;
        this.filings = filings;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.places = places;
        this.access = access;
        this.links = links;
    }

    /**
     * Files: one confirmation, one tracking code, and the dossiers in the system of the competent unit, all in one
     * transaction. The same command again gets the same confirmation. An officer needs the right to take it in there. Refuses
     * a matter for which somebody is missing, or two are competent, at any step: it would stick there.
     *
     * @param act who files and when; its version is of no account
     */
    public Confirmation file(Act act, FilingRequest request) {
        return commands.inTenant(
                request.tenant(),
                act.by(),
                () -> filings.filedBy(act.command()).orElseGet(() -> fileNow(act, request)));
    }

    private Confirmation fileNow(Act act, FilingRequest request) {
        var id = FilingId.next();
        var code = TrackingCode.random(RANDOM);
        if (!filings.add(id, code, request, act.command(), act.by(), act.now())) {
            return filings.filedBy(act.command()).orElseThrow();
        }
        var made = new ArrayList<DossierRef>();
        for (var requested : request.dossiers()) {
            var circumstances = circumstances(requested, request.channel(), act.now(), request.available());
            var change = filed(id, requested, request.channel(), circumstances, act.now());
            var signed = signed(act, requested, request);
            var content = new Content(Optional.of(requested.answers()), requested.papers());
            dossiers.add(change, signed, content, made.size());
            requested.link().ifPresent(it -> links.add(change.after().id(), it));
            made.add(new DossierRef(request.tenant(), change.after().id()));
        }
        return new Confirmation(id, code, act.now(), made);
    }

    /** Adds a dossier to a filing that stands already; in the transaction and the scope of whoever opens it. */
    DossierRef join(Act act, Carried carried, FilingRequest.Requested requested) {
        var circumstances = circumstances(requested, carried.channel(), act.now(), carried.available());
        var change = filed(carried.id(), requested, carried.channel(), circumstances, act.now());
        var content = new Content(Optional.of(requested.answers()), requested.papers());
        dossiers.add(change, new Signed(act, Optional.empty()), content, 0);
        requested.link().ifPresent(it -> links.add(change.after().id(), it));
        return new DossierRef(act.by().tenant(), change.after().id());
    }

    /** At the counter an officer files for somebody, and needs the right to; anybody else files for themselves. */
    private Signed signed(Act act, FilingRequest.Requested requested, FilingRequest request) {
        if (!(act.by() instanceof SignedIn.OfficerAt officer)) {
            return new Signed(act, Optional.empty());
        }
        var roles = procedures.of(requested.revision()).receivingRoles();
        var counter = Subject.counter(request.tenant(), requested.unit(), roles);
        var position = access.may(officer, DeskAct.INTAKE, counter).orRefuse();
        var applicant = request.applicant();
        return new Signed(
                act,
                position,
                applicant
                        .organisation()
                        .map(OrganisationId::value)
                        .or(() -> applicant.person().map(PersonId::value)));
    }

    private Circumstances circumstances(
            FilingRequest.Requested requested, Channel channel, Instant now, Set<String> available) {
        var code = procedures.of(requested.revision()).code();
        return Circumstances.of(code, channel, now, requested.unit(), available);
    }

    private Change filed(
            FilingId id, FilingRequest.Requested requested, Channel channel, Circumstances circumstances, Instant now) {
        var procedure = procedures.of(requested.revision());
        var facts = procedure.routeFacts(requested.answers(), circumstances);
        var place = procedure.place(requested.answers()).or(requested::place);
        var path = new Path(procedure.route(), facts, places.demand(procedure.route(), requested.unit(), place));
        var filed =
                new Dossier.Filed(id, requested.revision(), procedure.code(), requested.unit(), place, channel, now);
        return Dossier.file(DossierId.next(), filed, path);
    }
}
