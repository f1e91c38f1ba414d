package vn.motcua.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.Phase.Abolition;
import vn.motcua.catalogue.Phase.Approval;
import vn.motcua.catalogue.Phase.Person;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.TenantAct;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Where an agency writes, reviews and ends the procedures that it publishes. Authors write, reviewers who wrote none of it
 * approve; what another agency publishes is not there. Each method is one transaction in the nation's scope, and the same
 * command again does nothing.
 */
@Service
public class RevisionDesk {

    private final Editions editions;
    private final Revisions revisions;
    private final Catalogue catalogue;
    private final EditionCheck check;
    private final LeadTimes leads;
    private final Access access;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RevisionDesk(
            Editions editions,
            Revisions revisions,
            Catalogue catalogue,
            EditionCheck check,
            LeadTimes leads,
            Access access,
            Units units,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.editions = editions;
        this.revisions = revisions;
        this.catalogue = catalogue;
        this.check = check;
        this.leads = leads;
        this.access = access;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What somebody may do here.
     *
     * @param agency national code of their agency
     * @param agencyName its name
     * @param province two digits, where it is a province's; it may lay a layer of its own over national procedures
     */
    public record Role(String agency, String agencyName, Optional<String> province, boolean writes, boolean reviews) {}

    /** Which edition, as its page saw it. */
    public record Which(String code, int no, int version) {}

    /** What a reviewer says when they approve. */
    public record Wanted(PublishingDecision decision, LeadTimes.Track track, LocalDate effectOn, LocalDate publishOn) {}

    /** A line of the history; {@code by} is empty where the program did it on its day. */
    public record Line(Edition.Act act, Instant at, Optional<String> by, String said) {}

    /** What they may do; refuses who may nothing here as not there. */
    public Role role(OfficerAt who) {
        var writes = access.may(who, TenantAct.WRITE_PROCEDURES);
        var reviews = access.may(who, TenantAct.REVIEW_PROCEDURES);
        var position = (writes.permitted() ? writes : reviews).orRefuse();
        var agency = agency(position);
        return new Role(
                agency.agencyCode().orElseThrow(),
                agency.name(),
                agency.territory().places().stream()
                        .filter(it -> it.length() == 2)
                        .findFirst(),
                writes.permitted(),
                reviews.permitted());
    }

    /**
     * A draft that begins as a copy of what is in force; refuses a mere record with {@code NOTHING_TO_COPY}. A province's first
     * layer begins with no change.
     */
    public int copy(OfficerAt who, UUID command, String code) {
        if (LayerCode.of(code).isPresent()) {
            if (!mayLay(who, code)) {
                throw new Refused(AccessRefusal.NOT_THERE);
            }
            return begin(who, command, code, base -> {
                var own = Layer.own(base);
                return own.isEmpty() ? Map.of(Layer.FILE, Layer.EMPTY) : own;
            });
        }
        return begin(who, command, code, base -> {
            if (base.isEmpty() && catalogue.find(code).isEmpty()) {
                throw new Refused(AccessRefusal.NOT_THERE);
            }
            if (base.isEmpty()) {
                throw new Refused(CatalogueRefusal.NOTHING_TO_COPY);
            }
            return base;
        });
    }

    /** A draft as it was sent; it need not be sound yet, but say which procedure it is. */
    public Which send(OfficerAt who, UUID command, Map<String, String> files) {
        var code = PackageName.code(files).orElseThrow(() -> new Refused(CatalogueRefusal.PACKAGE_WITHOUT_CODE));
        var agency = writer(who);
        var issuer = PackageName.issuer(files);
        if (issuer.filter(agency.agency()::equals).isEmpty()) {
            throw new Refused(CatalogueRefusal.PACKAGE_OF_ANOTHER, issuer.orElse("–"));
        }
        return new Which(code, begin(who, command, code, _ -> files), 1);
    }

    int begin(OfficerAt who, UUID command, String code, UnaryOperator<Map<String, String>> content) {
        var role = writer(who);
        return national(
                who,
                () -> once(command, () -> {
                    var now = clock.instant();
                    var all = editions.settle(code, now);
                    if (all.stream().anyMatch(it -> !it.agency().equals(role.agency()))) {
                        throw new Refused(AccessRefusal.NOT_THERE);
                    }
                    var base = inForce(all);
                    var files = content.apply(base.flatMap(revisions::find)
                            .map(Revisions.Stored::files)
                            .orElse(Map.of()));
                    var national = LayerCode.of(code).map(it -> catalogue.get(it.procedure()));
                    int no = all.stream().mapToInt(Edition::no).max().orElse(0) + 1;
                    var name = national.map(it -> it.record().name()).orElseGet(() -> PackageName.name(files));
                    var from = national.map(ProcedureRevision::id).or(() -> base);
                    editions.save(Edition.begin(code, no, role.agency(), name, from, files, person(who), now), command);
                    leave(who, command, "procedure-edition-begun");
                    return no;
                }));
    }

    /** Other files in place of those of the same name. */
    public void change(OfficerAt who, UUID command, Which which, Map<String, String> files) {
        var layer = LayerCode.of(which.code()).isPresent();
        PackageCheck.names(layer, files);
        writing(who, command, which, "procedure-edition-changed", it -> {
            if (layer) {
                return it.change(it.name(), files, person(who), clock.instant());
            }
            var all = new HashMap<>(it.files());
            all.putAll(files);
            return it.change(PackageName.name(all), files, person(who), clock.instant());
        });
    }

    /** The files of a whole package in place of all that it had; refuses that of another procedure. */
    public void replace(OfficerAt who, UUID command, Which which, Map<String, String> files) {
        var layer = LayerCode.of(which.code()).isPresent();
        PackageCheck.names(layer, files);
        PackageName.belongs(which.code(), files);
        writing(
                who,
                command,
                which,
                "procedure-edition-changed",
                it -> it.replace(layer ? it.name() : PackageName.name(files), files, person(who), clock.instant()));
    }

    /** Checks the package, runs its examples, and hands it to a second person. */
    public void handIn(OfficerAt who, UUID command, Which which) {
        writing(
                who,
                command,
                which,
                "procedure-edition-handed-in",
                it -> it.handIn(problems(it), person(who), clock.instant()));
    }

    /** Back to its author. */
    public void sendBack(OfficerAt who, UUID command, Which which, String reason) {
        reviewing(
                who,
                command,
                which,
                "procedure-edition-sent-back",
                it -> it.sendBack(reason, person(who), clock.instant()));
    }

    /** Approves it for a day; it comes into force by itself then. */
    public void approve(OfficerAt who, UUID command, Which which, Wanted wanted) {
        var now = clock.instant();
        var approval = new Approval(
                wanted.decision(), wanted.track(), wanted.effectOn(), wanted.publishOn(), person(who), now);
        reviewing(who, command, which, "procedure-edition-approved", it -> it.approve(approval, today()));
    }

    /** Has it come into force on another day. */
    public void publishOn(OfficerAt who, UUID command, Which which, LocalDate day) {
        reviewing(
                who,
                command,
                which,
                "procedure-edition-moved",
                it -> it.publishOn(day, person(who), today(), clock.instant()));
    }

    /** Has the procedure end on a day. */
    public void endOn(OfficerAt who, UUID command, Which which, PublishingDecision decision, LocalDate day) {
        var abolition = new Abolition(decision, day, person(who));
        reviewing(
                who,
                command,
                which,
                "procedure-abolition-decided",
                it -> it.endOn(abolition, today(), clock.instant()));
    }

    /** The editions of their agency in these phases, the last changed first. */
    public List<Edition> list(OfficerAt who, Set<Phase.Name> phases, String code, int limit, int from) {
        var role = role(who);
        return national(who, () -> editions.list(role.agency(), phases, code, limit, from));
    }

    /** Every edition of a procedure, the latest first; that of another agency is not there. */
    public List<Edition> of(OfficerAt who, String code) {
        var role = role(who);
        var all = national(who, () -> editions.known(code, clock.instant()).all());
        if (all.isEmpty() || all.stream().anyMatch(it -> !it.agency().equals(role.agency()))) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return all;
    }

    /** One edition; any other is not there. */
    public Edition get(OfficerAt who, String code, int no) {
        return of(who, code).stream()
                .filter(it -> it.no() == no)
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** What was done to it, the earliest first. */
    public List<Line> history(OfficerAt who, Edition edition) {
        return national(who, () -> editions.history(edition.code(), edition.no()));
    }

    /** The files of its package: its own, or those of its revision; none for a mere record; of a layer only the layer's. */
    public Map<String, String> files(OfficerAt who, Edition edition) {
        var files = edition.revision()
                .map(it -> national(who, () -> revisions.find(it))
                        .map(Revisions.Stored::files)
                        .orElse(Map.of()))
                .orElse(edition.files());
        return LayerCode.of(edition.code()).isPresent() ? Layer.own(files) : files;
    }

    /** Whether that is a layer that they may begin though there is none yet. */
    public boolean mayLay(OfficerAt who, String code) {
        return LayerCode.of(code)
                .filter(it -> role(who).province().filter(it.province()::equals).isPresent())
                .flatMap(it -> catalogue.find(it.procedure()))
                .filter(ProcedureRevision::runnable)
                .isPresent();
    }

    /** What keeps an edition from being handed in. */
    public List<PackageProblem> problems(Edition edition) {
        return check.of(edition);
    }

    /** Its lead times, measured; none before it is approved, and none for what came without an edition. */
    public List<LeadTimes.Measured> leadTimes(Edition edition) {
        return leads.measure(edition, today());
    }

    void writing(OfficerAt who, UUID command, Which which, String act, Function<Edition, Edition.Step> decide) {
        doing(who, writer(who), command, which, act, decide);
    }

    private void reviewing(
            OfficerAt who, UUID command, Which which, String act, Function<Edition, Edition.Step> decide) {
        var role = role(who);
        if (!role.reviews()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        doing(who, role, command, which, act, decide);
    }

    private void doing(
            OfficerAt who, Role role, UUID command, Which which, String act, Function<Edition, Edition.Step> decide) {
        national(
                who,
                () -> once(command, () -> {
                    editions.settle(which.code(), clock.instant());
                    var edition = editions.take(which.code(), which.no())
                            .filter(it -> it.agency().equals(role.agency()))
                            .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE))
                            .at(which.version());
                    editions.save(decide.apply(edition), command);
                    leave(who, command, act);
                    return which.no();
                }));
    }

    private int once(UUID command, Supplier<Integer> work) {
        editions.hold();
        return editions.done(command).orElseGet(work);
    }

    private Role writer(OfficerAt who) {
        var role = role(who);
        if (!role.writes()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return role;
    }

    private Unit agency(Optional<Position> position) {
        return position.flatMap(it -> units.unit(it.unit()))
                .filter(it -> it.agencyCode().isPresent())
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static Optional<RevisionId> inForce(List<Edition> all) {
        return all.stream()
                .filter(it -> it.phase() instanceof Phase.Published)
                .findFirst()
                .flatMap(Edition::revision);
    }

    static Person person(OfficerAt who) {
        return new Person(who.account().value(), who.name());
    }

    private void leave(OfficerAt who, UUID command, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                command,
                act,
                Fields.of(Fields.RIGHTS)));
    }

    private <T> T national(OfficerAt who, Supplier<T> work) {
        return scope(who).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private static Scope scope(OfficerAt who) {
        return who.scope().in(TenantId.NATIONAL);
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
