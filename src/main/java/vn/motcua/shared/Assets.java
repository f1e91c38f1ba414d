package vn.motcua.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses of style sheets, scripts and pictures. Each carries a piece of the digest of its content, so a browser
 * may keep it for a year and still gets the new one at once. Fonts and libraries have their version in their name.
 */
public final class Assets {

    private static final Map<String, String> PATHS = new ConcurrentHashMap<>();

    private Assets() {}

    /** The address of that file under {@code static/assets}; a file that is not there is a bug. */
    public static String path(String file) {
        return PATHS.computeIfAbsent(file, Assets::withDigest);
    }

    private static String withDigest(String file) {
        try (var content = Assets.class.getResourceAsStream("/static/assets/" + file)) {
            if (content == null) {
                throw new IllegalArgumentException("no asset " + file);
            }
            return "/assets/" + file + "?v="
                    + Sha256.hex(content.readAllBytes()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
