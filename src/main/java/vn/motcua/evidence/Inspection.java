package vn.motcua.evidence;

import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.AuditRecord;
import vn.motcua.audit.Evidence;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.ChangeTexts;
import vn.motcua.identity.Access;
import vn.motcua.identity.Actors;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.TenantAct;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/** Where an inspector looks through a day of the log. Inspecting leaves a line, too. */
@Service
public class Inspection {

    /** How many times of one finding are told one by one. */
    public static final int MOST_TIMES = 200;

    private final Evidence evidence;
    private final ChangeTexts dossiers;
    private final Actors actors;
    private final Supervisors supervisors;
    private final Trail trail;
    private final Access access;
    private final Unusual unusual;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Inspection(
            Evidence evidence,
            ChangeTexts dossiers,
            Actors actors,
            Supervisors supervisors,
            Trail trail,
            Access access,
            InspectionSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.dossiers = dossiers;
        this.actors = actors;
        this.supervisors = supervisors;
        this.trail = trail;
        this.access = access;
        this.unusual = settings.rules();
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Somebody's unusual day.
     *
     * @param kind name of an {@link Unusual.Kind}
     * @param name of the officer
     * @param each each time of it, the first {@value #MOST_TIMES} at most
     */
    public record Unusually(String kind, String name, int times, Instant first, List<Time> each) {}

    /** One time: when, and the word of what was done. */
    public record Time(Instant at, String act) {}

    /** What is unusual in the lines sealed on that day; refuses whoever is not an inspector as not there. */
    public List<Unusually> day(OfficerAt who, LocalDate day) {
        return in(who, "inspected", () -> {
            var lines = evidence.sealedOn(day);
            var ended = dossiers
                    .ended(lines.stream().map(AuditRecord::subject).distinct().toList())
                    .stream()
                    .collect(Collectors.toMap(ChangeTexts.Ended::dossier, ChangeTexts.Ended::since));
            var found = unusual.in(lines, ended);
            var names = actors.names(
                    found.stream().map(Unusual.Finding::actor).distinct().toList());
            names.putAll(supervisors.names(found.stream()
                    .map(Unusual.Finding::actor)
                    .filter(it -> !names.containsKey(it))
                    .distinct()
                    .toList()));
            return found.stream()
                    .map(it -> new Unusually(
                            it.kind().name(),
                            names.getOrDefault(it.actor(), ""),
                            it.times(),
                            it.first(),
                            it.each().stream()
                                    .limit(MOST_TIMES)
                                    .map(line -> new Time(line.at(), line.act()))
                                    .toList()))
                    .toList();
        });
    }

    /** Checks the whole log of the inspector's tenant. */
    public Evidence.Verdict verdict(OfficerAt who) {
        return in(who, "checked-log", () -> evidence.verdict(clock.instant()));
    }

    /** Writes a closed day's log as a file. */
    public void export(OfficerAt who, LocalDate day, Writer out) {
        in(who, "exported-log", () -> {
            if (!evidence.export(day, out)) {
                throw new Refused(EvidenceRefusal.DAY_NOT_CLOSED);
            }
            return day;
        });
    }

    private <T> T in(OfficerAt who, String act, Supplier<T> work) {
        var as = access.may(who, TenantAct.INSPECT_ACCESS).orRefuse().orElseThrow();
        return new Scope(who.tenant(), Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> {
                    trail.leave(new Look(
                            who.account().value(),
                            Optional.of(as.id().value()),
                            Optional.of(as.role()),
                            Purpose.INSPECT,
                            who.account().value(),
                            act,
                            Fields.of(Fields.HISTORY)));
                    return work.get();
                })));
    }
}
