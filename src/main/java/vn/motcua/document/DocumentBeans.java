package vn.motcua.document;

import java.io.IOException;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.database.DataFolder;

/** Which store and which virus check this installation has: folder {@code files} of the data folder, {@code motcua.clamd}. */
@Configuration(proxyBeanMethods = false)
class DocumentBeans {

    @Bean
    Incoming incoming(DataFolder data, Clock clock) throws IOException {
        var incoming = new Incoming(data.folder("files").resolve("incoming"));
        incoming.sweep(clock.instant());
        return incoming;
    }

    @Bean
    FileStore fileStore(DataFolder data, Incoming incoming, Clock clock) {
        return new DiskFiles(data.folder("files"), incoming, clock);
    }

    @Bean
    VirusCheck virusCheck(@Value("${motcua.clamd:}") String clamd) {
        if (clamd.isBlank()) {
            LoggerFactory.getLogger(VirusCheck.class)
                    .warn("NO VIRUS CHECK: uploaded files are stored unchecked; set motcua.clamd=host:port");
            return new NoVirusCheck();
        }
        return Clamd.at(clamd.strip());
    }
}
