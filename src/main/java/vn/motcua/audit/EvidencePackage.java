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
 * {@code papers/}, each under its SHA-256. It is checked without the program that made it, by {@link PackageCheck}.
 *
 * @param format {@value #FORMAT}
 * @param dossier its id
 * @param summary what it is about, in words; not proven by anything
 * @param steps the lines of the log about it, oldest first
 * @param withheld the SHA-256 of files that are named in it and were not given to whom it was made for
 */
public record EvidencePackage(
        String format, String dossier, Map<String, String> summary, List<Step> steps, List<String> withheld) {

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
    public record Step(Proof proof, @Nullable String content) {

        PackedContent packed() {
            return PackedContent.of(Optional.ofNullable(content).orElse(""));
        }
    }

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
        withheld = Optional.ofNullable(withheld).map(List::copyOf).orElse(List.of());
    }

    /** Every file that the acts name, with the kind of the event that names it; empty for papers that came along. */
    public Map<String, String> named() {
        var named = new TreeMap<String, String>();
        steps.forEach(it -> it.packed().files().forEach(named::putIfAbsent));
        return named;
    }

    /** The same without those files. */
    public EvidencePackage without(List<String> files) {
        return new EvidencePackage(format, dossier, summary, steps, files);
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

    /** Checks such a file; {@link IllegalArgumentException} when it is none. */
    static PackageCheck.Result check(InputStream file, Optional<Hash> signer, List<SignedDay> published)
            throws IOException {
        var papers = new HashMap<String, Hash>();
        var mains = new ArrayList<EvidencePackage>();
        try (var zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(MAIN)) {
                    mains.add(read(zip.readAllBytes()));
                } else if (entry.getName().startsWith(PAPERS)) {
                    papers.put(entry.getName().substring(PAPERS.length()), Hash.sum(zip.readAllBytes()));
                }
            }
        }
        if (mains.size() != 1 || !mains.getFirst().format().equals(FORMAT)) {
            throw new IllegalArgumentException("no " + MAIN + " in it");
        }
        return new PackageCheck(mains.getFirst(), papers, signer, published).judge();
    }

    private static EvidencePackage read(byte[] json) {
        try {
            return JSON.readValue(json, EvidencePackage.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its " + MAIN + " cannot be read", e);
        }
    }
}
