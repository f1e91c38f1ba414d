package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.dossier.DossierTrials;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.TrialAct;
import vn.motcua.dossier.TrialAct.What;
import vn.motcua.dossier.TrialCase;
import vn.motcua.dossier.TrialState;
import vn.motcua.dossier.TrialState.Offer;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.TenantId;
import vn.motcua.support.WholeProgram;

/**
 * Any package that the studio lets through can be filed and brought to an end by its own roles: shipped packages are changed as
 * authors might change them; those that may be handed in are filled in, filed and worked on by whoever is offered something.
 */
@WholeProgram
class AnyPackageEndsTest {

    private static final TenantId LAO_CAI = new TenantId(15);
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final int MOST_ACTS = 120;
    private static final String WORDS = "Theo Luật Hộ tịch";

    /** What leads on, and on the way there. */
    private static final Set<What> ONWARD = Set.of(
            What.RECEIVE,
            What.COMPLETE,
            What.OPINIONS,
            What.APPROVE,
            What.ISSUE,
            What.PAY,
            What.HAND_OVER,
            What.SUPPLEMENT,
            What.END_WAIT,
            What.REFUSE_WITHDRAWAL,
            What.REFUSE_PROPOSAL);

    /** What ends it otherwise than by a result. */
    private static final Set<What> ENDS = Set.of(What.TURN_AWAY, What.WITHDRAW, What.LET_GO, What.CONFIRM);

    private static final List<Map.Entry<String, Map<String, String>>> SHIPPED =
            CatalogueFiles.packages().entrySet().stream()
                    .filter(it -> it.getValue().containsKey(PackageReader.ROUTE))
                    .sorted(Map.Entry.comparingByKey())
                    .toList();

    private final EditionCheck check;
    private final DossierTrials trials;
    private final KnownFacts known;
    private final UnitId unit;

    @Autowired
    AnyPackageEndsTest(EditionCheck check, DossierTrials trials, KnownFacts known, Units units) {
        this.check = check;
        this.trials = trials;
        this.known = known;
        this.unit = units.today(LAO_CAI).stream()
                .filter(it -> it.kind().equals("commune-one-stop"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void everyShippedPackageMayBeHandedInAndIsBroughtToAnEnd() {
        assertThat(SHIPPED).hasSizeGreaterThan(15).allSatisfy(it -> {
            var chance = new Random(it.getKey().hashCode());
            assertThat(problems(it.getValue())).as(it.getKey()).isEmpty();
            assertThat(ended(it.getValue(), chance, 0, it.getKey()).opened().stage())
                    .isInstanceOfSatisfying(
                            Stage.HandedOver.class,
                            end -> assertThat(end.outcome()).isInstanceOf(Outcome.Granted.class));
        });
    }

    @Test
    void aPackageThatMayBeHandedInIsBroughtToAnEnd() {
        someOf(0, 200);
    }

    @Test
    @Tag("long")
    void soAreThousandsOfOthers() {
        someOf(200, 2_200);
    }

    private void someOf(int from, int to) {
        int let = 0;
        for (int seed = from; seed < to; seed++) {
            var chance = new Random(seed);
            var base = SHIPPED.get(chance.nextInt(SHIPPED.size()));
            var mutations = new PackageMutations(base.getValue(), chance);
            var files = mutations.after(1 + chance.nextInt(3));
            var what = "seed " + seed + ", " + base.getKey() + ": " + mutations.done();
            if (problems(files).isEmpty()) {
                let++;
                ended(files, chance, 6, what);
            }
        }
        assertThat(let).as("enough packages are let through").isGreaterThan((to - from) / 8);
    }

    /** With so many detours on the way; the dossier is over, with a result or by what was chosen. */
    private TrialState ended(Map<String, String> files, RandomGenerator chance, int detours, String what) {
        var content = ProcedurePackage.read(files);
        var answers = new AnyAnswers(content.form(), facts(content), chance).all();
        assertThat(answers).as("can be filled in: " + what).isPresent();
        var filed = new TrialCase(
                new UUID(7, chance.nextLong()), LAO_CAI, unit, content, answers.get(), Channel.ONLINE, MONDAY);
        var acts = new ArrayList<TrialAct>();
        var state = trials.after(filed, acts, Language.VI);
        var tried = new EnumMap<What, Integer>(What.class);
        while (!state.over()) {
            assertThat(acts.size()).as("comes to an end: " + what).isLessThan(MOST_ACTS);
            var offer = chosen(state, chance, detours, tried);
            assertThat(offer)
                    .as("somebody can go on: " + what + " at "
                            + state.opened().desk().seats() + " in "
                            + state.opened().stage().kind())
                    .isPresent();
            tried.merge(offer.get().what(), 1, Integer::sum);
            acts.add(act(filed, state, offer.get(), acts.size(), chance));
            state = trials.after(filed, acts, Language.VI);
        }
        return state;
    }

    private Optional<Offer> chosen(TrialState state, RandomGenerator chance, int detours, Map<What, Integer> tried) {
        int gone = tried.entrySet().stream()
                .filter(it -> !ONWARD.contains(it.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        var asides = state.offers().stream()
                .filter(it -> !ONWARD.contains(it.what()))
                .filter(it -> !ENDS.contains(it.what()) || chance.nextInt(12) == 0)
                .toList();
        if (gone < detours && !asides.isEmpty() && chance.nextInt(3) == 0) {
            return Optional.of(asides.get(chance.nextInt(asides.size())));
        }
        var onward = state.offers().stream()
                .filter(it -> ONWARD.contains(it.what()))
                .filter(it -> it.what() != What.HAND_OVER || state.owed().amount() == 0)
                .filter(it -> it.what() != What.REFUSE_WITHDRAWAL
                        || state.opened().leaving().isPresent())
                .toList();
        return onward.isEmpty() ? Optional.empty() : Optional.of(onward.get(chance.nextInt(onward.size())));
    }

    private TrialAct act(TrialCase filed, TrialState state, Offer offer, int no, RandomGenerator chance) {
        var entries = filed.content().entries();
        var entered = offer.what() == What.COMPLETE && entries.at(offer.step())
                ? new AnyAnswers(entries.form(), facts(filed.content()), chance)
                        .section(entries.section(offer.step()), state.opened().answers())
                        .map(it -> entries.of(offer.step(), it))
                        .orElseThrow()
                : Map.<String, Object>of();
        return new TrialAct(
                MONDAY.plus(Duration.ofMinutes(10L * (no + 1))),
                offer.what(),
                offer.step(),
                offer.role(),
                offer.who(),
                WORDS,
                switch (offer.what()) {
                    case SEND_BACK ->
                        offer.backTo()
                                .get(chance.nextInt(offer.backTo().size()))
                                .id();
                    case EXTEND -> "3";
                    default -> WORDS;
                },
                entered);
    }

    private vn.motcua.form.Facts facts(ProcedurePackage content) {
        return known.of(Circumstances.of(content.record().code(), Channel.ONLINE, MONDAY, unit, Set.of()));
    }

    private List<PackageProblem> problems(Map<String, String> files) {
        var record = ProcedureRecordOf.of(files);
        return check.of(record.code(), record.agency(), files);
    }

    /** Whose package it is; nothing changes that. */
    private record ProcedureRecordOf(String code, String agency) {

        static ProcedureRecordOf of(Map<String, String> files) {
            return new ProcedureRecordOf(
                    PackageName.code(files).orElseThrow(),
                    PackageName.issuer(files).orElseThrow());
        }
    }
}
