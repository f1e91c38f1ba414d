package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import vn.motcua.database.StartRefused;
import vn.motcua.database.StartRefused.Reason;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

class StartReportTest {

    @Test
    void theReasonIsFoundBehindWhatSpringWrapsAroundIt() {
        var wrapped = new IllegalStateException("context", new StartRefused(Reason.DATA_FOLDER_IN_USE, "data"));

        assertThat(StartReport.reason(wrapped)).map(StartRefused::reason).contains(Reason.DATA_FOLDER_IN_USE);
        assertThat(StartReport.reason(new PortInUseException(8080)))
                .map(StartRefused::reason)
                .contains(Reason.PORT_IN_USE);
        assertThat(StartReport.reason(new IllegalStateException(new IOException("No space left on device"))))
                .map(StartRefused::reason)
                .contains(Reason.DISK_FULL);
    }

    @Test
    void aBugKeepsItsTrace() {
        assertThat(StartReport.reason(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void everyReasonHasItsSentence() {
        var messages = new Messages();

        for (var language : Language.values()) {
            assertThat(messages.all(language).keySet())
                    .containsAll(Arrays.stream(Reason.values())
                            .map(it -> "database.start." + it.name())
                            .toList());
        }
    }
}
