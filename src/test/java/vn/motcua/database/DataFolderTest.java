package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.database.StartRefused.Reason;

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
