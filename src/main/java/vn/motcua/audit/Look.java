package vn.motcua.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * Something to be written into the log: a reading of personal data, or a change outside a dossier.
 *
 * @param actor account of whoever acts
 * @param position in which position
 * @param role the role of that position
 * @param subject the dossier, or the person looked up, or what was changed
 * @param act in one or a few kebab-case words, e.g. {@code read}, {@code found}
 * @param fields see {@link Fields#of}
 */
public record Look(
        UUID actor,
        Optional<UUID> position,
        Optional<String> role,
        Purpose purpose,
        UUID subject,
        String act,
        String fields) {}
