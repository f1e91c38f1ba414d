package vn.motcua.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * {@code ./motcua verify FILE… [--published FOLDER] [--signer FINGERPRINT]}: checks log files and evidence packages
 * without database and network. Ends with 0 when everything holds and is proven, with 1 when something does not hold, with 2
 * when a file cannot be read, with 3 when a package holds as far as it is proven: some lines are of a day that is not published, or
 * files were left out.
 */
public final class Verify {

    private static final int FINE = 0;
    private static final int ALTERED = 1;
    private static final int UNREADABLE = 2;
    private static final int NOT_ALL_PROVEN = 3;

    private final Messages messages = new Messages();
    private final PrintStream out;

    private Verify(PrintStream out) {
        this.out = out;
    }

    /** Runs the command. */
    public static void main(String... args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), args));
    }

    /** The same, answering the exit code. */
    static int run(PrintStream out, String... args) {
        return new Verify(out).all(args);
    }

    private int all(String... args) {
        var files = new ArrayList<Path>();
        var published = new ArrayList<SignedDay>();
        var signer = Optional.<Hash>empty();
        try {
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--published" -> published.addAll(days(Path.of(args[++i])));
                    case "--signer" -> signer = Optional.of(new Hash(args[++i]));
                    default -> files.add(Path.of(args[i]));
                }
            }
            if (files.isEmpty()) {
                throw new IllegalArgumentException("no file");
            }
            var codes = new ArrayList<Integer>();
            for (var file : files) {
                codes.add(one(file, signer, published));
            }
            return codes.contains(ALTERED) ? ALTERED : codes.contains(NOT_ALL_PROVEN) ? NOT_ALL_PROVEN : FINE;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IOException e) {
            say("audit.verify.unreadable", String.valueOf(e.getMessage()));
            say("audit.verify.usage");
            return UNREADABLE;
        }
    }

    private int one(Path file, Optional<Hash> signer, List<SignedDay> published) throws IOException {
        out.println(file.getFileName());
        return file.toString().endsWith(".zip") ? dossier(file, signer, published) : log(file, signer, published);
    }

    private int dossier(Path file, Optional<Hash> signer, List<SignedDay> published) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var result = EvidencePackage.check(in, signer, published);
            result.strengths().forEach((strength, count) -> say("audit.strength." + strength, count));
            say("audit.verify.papers", result.papers());
            result.signers()
                    .forEach(it ->
                            say(signer.isPresent() ? "audit.verify.signedBy" : "audit.verify.signedByWhom", it.hex()));
            if (result.problems().isEmpty() && result.open() + result.withheld() > 0) {
                say("audit.verify.open", result.open(), result.withheld());
                return NOT_ALL_PROVEN;
            }
            return judged(result.problems());
        }
    }

    private int log(Path file, Optional<Hash> signer, List<SignedDay> published) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            var result = LogFile.check(in, signer, published);
            say("audit.verify.log", result.days(), result.segments(), result.records());
            return judged(result.findings());
        }
    }

    private int judged(List<Finding> findings) {
        findings.forEach(it -> say("audit.finding." + it.what(), it.where().toArray()));
        say(findings.isEmpty() ? "audit.verify.intact" : "audit.verify.altered", findings.size());
        return findings.isEmpty() ? FINE : ALTERED;
    }

    private static List<SignedDay> days(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var days = new ArrayList<SignedDay>();
            for (var file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                days.add(Published.read(Files.readString(file)).day());
            }
            return days;
        }
    }

    private void say(String key, Object... arguments) {
        out.println(
                "  " + messages.say(Language.VI, key, arguments) + " / " + messages.say(Language.EN, key, arguments));
    }
}
