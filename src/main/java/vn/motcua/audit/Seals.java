package vn.motcua.audit;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.motcua.database.DataFolder;

/** The key of this program that signs the log's days. */
@Component
class Seals {

    private final Seal own;

    Seals(EvidenceSettings settings, DataFolder data, Clock clock) {
        own = settings.key().isPresent()
                ? new SealFile(
                                Path.of(settings.key().orElseThrow()),
                                Path.of(settings.certificate().orElseThrow()))
                        .read()
                : new SealFile(
                                data.folder("evidence").resolve("key.pem"),
                                data.folder("evidence").resolve("certificate.pem"))
                        .readOrMake(clock.instant());
    }

    Seal own() {
        return own;
    }
}
