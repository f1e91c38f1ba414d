package vn.motcua.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * In what capacity somebody signs (chức vụ, quyền hạn của người ký; NĐ 30/2020/NĐ-CP, Phụ lục I): a deputy for the head ({@code KT.}),
 * somebody by the head's order ({@code TL.}) or mandate ({@code TUQ.}), all perhaps on behalf of a collective ({@code TM.}).
 *
 * @param authority the lines above the title, e.g. {@code TM. Ủy ban nhân dân} and {@code KT. Chủ tịch}
 * @param title their own (chức vụ), e.g. {@code Phó Chủ tịch}
 */
public record Capacity(List<String> authority, String title) {

    private static final Pattern AUTHORITY = Pattern.compile("(TM|KT|TL|TUQ|Q)\\. ?\\p{Lu}.{0,99}");
    private static final Pattern TITLE = Pattern.compile("\\p{Lu}[^/;|]{1,99}");
    private static final Pattern ALONE = Pattern.compile("(TM|TL|TUQ)\\..*");
    private static final Pattern PART = Pattern.compile("\\|");

    /** Keeps its own copy; refuses what cannot stand above a signature. */
    public Capacity {
        authority = List.copyOf(authority);
        if (!isTitle(title)
                || !authority.stream().allMatch(it -> AUTHORITY.matcher(it).matches())) {
            throw new IllegalArgumentException("nobody signs as " + authority + " " + title);
        }
    }

    /** Whether that can be a title: one of at most 100 letters, beginning with a capital. */
    public static boolean isTitle(String title) {
        return TITLE.matcher(title).matches();
    }

    /** Reads lines above the title parted by {@code |}, and the title; refuses what cannot stand above a signature. */
    public static Capacity of(String authority, String title) {
        return new Capacity(
                PART.splitAsStream(authority)
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList(),
                title.strip());
    }

    /** The lines above the title as {@link #of} reads them. */
    public String written() {
        return String.join(" | ", authority);
    }

    /** All lines, as they stand above a signature. */
    public String said() {
        var lines = new ArrayList<>(authority);
        lines.add(title);
        return String.join("\n", lines);
    }

    /**
     * The lines above the title on a paper of a collective: its own line first, but where one signs by order or mandate, which
     * name who gave it.
     *
     * @param collective e.g. {@code TM. Ủy ban nhân dân}; empty for none
     */
    public List<String> under(String collective) {
        var alone = authority.stream().anyMatch(it -> ALONE.matcher(it).matches());
        return collective.isEmpty() || alone
                ? authority
                : Stream.concat(Stream.of(collective), authority.stream()).toList();
    }
}
