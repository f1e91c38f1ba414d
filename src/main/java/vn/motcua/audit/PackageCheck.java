package vn.motcua.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.motcua.audit.EvidencePackage.Step;
import vn.motcua.audit.Finding.Kind;

/**
 * Judges an evidence package. What is missing counts as much as what differs: versions of events from 1 without a gap, every
 * file that an act names, and for every line its way to a signed day. Only the newest lines may have none yet: lines before one
 * that is sealed are sealed, segments before one of a signed day are signed.
 *
 * @param papers the SHA-256 of each file in it, by its name
 * @param signer the fingerprint of whom the asker trusts
 * @param published days that the asker holds
 */
record PackageCheck(EvidencePackage file, Map<String, Hash> papers, Optional<Hash> signer, List<SignedDay> published) {

    /**
     * What came of it.
     *
     * @param strengths how many lines are proven how far
     * @param open how many lines no signed day covers yet, so that whoever has the file could have written them
     * @param withheld how many files are named in it and were left out
     * @param signers the fingerprints of the certificates that signed
     * @param problems sentences by key and argument, none when it holds
     */
    record Result(
            Map<Proof.Strength, Long> strengths,
            int papers,
            int open,
            int withheld,
            List<Hash> signers,
            List<Finding> problems) {}

    Result judge() {
        var problems = new ArrayList<Finding>();
        file.steps().forEach(it -> problems.addAll(line(it)));
        problems.addAll(missingSeals());
        problems.addAll(versions());
        problems.addAll(files());
        return new Result(
                file.steps().stream()
                        .collect(Collectors.groupingBy(
                                it -> it.proof().strength(), TreeMap::new, Collectors.counting())),
                papers.size(),
                (int) file.steps().stream().filter(it -> !signed(it.proof())).count(),
                file.withheld().size(),
                file.steps().stream()
                        .flatMap(it -> it.proof().day().flatMap(SignedDay::signer).stream())
                        .distinct()
                        .toList(),
                problems);
    }

    private List<Finding> line(Step step) {
        var problems = new ArrayList<Finding>();
        var line = step.proof().record();
        if (!line.subject().toString().equals(file.dossier())) {
            problems.add(Finding.of(Kind.OF_ANOTHER_DOSSIER, line.id()));
        }
        if (step.proof().strength() == Proof.Strength.BROKEN) {
            problems.add(Finding.of(Kind.PROOF_BROKEN, line.id(), line.at()));
        }
        if (!line.content().equals(Optional.ofNullable(step.content()).map(Hash::ofText))) {
            problems.add(Finding.of(Kind.CONTENT_ALTERED, line.id(), line.at()));
        }
        step.proof().day().ifPresent(day -> {
            if (signer.isPresent() && !signer.equals(day.signer())) {
                problems.add(Finding.of(Kind.SIGNER_UNKNOWN, day.root().day()));
            }
            if (!day.root().tenant().equals(line.tenant())) {
                problems.add(Finding.of(Kind.PROOF_BROKEN, line.id(), line.at()));
            }
            if (published.stream()
                    .map(SignedDay::root)
                    .anyMatch(it -> it.tenant().equals(day.root().tenant())
                            && it.day().equals(day.root().day())
                            && !it.equals(day.root()))) {
                problems.add(Finding.of(Kind.PUBLISHED_DIFFERENT, day.root().day()));
            }
        });
        return problems;
    }

    private static boolean signed(Proof proof) {
        return switch (proof.strength()) {
            case SIGNED, STAMPED -> true;
            case FRESH, SEALED, BROKEN -> false;
        };
    }

    /** Lines whose seal was taken away: others of the package, or a published day, show that there was one. */
    private List<Finding> missingSeals() {
        var sealedUntil = file.steps().stream()
                .flatMap(it -> it.proof().segment().stream())
                .map(Segment::of)
                .map(Segment::until)
                .max(Long::compareUnsigned);
        var signedUntil = file.steps().stream()
                .flatMap(it -> it.proof().day().stream())
                .map(it -> it.root().last())
                .max(Integer::compare);
        var problems = new ArrayList<Finding>();
        for (var step : file.steps()) {
            var proof = step.proof();
            var line = proof.record();
            var sealed = sealedUntil
                    .filter(it -> Long.compareUnsigned(line.transaction(), it) < 0)
                    .isPresent();
            var over = proof.segment()
                    .map(Segment::of)
                    .filter(it -> signedUntil.filter(last -> it.no() <= last).isPresent() || published(it))
                    .isPresent();
            if ((proof.segment().isEmpty() || proof.way().isEmpty())
                    ? sealed
                    : over && (proof.day().isEmpty() || proof.dayWay().isEmpty())) {
                problems.add(Finding.of(Kind.SEAL_MISSING, line.id(), line.at()));
            }
        }
        return problems;
    }

    private boolean published(Segment segment) {
        return published.stream()
                .map(SignedDay::root)
                .anyMatch(it -> it.tenant().equals(segment.tenant()) && it.last() >= segment.no());
    }

    private List<Finding> versions() {
        var seen = file.steps().stream()
                .flatMap(it -> it.packed().versions().stream())
                .toList();
        var problems = new ArrayList<Finding>();
        var there = new TreeSet<>(seen);
        if (there.size() != seen.size()) {
            var once = new HashSet<Integer>();
            seen.stream().filter(it -> !once.add(it)).forEach(it -> problems.add(Finding.of(Kind.EVENT_TWICE, it)));
        }
        var last = there.isEmpty() ? 1 : there.last();
        for (int version = 1; version <= last; version++) {
            if (!there.contains(version)) {
                problems.add(Finding.of(Kind.EVENT_MISSING, version));
            }
        }
        return problems;
    }

    private List<Finding> files() {
        var problems = new ArrayList<Finding>();
        var named = file.named().keySet();
        papers.forEach((name, hash) -> {
            if (!name.startsWith(hash.hex() + "-") || !named.contains(hash.hex())) {
                problems.add(Finding.of(Kind.PAPER_ALTERED, name));
            }
        });
        var there = hexes(papers.values());
        named.stream()
                .filter(it -> !there.contains(it) && !file.withheld().contains(it))
                .forEach(it -> problems.add(Finding.of(Kind.PAPER_MISSING, it)));
        file.withheld().stream()
                .filter(it -> !named.contains(it) || there.contains(it))
                .forEach(it -> problems.add(Finding.of(Kind.PAPER_ALTERED, it)));
        return problems;
    }

    private static TreeSet<String> hexes(Collection<Hash> hashes) {
        return hashes.stream().map(Hash::hex).collect(Collectors.toCollection(TreeSet::new));
    }
}
