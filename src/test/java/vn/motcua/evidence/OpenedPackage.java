package vn.motcua.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An evidence package in the hands of somebody who would like it to say something else.
 *
 * @param main what stands in {@code evidence.json}
 * @param papers the other files, by their path
 */
record OpenedPackage(ObjectNode main, TreeMap<String, byte[]> papers) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MAIN = "evidence.json";

    static OpenedPackage of(byte[] file) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new OpenedPackage((ObjectNode) JSON.readTree(entries.remove(MAIN)), entries);
    }

    ArrayNode steps() {
        return (ArrayNode) main.get("steps");
    }

    ObjectNode step(int index) {
        return (ObjectNode) steps().get(index);
    }

    ObjectNode proof(int index) {
        return (ObjectNode) step(index).get("proof");
    }

    /** Takes the seal off a line, as if it were newer than the last sealing. */
    void unseal(int index) {
        for (var part : new String[] {"segment", "way", "dayWay", "day"}) {
            proof(index).putNull(part);
        }
    }

    void rewrite(int index, String from, String to) {
        var line = proof(index).get("line").asString();
        if (!line.contains(from)) {
            throw new IllegalArgumentException(from + " is not in " + line);
        }
        proof(index).put("line", line.replace(from, to));
    }

    /** Writes the file with that change. */
    static String altered(Path to, byte[] file, Consumer<OpenedPackage> change) throws IOException {
        var opened = of(file);
        change.accept(opened);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(MAIN));
            zip.write(JSON.writeValueAsBytes(opened.main()));
            for (var paper : opened.papers().entrySet()) {
                zip.putNextEntry(new ZipEntry(paper.getKey()));
                zip.write(paper.getValue());
            }
        }
        return Files.write(to, out.toByteArray()).toString();
    }
}
