package vn.motcua.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Evidence;
import vn.motcua.audit.EvidencePackage;
import vn.motcua.audit.Hash;
import vn.motcua.audit.Proof;
import vn.motcua.dossier.ChangeTexts;
import vn.motcua.dossier.DossierRef;
import vn.motcua.identity.Actors;
import vn.motcua.shared.Scope;

/** Checks what the log says of one dossier against what the dossier says of itself. */
@Service
public class DossierProofs {

    private final Evidence evidence;
    private final ChangeTexts texts;
    private final Actors actors;
    private final TransactionTemplate reading;

    DossierProofs(Evidence evidence, ChangeTexts texts, Actors actors, PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.texts = texts;
        this.actors = actors;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * A line of the log about the dossier.
     *
     * @param who name of the officer; empty for people outside the agency
     * @param act as it stands in the log
     * @param holds whether the proof holds and the dossier still contains what was written then
     */
    public record Line(
            Instant at,
            Optional<String> who,
            Optional<String> role,
            String act,
            Proof.Strength strength,
            boolean holds) {}

    /**
     * What came of checking.
     *
     * @param lines newest first
     * @param unlogged how many changes the dossier contains of which the log knows nothing
     */
    public record Checked(List<Line> lines, long unlogged) {

        /** Whether nothing was changed behind the program's back. */
        public boolean intact() {
            return unlogged <= 0 && lines.stream().allMatch(Line::holds);
        }

        /** How many lines are proven how far. */
        public Map<Proof.Strength, Long> strengths() {
            return lines.stream()
                    .collect(Collectors.groupingBy(
                            Line::strength, () -> new EnumMap<>(Proof.Strength.class), Collectors.counting()));
        }
    }

    /** Checks a dossier; who may see it has been asked. */
    public Checked check(DossierRef dossier) {
        var written = steps(dossier);
        var names = in(
                dossier,
                () -> actors.names(written.steps().stream()
                        .map(it -> it.proof().record().actor())
                        .distinct()
                        .toList()));
        var lines =
                written.steps().reversed().stream().map(it -> line(it, names)).toList();
        return new Checked(lines, written.unlogged());
    }

    /**
     * A package and the files that go into it.
     *
     * @param files their names by their SHA-256
     */
    public record Packed(EvidencePackage evidence, Map<String, String> files) {}

    /**
     * All that proves its course, as a file; who may see it has been asked. What was only looked at since the last published day
     * is left out: it changes nothing and is not proven yet.
     *
     * @param papers the names of the papers that may be seen, by their SHA-256
     * @param results whose results may be had; what may not is named and left out
     */
    public Packed pack(DossierRef dossier, Map<String, String> summary, Map<String, String> papers, Results results) {
        var steps = steps(dossier).steps().stream()
                .filter(it -> it.content() != null
                        || it.proof().record().content().isPresent()
                        || it.proof().day().isPresent())
                .toList();
        var evidence = new EvidencePackage(EvidencePackage.FORMAT, dossier.id().toString(), summary, steps, List.of());
        var files = new TreeMap<String, String>();
        var withheld = new ArrayList<String>();
        evidence.named().forEach((hash, event) -> {
            if (papers.containsKey(hash)) {
                files.put(hash, papers.getOrDefault(hash, ""));
            } else if (results.allow(event)) {
                files.put(hash, "ket-qua.pdf");
            } else {
                withheld.add(hash);
            }
        });
        return new Packed(evidence.without(withheld), files);
    }

    /** Which results, and drafts of results, whoever asks may have. */
    public enum Results {
        /** Officers: all that were ever made. */
        ALL,
        /** The owner, once it was handed over: what was issued, and what a correction replaced. */
        ISSUED,
        /** The owner before. */
        NONE;

        boolean allow(String event) {
            return switch (this) {
                case ALL -> true;
                case ISSUED -> event.equals("result-issued") || event.equals("result-amended");
                case NONE -> false;
            };
        }
    }

    private record Written(List<EvidencePackage.Step> steps, long unlogged) {}

    private Written steps(DossierRef dossier) {
        return in(dossier, () -> {
            var contents = texts.of(dossier.id()).stream().collect(Collectors.toMap(Hash::ofText, it -> it));
            var proofs = evidence.about(dossier.id().value());
            var logged = proofs.stream()
                    .flatMap(it -> it.record().content().stream())
                    .collect(Collectors.toSet());
            return new Written(
                    proofs.stream()
                            .map(it -> new EvidencePackage.Step(
                                    it, it.record().content().map(contents::get).orElse(null)))
                            .toList(),
                    contents.keySet().stream()
                                    .filter(it -> !logged.contains(it))
                                    .count()
                            - withoutContent(proofs));
        });
    }

    /** Changes from before the log kept digests of their contents. */
    private static long withoutContent(List<Proof> proofs) {
        return proofs.stream()
                .map(Proof::record)
                .filter(it -> it.content().isEmpty()
                        && (it.before().isPresent() || it.act().equals("filed")))
                .count();
    }

    private static Line line(EvidencePackage.Step step, Map<UUID, String> names) {
        var line = step.proof().record();
        var strength = step.proof().strength();
        return new Line(
                line.at(),
                Optional.ofNullable(names.get(line.actor())),
                line.role(),
                line.act(),
                strength,
                strength != Proof.Strength.BROKEN && (line.content().isEmpty() || step.content() != null));
    }

    private <T> T in(DossierRef dossier, Supplier<T> work) {
        return Scope.of(dossier.tenant()).call(() -> Objects.requireNonNull(reading.execute(_ -> work.get())));
    }
}
