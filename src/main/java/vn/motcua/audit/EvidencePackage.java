package vn.motcua.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that proves the course of one dossier, as a ZIP file: {@code evidence.json} with this record, and the papers in
 * {@code papers/}, each under its SHA-256. It is checked without the program that made it.
 *
 * @param format {@value #FORMAT}
 * @param dossier its id
 * @param summary what it is about, in words; not proven by anything
 * @param steps the lines of the log about it, oldest first
 */
public record EvidencePackage(String format, String dossier, Map<String, String> summary, List<Step> steps) {

    /** The version of the format. */
    public static final String FORMAT = "motcua-evidence/1";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MAIN = "evidence.json";
    private static final String PAPERS = "papers/";

    /**
     * A line with its proof, and what the act brought.
     *
     * @param content the text whose SHA-256 stands in the line: events, papers, answers; null for a reading
     */
    public record Step(Proof proof, @Nullable String content) {}

    /** A file that came with the dossier. */
    public interface Paper {

        /** Its SHA-256, hexadecimal. */
        String hash();

        /** What it is called. */
        String name();

        /** Its bytes. */
        InputStream open() throws IOException;
    }

    /** Keeps its own copies. */
    public EvidencePackage {
        summary = new TreeMap<>(summary);
        steps = List.copyOf(steps);
    }

    /** Writes the file. */
    public void write(List<Paper> papers, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(MAIN));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            for (var paper : papers.stream()
                    .collect(Collectors.toMap(Paper::hash, it -> it, (one, _) -> one, TreeMap::new))
                    .values()) {
                zip.putNextEntry(new ZipEntry(PAPERS + paper.hash() + "-" + paper.name()));
                try (var bytes = paper.open()) {
                    bytes.transferTo(zip);
                }
            }
        }
    }

    /**
     * What came of checking a package.
     *
     * @param strengths how many lines are proven how far
     * @param problems sentences by key and argument, none when it holds
     */
    record Result(Map<Proof.Strength, Long> strengths, int papers, List<Finding> problems) {}

    /** Checks such a file; {@link IllegalArgumentException} when it is none. */
    static Result check(InputStream file, Optional<Hash> signer) throws IOException {
        var papers = new HashMap<String, Hash>();
        EvidencePackage main = null;
        try (var zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(MAIN)) {
                    main = read(zip.readAllBytes());
                } else if (entry.getName().startsWith(PAPERS)) {
                    papers.put(entry.getName().substring(PAPERS.length()), Hash.sum(zip.readAllBytes()));
                }
            }
        }
        if (main == null || !main.format().equals(FORMAT)) {
            throw new IllegalArgumentException("no " + MAIN + " in it");
        }
        return main.judge(papers, signer);
    }

    private static EvidencePackage read(byte[] json) {
        try {
            return JSON.readValue(json, EvidencePackage.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its " + MAIN + " cannot be read", e);
        }
    }

    private Result judge(Map<String, Hash> papers, Optional<Hash> signer) {
        var problems = new ArrayList<Finding>();
        for (var step : steps) {
            var line = step.proof().record();
            if (!line.subject().toString().equals(dossier)) {
                problems.add(Finding.of(Finding.Kind.OF_ANOTHER_DOSSIER, line.id()));
            }
            if (step.proof().strength() == Proof.Strength.BROKEN) {
                problems.add(Finding.of(Finding.Kind.PROOF_BROKEN, line.id(), line.at()));
            }
            step.proof()
                    .day()
                    .filter(it -> signer.isPresent() && !signer.equals(it.signer()))
                    .ifPresent(it -> problems.add(
                            Finding.of(Finding.Kind.SIGNER_UNKNOWN, it.root().day())));
            if (!line.content().equals(Optional.ofNullable(step.content()).map(Hash::ofText))) {
                problems.add(Finding.of(Finding.Kind.CONTENT_ALTERED, line.id(), line.at()));
            }
        }
        papers.forEach((name, hash) -> {
            if (!name.startsWith(hash.hex() + "-") || !named(hash)) {
                problems.add(Finding.of(Finding.Kind.PAPER_ALTERED, name));
            }
        });
        return new Result(
                steps.stream()
                        .collect(Collectors.groupingBy(
                                it -> it.proof().strength(), TreeMap::new, Collectors.counting())),
                papers.size(),
                problems);
    }

    private boolean named(Hash paper) {
        return steps.stream()
                .anyMatch(it -> it.content() != null && it.content().contains(paper.hex()));
    }
}
