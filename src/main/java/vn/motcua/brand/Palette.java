package vn.motcua.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Refused;

/** The colours an agency can choose from. Red is none of them: it says that something is late or wrong. */
@Component
public class Palette {

    private static final List<Accent> SHIPPED = List.of(
            Accent.of("teal", "#0B5A5C"),
            Accent.of("blue", "#1D4E89"),
            Accent.of("indigo", "#3B3F8C"),
            Accent.of("green", "#1E6B3A"),
            Accent.of("brown", "#6B4226"),
            Accent.of("slate", "#3D4F5C"),
            Accent.of("plum", "#6A2C5E"));

    private final List<Accent> all;

    Palette(BrandSettings settings) {
        var more = new ArrayList<Accent>();
        new TreeMap<>(settings.accents()).forEach((word, hex) -> more.add(Accent.of(word, hex)));
        all = Stream.concat(SHIPPED.stream(), more.stream()).toList();
    }

    /** All of them, ours first. */
    public List<Accent> all() {
        return all;
    }

    /** Those that come with the program; their names are texts. */
    public static boolean shipped(String word) {
        return SHIPPED.stream().anyMatch(it -> it.word().equals(word));
    }

    /** The one of that word; refused when there is none. */
    public Accent accent(String word) {
        return find(word).orElseThrow(() -> new Refused(BrandRefusal.ACCENT_UNKNOWN, word));
    }

    /** The one of that word, if there is one. */
    public Optional<Accent> find(String word) {
        return all.stream().filter(it -> it.word().equals(word)).findFirst();
    }
}
