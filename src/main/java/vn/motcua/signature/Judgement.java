package vn.motcua.signature;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What comes of checking a file.
 *
 * @param signatures in the order in which they were made
 * @param about the file as a whole, e.g. that nothing in it is signed
 */
public record Judgement(List<One> signatures, Set<Finding> about) {

    /** Keeps its own copies. */
    public Judgement {
        signatures = List.copyOf(signatures);
        about = Set.copyOf(about);
    }

    /**
     * One signature.
     *
     * @param name of who signed, as the certificate says
     * @param position as the certificate says; may be empty
     * @param agency as the certificate says; may be empty
     * @param claimedAt when, by its own word
     * @param stampedAt when, by the word of a time-stamping authority
     * @param listOf from when the revocation list is that was asked; empty where none was there
     * @param findings why it is not simply valid
     */
    public record One(
            String name,
            String position,
            String agency,
            Optional<Instant> claimedAt,
            Optional<Instant> stampedAt,
            Optional<Instant> listOf,
            Set<Finding> findings) {

        /** Keeps its own copy. */
        public One {
            findings = Set.copyOf(findings);
        }

        /** The worst that was found. */
        public Verdict verdict() {
            return worst(findings);
        }

        /** The findings, the worst first. */
        public List<Finding> sorted() {
            return Judgement.sorted(findings);
        }
    }

    /** A file of which only that can be said. */
    static Judgement of(Finding finding) {
        return new Judgement(List.of(), Set.of(finding));
    }

    /** The worst of all. */
    public Verdict verdict() {
        return worst(Stream.concat(about.stream(), signatures.stream().flatMap(it -> it.findings().stream()))
                .toList());
    }

    private static Verdict worst(Collection<Finding> findings) {
        return findings.stream().map(Finding::makes).max(Verdict::compareTo).orElse(Verdict.VALID);
    }

    private static List<Finding> sorted(Set<Finding> findings) {
        return findings.stream().sorted().toList();
    }
}
