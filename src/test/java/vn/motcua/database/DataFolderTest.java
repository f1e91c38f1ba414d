package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.database.StartRefused.Reason;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

class DataFolderTest {

    @TempDir
    Path temporary = Path.of("");

    @Test
    void oneProgramAtATimeHoldsIt() {
        var data = temporary.resolve("data");
        try (var _ = DataFolder.claim(data)) {
            refused(Reason.DATA_FOLDER_IN_USE, () -> DataFolder.claim(data));
        }
        DataFolder.claim(data).close();
    }

    @Test
    void theFolderOfANewerProgramIsRefusedAndLeftAsItWas() throws IOException {
        Files.writeString(temporary.resolve("version"), "99\n");

        refused(Reason.DATA_FOLDER_NEWER, () -> DataFolder.claim(temporary));

        try (var files = Files.list(temporary)) {
            assertThat(files).containsExactly(temporary.resolve("version"));
        }
    }

    @Test
    void theVersionIsWrittenOnceAndWhole() throws IOException {
        var version = temporary.resolve("version");
        DataFolder.claim(temporary).close();
        assertThat(version).hasContent("1\n");
        var then = FileTime.fromMillis(0);
        Files.setLastModifiedTime(version, then);

        DataFolder.claim(temporary).close();

        assertThat(Files.getLastModifiedTime(version)).isEqualTo(then);
    }

    @Test
    void aStartThatIsCutOffWhileWritingDoesNotSpoilTheFolder() throws IOException {
        var version = temporary.resolve("version");
        var half = Files.createDirectory(temporary.resolve("version.new"));

        refused(Reason.DATA_FOLDER_NOT_WRITABLE, () -> DataFolder.claim(temporary));
        assertThat(version).doesNotExist();

        Files.delete(half);
        Files.writeString(half, "nửa");
        Files.writeString(version, "");
        DataFolder.claim(temporary).close();
        assertThat(version).hasContent("1\n");
        assertThat(half).doesNotExist();
    }

    @Test
    void aFullDiskSaysHowMuchRoomIsNeeded() {
        var refusal = DataFolder.refusal(temporary, new IOException("No space left on device"));

        assertThat(refusal.reason()).isEqualTo(Reason.DISK_FULL);
        assertThat(new Messages()
                        .say(
                                Language.EN,
                                "database.start.DISK_FULL",
                                refusal.arguments().toArray()))
                .contains("at least 500 MB");
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "không phải thư mục");

        refused(Reason.DATA_FOLDER_NOT_WRITABLE, () -> DataFolder.claim(file));
    }

    @Test
    void tooLittleRoomIsSaidBeforeAnythingIsWritten() {
        refused(Reason.DISK_FULL, () -> DiskSpace.need(temporary, Long.MAX_VALUE / 2));
    }

    @Test
    void reasonsHaveTheirOwnExitCodes() {
        assertThat(Reason.values())
                .filteredOn(it -> it != Reason.DATABASE_NEWER)
                .extracting(Reason::exitCode)
                .doesNotHaveDuplicates()
                .allMatch(it -> it > 10 && it < 30);
    }

    private static void refused(Reason reason, ThrowingCallable attempt) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(attempt)
                .extracting(StartRefused::reason)
                .isEqualTo(reason);
    }
}
