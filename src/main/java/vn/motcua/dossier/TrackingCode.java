package vn.motcua.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import vn.motcua.shared.Sha256;

/**
 * The code by which anybody who has it may see where a filing stands. It can be read aloud: no 0 or O, no 1 or I. Its
 * sixteen characters are 80 random bits, so it cannot be guessed; that, and not the dossier number, is the secret.
 */
public record TrackingCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\-–]+");

    /** Refuses anything but sixteen characters of the alphabet; that is a bug, {@link #typed} is for people. */
    public TrackingCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tracking code");
        }
    }

    /** A new one; the source must not be foreseeable. */
    static TrackingCode random(RandomGenerator source) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(source.nextInt(ALPHABET.length())));
        }
        return new TrackingCode(code.toString());
    }

    /** The code as somebody typed it, with or without spaces, in small or capital letters; empty when it is none. */
    public static Optional<TrackingCode> typed(String text) {
        var plain = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new TrackingCode(plain)) : Optional.empty();
    }

    /** As it stands in an address: alone, or with the place of one dossier among several of its filing, from 1. */
    String word(Optional<Integer> place) {
        return value + place.map(it -> "." + it).orElse("");
    }

    /** In groups of four, as it is shown and read out. */
    public String grouped() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** What the national directory keeps in its place. */
    byte[] digest() {
        return Sha256.of(value);
    }

    /** Not the code: it opens the filing to whoever reads the log. */
    @Override
    public String toString() {
        return "TrackingCode[…]";
    }
}
