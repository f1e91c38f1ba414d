package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper of a dossier (giấy tờ đã nộp).
 *
 * @param document the id of the required document that it answers; empty when it answers none
 * @param name the file's name
 * @param file its content hash; empty for a paper that was only shown at the counter
 * @param originals how many originals (bản chính) the officer saw at the counter
 * @param copies how many copies (bản sao) the officer saw there
 * @param version with which version of the dossier it came
 * @param addedAt when
 */
public record Paper(
        UUID id,
        String document,
        String name,
        Optional<String> file,
        int originals,
        int copies,
        int version,
        Instant addedAt) {}
