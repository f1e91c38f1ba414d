package vn.motcua.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An act that was tried and refused: what its form shows when it comes back.
 *
 * @param act the last part of its address, e.g. {@code turn-away}
 * @param command its idempotency key; a new one when the dossier has moved on since
 * @param typed what was typed, with what is wrong
 * @param sentence why it was refused; empty when a line was merely added to a list
 */
record Attempt(String act, UUID command, Typed typed, String sentence) {

    /** Fields that no person typed. */
    private static final List<String> CARRIED =
            List.of("command", "version", "step", "seen", "more", "in", "late", "_csrf");

    /** What a person typed, without what the form carried by itself. */
    Map<String, List<String>> written() {
        var written = new java.util.TreeMap<>(typed.values());
        CARRIED.forEach(written::remove);
        written.values().removeIf(it -> it.stream().allMatch(String::isBlank));
        return written;
    }

    /** How many lines a list had. */
    int lines() {
        return Optional.of(typed.value("more"))
                .filter(it -> it.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .orElseGet(() -> typed.values().keySet().stream()
                        .filter(it -> it.startsWith("what."))
                        .map(it -> it.substring(5))
                        .filter(it -> it.matches("\\d{1,2}"))
                        .mapToInt(it -> Integer.parseInt(it) + 1)
                        .max()
                        .orElse(0));
    }
}
