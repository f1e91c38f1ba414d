package vn.motcua.catalogue.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.ProcedureImports;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Text;

/**
 * Reads uploaded files one after the other, beside the requests. A file is kept only as long as it is read; a program that stops
 * meanwhile loses nothing, for nothing is in force before somebody has looked.
 */
@Component
class ImportRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final ProcedureImports imports;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("imports").factory());

    ImportRunner(ProcedureImports imports) {
        this.imports = imports;
    }

    /** Begins it; the same command again begins nothing. */
    void begin(Scope scope, UUID command, String name, InputStreamSource content) throws IOException {
        var file = Files.createTempFile("motcua-import-", "");
        boolean reading = false;
        try {
            try (var in = content.getInputStream();
                    var out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            if (scope.call(() -> imports.begin(command, shortened(name), file))) {
                reader.execute(() -> scope.run(() -> read(command, file)));
                reading = true;
            }
        } finally {
            if (!reading) {
                Files.delete(file);
            }
        }
    }

    /** Waits until what was begun has been read. */
    void finish() throws InterruptedException, ExecutionException {
        reader.submit(() -> {}).get();
    }

    private void read(UUID command, Path file) {
        try {
            imports.check(command, file);
        } catch (RuntimeException e) {
            LOG.warn("the import {} failed", command, e);
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("a temporary file stays: {}", file, e);
            }
        }
    }

    private static String shortened(String name) {
        var clean = Text.clean(name);
        return clean.length() > 200 ? clean.substring(clean.length() - 200) : clean;
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
