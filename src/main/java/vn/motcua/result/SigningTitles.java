package vn.motcua.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.OfficerId;

/**
 * In what capacity officers sign (chức vụ, quyền hạn của người ký; NĐ 30/2020/NĐ-CP, Phụ lục I): a deputy for the head ({@code KT.}), somebody
 * by the head's order ({@code TL.}) or mandate ({@code TUQ.}), all perhaps on behalf of a collective ({@code TM.}). It is data of the operator,
 * read for each paper. Who is not in it signs as what the agency's administrators say of them ({@link vn.motcua.identity.OfficerTitles}), else in
 * the capacity that the procedure's template names.
 */
@Component
public class SigningTitles {

    private final Optional<Path> file;

    SigningTitles(SigningSettings settings) {
        this.file = Optional.ofNullable(settings.titles());
        file.ifPresent(SigningTitles::read);
    }

    /** In what capacity that officer signs; empty where nobody said so. */
    public Optional<Capacity> of(OfficerId officer) {
        return file.flatMap(it -> Optional.ofNullable(read(it).get(officer.toString())));
    }

    /** Lines of officer, lines above the title parted by {@code |}, title, parted by semicolons; {@code #} begins a remark. */
    private static Map<String, Capacity> read(Path file) {
        try {
            var known = new HashMap<String, Capacity>();
            int no = 0;
            for (var line : Files.readAllLines(file)) {
                no++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var cells = line.split(";", -1);
                if (cells.length != 3 || known.put(cells[0].strip(), capacity(cells, file, no)) != null) {
                    throw new IllegalArgumentException(
                            file + ", line " + no + ": officer;authority;title, each officer once");
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Capacity capacity(String[] cells, Path file, int no) {
        try {
            return Capacity.of(cells[1], cells[2]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", line " + no + ": " + e.getMessage(), e);
        }
    }
}
