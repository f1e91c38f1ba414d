package vn.motcua.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EvidenceSettingsTest {

    @Test
    void anOperatorNamesTheirOwnKeyAndCertificate() {
        var given = new MapConfigurationPropertySource(Map.of(
                "motcua.evidence.key", "/etc/motcua/day.key", "motcua.evidence.certificate", "/etc/motcua/day.pem"));

        var settings = new Binder(given)
                .bind("motcua.evidence", EvidenceSettings.class)
                .get();

        assertThat(settings.key()).contains("/etc/motcua/day.key");
        assertThat(settings.certificate()).contains("/etc/motcua/day.pem");
    }
}
