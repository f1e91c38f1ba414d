package vn.motcua.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper of a dossier (giấy tờ đã nộp).
 *
 * @param document the id of the required document that it answers; empty when it answers none
 * @param name the file's name
 * @param file its content hash
 * @param version with which version of the dossier it came
 * @param addedAt when
 */
public record Paper(UUID id, String document, String name, String file, int version, Instant addedAt) {}
