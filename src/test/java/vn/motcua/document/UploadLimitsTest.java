package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class UploadLimitsTest {

    @Test
    void unlessSetOneFileHasTenMegabytesThreeHundredPagesAndSixtyMillionPixels() {
        assertThat(limits(Map.of())).isEqualTo(new UploadLimits(DataSize.ofMegabytes(10), 300, 60_000_000));
    }

    @Test
    void aLimitThatIsSurelyAMistakeStopsTheStart() {
        assertThat(limits(Map.of("motcua.upload.size", "25MB")).size()).isEqualTo(DataSize.ofMegabytes(25));
        assertThatThrownBy(() -> limits(Map.of("motcua.upload.size", "10B")))
                .hasRootCauseMessage("motcua.upload.size must lie between 100KB and 1GB: 10B");
    }

    private static UploadLimits limits(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("motcua.upload", UploadLimits.class);
    }
}
