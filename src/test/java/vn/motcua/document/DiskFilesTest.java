package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFilesTest {

    private final Path folder;
    private final Incoming incoming;
    private final DiskFiles store;

    DiskFilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.incoming = new Incoming(folder.resolve("incoming"));
        this.store = new DiskFiles(folder, incoming, java.time.Clock.systemUTC());
    }

    @Test
    void aContentLiesUnderItsHash() throws IOException {
        var file = store.put(content("xin chào"));
        assertThat(file).isEqualTo(FileId.of("8aaecd06d85c7f743d3545e7b865f3053c647591f95919c1c0b003046d4757aa"));
        assertThat(store.place(file)).hasContent("xin chào");
        assertThat(store.place(file).getParent()).hasFileName(file.sha256().substring(2, 4));
        try (var read = store.open(file)) {
            assertThat(read).hasContent("xin chào");
        }
        assertThat(store.size(file)).isEqualTo("xin chào".getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        assertThat(store.put(content("một"))).isEqualTo(store.put(content("một")));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void aChangedByteIsFoundAndStoringItAgainHealsIt() throws IOException {
        var file = store.put(content("bản gốc"));
        Files.writeString(store.place(file), "bản giả");

        assertThatThrownBy(() -> store.open(file))
                .isInstanceOf(FileDamaged.class)
                .hasMessageContaining("altered");
        store.put(content("bản gốc"));
        store.verify(file);
    }

    @Test
    void aLostFileIsFound() throws IOException {
        var file = store.put(content("bản gốc"));
        Files.delete(store.place(file));

        assertThatThrownBy(() -> store.open(file))
                .isInstanceOf(FileDamaged.class)
                .hasMessageContaining("gone");
        assertThatThrownBy(() -> store.size(file)).isInstanceOf(FileDamaged.class);
    }

    @Test
    void aContentThatBreaksOffLeavesNothing() throws IOException {
        assertThatThrownBy(() -> store.put(new LongStream(100_000))).hasRootCauseMessage("connection lost");
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatAKilledProgramLeftIsSweptAfterADay() throws IOException {
        var now = Instant.parse("2026-11-23T01:00:00Z");
        var old = Files.writeString(folder.resolve("incoming/in-1.part"), "cũ");
        var fresh = Files.writeString(folder.resolve("incoming/in-2.part"), "mới");
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(fresh, FileTime.from(now.minus(Duration.ofHours(23))));

        incoming.sweep(now);

        assertThat(kept()).containsExactly(fresh);
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
