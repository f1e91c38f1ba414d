package vn.motcua.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts revisions in force and reads them back. Runs in a tenant's scope. */
@Service
class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final Revisions revisions;
    private final Clock clock;

    Publication(Revisions revisions, Clock clock) {
        this.revisions = revisions;
        this.clock = clock;
    }

    /**
     * Publishes what comes with the program and is not there yet. Content once loaded is left alone, so that a later
     * revision made elsewhere stays in force; a second start writes nothing.
     *
     * @return how many were new
     */
    @Transactional
    public int publishBuiltIn() {
        var known = revisions.known();
        var fresh = builtIn().stream().filter(it -> !known.contains(it.id())).toList();
        if (!fresh.isEmpty()) {
            revisions.publish(fresh, clock.instant());
            LOG.info("catalogue: {} procedures loaded", fresh.size());
        }
        return fresh.size();
    }

    /** All revisions in force. */
    @Transactional(readOnly = true)
    public List<ProcedureRevision> inForce() {
        return revisions.inForce().stream().map(Revisions.Stored::compiled).toList();
    }

    /** One revision, in force or not. */
    @Transactional(readOnly = true)
    public Optional<ProcedureRevision> find(RevisionId id) {
        return revisions.find(id).map(Revisions.Stored::compiled);
    }

    /** What comes with the program: a package where there is one, else the mere record. */
    static List<Revisions.Stored> builtIn() {
        var packages = CatalogueFiles.packages();
        var found = new ArrayList<Revisions.Stored>();
        for (var record : CatalogueFiles.records()) {
            var files = packages.get(record.code());
            found.add(
                    files == null
                            ? Revisions.Stored.of(record, Map.of())
                            : Revisions.Stored.of(PublicationRules.ready(files).record(), files));
        }
        return found;
    }
}
