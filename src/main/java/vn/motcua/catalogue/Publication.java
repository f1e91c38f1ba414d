package vn.motcua.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts revisions in force and reads them back, for the tenant of the scope, whatever transaction is running. */
@Service
class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final Revisions revisions;
    private final Editions editions;
    private final PublishedRecords records;
    private final Clock clock;

    Publication(Revisions revisions, Editions editions, PublishedRecords records, Clock clock) {
        this.revisions = revisions;
        this.editions = editions;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Publishes what comes with the program and is not there yet. Content once loaded is left alone, so that a later
     * revision made elsewhere stays in force; a second start writes nothing.
     *
     * @return how many were new
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int publishBuiltIn() {
        var packages = CatalogueFiles.packages();
        var all = CatalogueFiles.records();
        records.keep(all.stream().filter(it -> packages.containsKey(it.code())).toList(), clock.instant());
        var fresh = besides(revisions.known(), all, packages);
        if (!fresh.isEmpty()) {
            revisions.publish(fresh, clock.instant());
            LOG.info("catalogue: {} procedures loaded", fresh.size());
        }
        return fresh.size();
    }

    /** All revisions in force. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public List<ProcedureRevision> inForce() {
        return inForce(_ -> Optional.empty());
    }

    /** The same; those that are given back are not compiled again. */
    @Transactional(readOnly = true)
    public List<ProcedureRevision> inForce(Function<RevisionId, Optional<ProcedureRevision>> compiled) {
        return revisions.inForce().stream()
                .map(it -> compiled.apply(new RevisionId(it.id())).orElseGet(it::compiled))
                .toList();
    }

    /** What changes whenever another revision comes into force. */
    @Transactional(readOnly = true)
    public String state() {
        return revisions.state();
    }

    /** Since when each procedure's revision is in force, and the day of the next one. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Map<String, Course> courses() {
        return editions.courses();
    }

    /** The published records of the procedures that have a package in force, by code. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Map<String, ProcedureRecord> besidePackages() {
        return records.besidePackages();
    }

    /** The layers of provinces that are in force, by their codes. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Map<String, RevisionId> layers() {
        return revisions.layers();
    }

    /** The codes of the procedures that were abolished. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Set<String> ended() {
        return revisions.ended();
    }

    /** One revision, in force or not. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Optional<ProcedureRevision> find(RevisionId id) {
        return revisions.find(id).map(Revisions.Stored::compiled);
    }

    /** What comes with the program and has none of these ids: a package where there is one, else the mere record. */
    static List<Revisions.Stored> builtInBesides(Set<UUID> known) {
        return besides(known, CatalogueFiles.records(), CatalogueFiles.packages());
    }

    private static List<Revisions.Stored> besides(
            Set<UUID> known, List<ProcedureRecord> records, Map<String, Map<String, String>> packages) {
        var found = new ArrayList<Revisions.Stored>();
        for (var record : records) {
            var files = packages.getOrDefault(record.code(), Map.of());
            var stored = Revisions.Stored.of(record, files);
            if (!known.contains(stored.id())) {
                found.add(
                        files.isEmpty()
                                ? stored
                                : stored.with(PublicationRules.ready(files).record()));
            }
        }
        return found;
    }
}
