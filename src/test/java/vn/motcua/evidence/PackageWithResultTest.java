package vn.motcua.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.audit.SealedDays;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** The result is one of the papers that a package proves: for officers always, for the owner once it was handed over. */
@WholeProgram
class PackageWithResultTest {

    private static final String OWNER = "Lý Thị Mẩy";
    private static final String RECEIVER = "Trần Thu Hà";

    private final TaVan taVan;
    private final String address;

    @Autowired
    PackageWithResultTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theResultLiesInThePackage(@TempDir Path folder) throws IOException {
        var life = taVan.birth(OWNER).received().appraised().approved().issued();
        var desk = new Visit(address).as(RECEIVER);
        var owner = new Visit(address).as(OWNER);

        assertThat(names(desk.bytes("/desk/dossiers/" + life.ref.id() + "/evidence.zip")))
                .anyMatch(it -> it.endsWith("-ket-qua.pdf"));
        var before = owner.bytes(life.path() + "/evidence.zip");
        assertThat(names(before)).as("not fetched yet").noneMatch(it -> it.endsWith("-ket-qua.pdf"));
        assertThat(SealedDays.verify(
                        Files.write(folder.resolve("before.zip"), before).toString()))
                .matches(it -> it.code() == 3)
                .matches(it -> it.said().contains("1 tệp không kèm theo"));

        life.handedOver();

        var after = owner.bytes(life.path() + "/evidence.zip");
        assertThat(names(after)).anyMatch(it -> it.endsWith("-ket-qua.pdf"));
        assertThat(SealedDays.verify(
                                Files.write(folder.resolve("after.zip"), after).toString())
                        .said())
                .contains("0 tệp không kèm theo");
    }

    private static java.util.Set<String> names(byte[] file) throws IOException {
        return OpenedPackage.of(file).papers().keySet();
    }
}
