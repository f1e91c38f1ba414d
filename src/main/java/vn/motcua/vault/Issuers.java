package vn.motcua.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which organisation may send results of which kinds into vaults. That a certificate is genuine says who somebody is, and not what they may
 * issue: a company has one too. It is data of the operator, read for each result; who is not in it may send nothing. A file that somebody breaks
 * while the program runs is logged, and what it said before holds until it can be read again.
 */
@Component
class Issuers {

    /** What some editors write before the first line. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final Pattern KIND = Pattern.compile("[\\p{Alnum}.-]+\\*?");

    private static final Logger LOG = LoggerFactory.getLogger(Issuers.class);

    private final Optional<Path> file;
    private volatile Map<String, Set<String>> lastRead;

    /** A wrong line stops the start. */
    Issuers(VaultSettings settings) {
        this.file = Optional.ofNullable(settings.issuers());
        this.lastRead = file.map(Issuers::read).orElse(Map.of());
    }

    /** What somebody may issue. */
    enum Answer {
        /** The organisation may issue it. */
        MAY,
        /** It may issue others, and not this. */
        ANOTHER_KIND,
        /** Nobody said that it may issue anything. */
        UNKNOWN
    }

    /**
     * Whether that organisation may issue that.
     *
     * @param organisation as its certificate says; spaces and capitals do not count
     * @param kind the code of the result
     */
    Answer mayIssue(String organisation, String kind) {
        file.ifPresent(this::readAgain);
        var kinds = lastRead.get(plain(organisation));
        if (kinds == null) {
            return Answer.UNKNOWN;
        }
        return kinds.stream()
                        .anyMatch(it ->
                                it.endsWith("*") ? kind.startsWith(it.substring(0, it.length() - 1)) : kind.equals(it))
                ? Answer.MAY
                : Answer.ANOTHER_KIND;
    }

    private void readAgain(Path it) {
        try {
            lastRead = read(it);
        } catch (UncheckedIOException | IllegalArgumentException broken) {
            LOG.error("The list of issuers cannot be read; what it said before holds", broken);
        }
    }

    /** Two names of one organisation are equal without what does not tell organisations apart. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Lines of organisation and kinds, parted by a semicolon and commas; {@code #} begins a remark. */
    private static Map<String, Set<String>> read(Path file) {
        try {
            var known = new HashMap<String, Set<String>>();
            int no = 0;
            for (var written : Files.readAllLines(file)) {
                no++;
                var line = written.replace(BYTE_ORDER_MARK, "");
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var cells = line.split(";", -1);
                if (cells.length != 2 || cells[0].isBlank() || known.put(plain(cells[0]), kinds(cells[1])) != null) {
                    throw wrong(file, no);
                }
                if (kinds(cells[1]).stream().anyMatch(it -> !KIND.matcher(it).matches())) {
                    throw wrong(file, no);
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Set<String> kinds(String cell) {
        return Stream.of(cell.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static IllegalArgumentException wrong(Path file, int no) {
        return new IllegalArgumentException(
                file + ", line " + no
                        + ": organisation;kind,kind with each organisation once; a kind is a code or the beginning of codes and *");
    }
}
