package vn.motcua.dossier;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where filings come in, from the wizard and from the counter. */
@Service
public class FilingDesk {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Commands commands;
    private final Filings filings;
    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Places places;

    FilingDesk(Commands commands, Filings filings, Dossiers dossiers, Procedures procedures, Places places) {
        this.commands = commands;
        this.filings = filings;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.places = places;
    }

    /**
     * Files: one confirmation, one tracking code, and the dossiers in the system of the competent unit, all in one
     * transaction. The same command again gets the same confirmation.
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
        var signed = new Signed(act, Optional.empty());
        var made = new ArrayList<DossierRef>();
        for (var requested : request.dossiers()) {
            var change = filed(id, requested, request, act.now());
            var content = new Content(Optional.of(requested.answers()), requested.papers());
            dossiers.add(change, signed, content, made.size());
            made.add(new DossierRef(request.tenant(), change.after().id()));
        }
        return new Confirmation(id, code, act.now(), made);
    }

    private Change filed(FilingId id, FilingRequest.Requested requested, FilingRequest request, Instant now) {
        var procedure = procedures.of(requested.revision());
        var facts = procedure.routeFacts(requested.answers(), request.channel(), now);
        var path = new Path(procedure.route(), facts, places.of(procedure.route(), requested.unit()));
        var filed =
                new Dossier.Filed(id, requested.revision(), procedure.code(), requested.unit(), request.channel(), now);
        return Dossier.file(DossierId.next(), filed, path);
    }
}
