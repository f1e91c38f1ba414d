package vn.motcua.linked;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.Group;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.document.FileId;
import vn.motcua.document.StoredFile;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Carried;
import vn.motcua.dossier.FilingId;
import vn.motcua.dossier.FilingRequest.Requested;
import vn.motcua.dossier.Link;
import vn.motcua.dossier.LinkedDossiers;
import vn.motcua.dossier.NewPaper;
import vn.motcua.linked.Branch.Came;
import vn.motcua.linked.Branch.State;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Follows the parts of linked filings. What happens to one is told to the home of the whole; there it is seen which parts
 * may open now, and which no longer can. Each step is a transaction in one system, and each can be done twice: the dossier
 * of a part is known by filing and part, news by its version. What fails is tried again by the relay and stands on the page
 * of jobs; it holds up no other part.
 */
@Component
class Following implements Listener {

    private final Plans plans;
    private final LinkedFilings linked;
    private final LinkedDossiers dossiers;
    private final StoredFiles files;
    private final KnownFacts known;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Following(
            Plans plans,
            LinkedFilings linked,
            LinkedDossiers dossiers,
            StoredFiles files,
            KnownFacts known,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.plans = plans;
        this.linked = linked;
        this.dossiers = dossiers;
        this.files = files;
        this.known = known;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void hear(Happening happening) {
        var tenant = happening.dossier().tenant();
        in(tenant, () -> dossiers.part(happening.dossier().id())).ifPresent(part -> {
            var home = part.link().home();
            var plan = in(home, () -> told(part));
            plan.ifPresent(it -> follow(home, it));
        });
    }

    private Optional<Plan> told(LinkedDossiers.Part part) {
        plans.told(part.filing(), part.link().part(), news(part));
        return plans.find(part.filing()).map(plan -> {
            var first = plan.group().first().id().equals(part.link().part());
            if (first && plan.promise().isEmpty()) {
                part.reception().ifPresent(it -> plans.promise(plan.filing(), linked.promise(plan, it.at())));
            }
            close(plans, plan);
            return plans.find(part.filing()).orElseThrow();
        });
    }

    /** What no longer can open is closed, one after another until nothing follows; an answer nobody waits for is forgotten. */
    static void close(Plans plans, Plan plan) {
        var now = plan;
        for (var steps = cannot(now); !steps.isEmpty(); steps = cannot(now)) {
            steps.forEach(
                    it -> plans.cannotOpen(plan.filing(), it.branch().part().id(), it.because()));
            now = plans.find(plan.filing()).orElseThrow();
        }
        plans.forgetAnswers(plan.filing());
    }

    private static List<Next.Step.CannotOpen> cannot(Plan plan) {
        return Next.of(plan.all()).stream()
                .filter(Next.Step.CannotOpen.class::isInstance)
                .map(Next.Step.CannotOpen.class::cast)
                .filter(it -> plan.kept(it.branch().part().id())
                        .filter(kept -> !kept.opening())
                        .isPresent())
                .toList();
    }

    // One part may fail to open in any way; the others still open, and the relay comes again for it.
    private void follow(TenantId home, Plan plan) {
        var failures = new ArrayList<RuntimeException>();
        for (var step : Next.of(plan.all())) {
            if (step instanceof Next.Step.Opens(var branch)) {
                try {
                    open(home, plan.filing(), branch.part());
                } catch (RuntimeException failure) {
                    failures.add(new IllegalStateException(
                            "part " + branch.part().id() + " of a linked filing was not opened: "
                                    + failure.getMessage(),
                            failure));
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void open(TenantId home, FilingId filing, Group.Part part) {
        if (!in(home, () -> plans.opening(filing, part.id()))) {
            return;
        }
        var plan = in(home, () -> plans.find(filing)).orElseThrow();
        var carried = in(home, () -> dossiers.carried(filing));
        var before = before(plan, part);
        var given = given(plan, before);
        var unit = linked.competent(plan.group(), part, given, plan.place())
                .or(() -> plan.kept(part.id())
                        .flatMap(it -> units.living(it.branch().unit(), Optional.empty())))
                .orElseThrow(() -> new IllegalStateException("no agency is competent for it"));
        var papers = papers(plan, part, before);
        var kept = stored(home, plan, part, before);
        var requested = requested(home, plan, part, carried, given, unit.id(), papers);
        var opened = in(unit.tenant(), () -> {
            kept.forEach(files::adopt);
            return dossiers.part(
                            dossiers.open(carried, requested, clock.instant()).id())
                    .orElseThrow();
        });
        in(home, () -> {
            plans.opened(
                    filing, part.id(), opened.ref(), unit.id(), news(opened).before());
            plans.told(filing, part.id(), news(opened));
            plans.forgetAnswers(filing);
            return opened;
        });
    }

    private Requested requested(
            TenantId home,
            Plan plan,
            Group.Part part,
            Carried carried,
            Map<String, Object> given,
            UnitId unit,
            List<NewPaper> papers) {
        var facts =
                known.of(Circumstances.of(part.code(), carried.channel(), clock.instant(), unit, carried.available()));
        var place = plan.kept(part.id()).orElseThrow().branch().place();
        return new Requested(
                part.revision(),
                unit,
                plan.group()
                        .place(part.id(), given)
                        .or(() -> Optional.of(plan.place()).filter(it -> !it.isEmpty())),
                plan.group().answers(part.id(), given, facts),
                papers,
                Optional.of(new Link(home, plan.revision(), part.id(), place, part.limit())));
    }

    /** What the parts that it waits for have come to, near and far, each out of its own system. */
    private List<LinkedDossiers.Part> before(Plan plan, Group.Part part) {
        var found = new ArrayList<LinkedDossiers.Part>();
        for (var id : part.after()) {
            var branch = plan.kept(id).orElseThrow().branch();
            found.addAll(before(plan, branch.part()));
            if (branch.state() instanceof State.Open(var dossier, var _)) {
                found.add(
                        in(dossier.tenant(), () -> dossiers.part(dossier.id())).orElseThrow());
            }
        }
        return found;
    }

    /** The declaration, as corrected since by supplements of the parts before, and what these came to. */
    private static Map<String, Object> given(Plan plan, List<LinkedDossiers.Part> before) {
        var given = new HashMap<>(plan.answers());
        for (var done : before) {
            var part = plan.group().part(done.link().part());
            var entered = part.procedure().entries().entered(done.answers());
            if (plan.group().first().id().equals(part.id())) {
                given.putAll(part.procedure().entries().without(done.answers()));
            }
            given.putAll(Group.named(part.id(), entered, done.granted().map(it -> it.number())));
        }
        return given;
    }

    private static List<NewPaper> papers(Plan plan, Group.Part part, List<LinkedDossiers.Part> before) {
        var papers = new ArrayList<>(plan.kept(part.id()).orElseThrow().papers());
        plan.group()
                .papersFromResults(part.id())
                .forEach((document, from) -> before.stream()
                        .filter(it -> it.link().part().equals(from))
                        .findFirst()
                        .flatMap(LinkedDossiers.Part::granted)
                        .ifPresent(it -> papers.add(new NewPaper(
                                document,
                                plan.group().part(from).procedure().resultName().in(Language.VI) + ".pdf",
                                it.file().sha256()))));
        return papers;
    }

    /** The files behind those papers, each as the system that has it knows it. */
    private List<StoredFile> stored(TenantId home, Plan plan, Group.Part part, List<LinkedDossiers.Part> before) {
        var found = new ArrayList<StoredFile>();
        plan.kept(part.id())
                .orElseThrow()
                .papers()
                .forEach(it -> it.file().ifPresent(file -> found.add(in(home, () -> files.get(FileId.of(file))))));
        for (var from : plan.group().papersFromResults(part.id()).values()) {
            before.stream()
                    .filter(it -> it.link().part().equals(from))
                    .forEach(it -> it.granted()
                            .ifPresent(result -> found.add(in(it.ref().tenant(), () -> files.get(result.file())))));
        }
        return found;
    }

    private static Branch.News news(LinkedDossiers.Part part) {
        return new Branch.News(
                part.version(),
                part.stage().kind(),
                part.stage().since(),
                part.number(),
                part.reception().map(LinkedDossiers.Received::at),
                part.reception().map(LinkedDossiers.Received::due),
                part.granted().isPresent() ? Came.RESULT : part.denied() ? Came.DENIAL : Came.NOTHING,
                part.lost());
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
