package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.catalogue.RevisionDesk.Wanted;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A package goes out as a folder and comes back as a draft that two people still have to put in force. */
@WholeProgram
class PackageCommandTest {

    @Autowired
    Catalogue catalogue;

    @Autowired
    RevisionDesk desk;

    @Autowired
    JusticeProcedures justice;

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @Autowired
    DataSource connections;

    @TempDir
    Path folder;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatIsExportedAndChangedComesBackAsADraftForTwoPeople() throws IOException {
        var published = justice.published();
        var code = published.code();
        var own = folder.resolve("own");
        Files.createDirectories(own.resolve(".git"));
        Files.writeString(own.resolve("README.md"), "Của chúng tôi");
        Files.writeString(own.resolve("messages.yaml"), "messages: {}\n");

        assertThat(run("export", "package", code, own.toString())).startsWith("0 ");
        assertThat(PackageFolder.read(own))
                .as("a file of an earlier package is gone")
                .isEqualTo(catalogue.get(code).runnableContent().files());
        assertThat(own.resolve("README.md")).hasContent("Của chúng tôi");
        assertThat(run("import", "package", own.toString())).startsWith("0 ").contains("không thay đổi gì");

        var form = own.resolve("form.yaml");
        Files.writeString(form, Files.readString(form).replace("vi: Thư điện tử", "vi: Hộp thư điện tử"));
        assertThat(run("import", "package", own.toString())).startsWith("0 ").contains("phiên bản 2", "G15");
        assertThat(run("import", "package", own.toString())).contains("không thay đổi gì");
        var draft = desk.get(author(), code, 2);
        assertThat(draft.files().getOrDefault("form.yaml", "")).contains("Hộp thư điện tử");
        assertThat(desk.problems(draft)).isEmpty();
        assertThat(desk.history(author(), draft).getFirst().by()).contains("Người vận hành");

        Files.delete(own.resolve("route.yaml"));
        assertThat(run("import", "package", own.toString())).contains("phải sửa trước khi trình", "route.yaml");
        assertThat(desk.get(author(), code, 2).files()).doesNotContainKey("route.yaml");
        assertThat(run("export", "package", code, folder.resolve("x").toString(), "--draft"))
                .startsWith("0 ");
        assertThat(PackageFolder.read(folder.resolve("x"))).isEqualTo(PackageFolder.read(own));

        Files.writeString(
                own.resolve("route.yaml"),
                catalogue.get(code).runnableContent().files().getOrDefault("route.yaml", ""));
        assertThat(run("import", "package", own.toString())).doesNotContain("phải sửa");
        desk.handIn(author(), Ids.next(), justice.now(new Which(code, 2, 0)));
        desk.approve(
                (OfficerAt) taVan.named(JusticeProcedures.REVIEWER),
                Ids.next(),
                justice.now(new Which(code, 2, 0)),
                new Wanted(
                        new PublishingDecision("2002/QĐ-BTP", LocalDate.of(2026, 11, 20), "Bộ trưởng Bộ Tư pháp"),
                        LeadTimes.Track.MINISTRY,
                        LocalDate.of(2026, 12, 30),
                        LocalDate.of(2026, 11, 30)));
        assertThat(desk.get(author(), code, 2).phase().name()).isEqualTo(Phase.Name.APPROVED);
    }

    @Test
    void aGroupHasTheFilesOfItsPartsInFolders() throws IOException {
        assertThat(run("export", "package", "3.000722", folder.toString())).startsWith("0 ");
        assertThat(PackageFolder.read(folder))
                .isEqualTo(catalogue.get("3.000722").runnableContent().files());
        assertThat(folder.resolve("group.yaml")).exists();
    }

    @Test
    void whatIsNoPackageIsRefusedAndNothingIsKept() throws IOException {
        assertThat(run("export", "package", "9.999999", folder.toString()))
                .startsWith("51 ")
                .contains("9.999999");
        assertThat(run("export", "package", "9.999999")).startsWith("2 ");
        assertThat(run("import", "package", folder.resolve("nowhere").toString()))
                .startsWith("51 ");
        Files.writeString(folder.resolve("other.yaml"), "a: 1\n");
        assertThat(run("import", "package", folder.toString()))
                .startsWith("51 ")
                .contains("other.yaml");
        Files.delete(folder.resolve("other.yaml"));
        Files.writeString(folder.resolve("procedure.yaml"), "code: \"1.001193\"\nissuer: {code: G01}\nname: {vi: x}\n");
        assertThat(run("import", "package", folder.toString()))
                .as("of another agency")
                .startsWith("51 ");
    }

    @Test
    void aPackageThatNamesNoAgencyIsRefused() throws IOException {
        Files.writeString(folder.resolve("procedure.yaml"), "code: \"9.100001\"\nname: {vi: x}\n");

        assertThat(run("import", "package", folder.toString())).startsWith("51 ");
        assertThat(run("export", "package", "9.100001", folder.toString(), "--draft"))
                .as("no draft that nobody could open")
                .startsWith("51 ")
                .contains("9.100001");
    }

    @Test
    void ofSeveralDraftsTheLatestGoesOut() throws IOException {
        var code = justice.published().code();
        var files = catalogue.get(code).runnableContent().files();
        var later = new HashMap<>(files);
        later.computeIfPresent("form.yaml", (_, text) -> text + "# về sau\n");
        desk.send(author(), Ids.next(), files);
        desk.send(author(), Ids.next(), later);

        assertThat(run("export", "package", code, folder.toString(), "--draft")).startsWith("0 ");
        assertThat(PackageFolder.read(folder)).isEqualTo(later);
    }

    @Test
    void aLinkLeadsNeitherOutOfTheFolderNorIntoAnother() throws IOException {
        var outside = Files.writeString(folder.resolve("outside.yaml"), "của người khác");
        var own = Files.createDirectories(folder.resolve("own"));
        Files.createSymbolicLink(own.resolve("form.yaml"), outside);
        assertThat(run("import", "package", own.toString())).startsWith("51 ").contains("form.yaml");
        assertThat(run("export", "package", "1.001193", own.toString()))
                .startsWith("51 ")
                .contains("form.yaml");

        var group = Files.createDirectories(folder.resolve("group"));
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(group.resolve("1.001193"), elsewhere);
        assertThat(run("export", "package", "3.000722", group.toString())).startsWith("51 ");
        assertThat(run("export", "package", "1.001193", outside.toString()))
                .as("no folder")
                .startsWith("51 ")
                .contains("outside.yaml");
        assertThat(outside).hasContent("của người khác");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(group.resolve("group.yaml")).doesNotExist();

        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        assertThat(run("export", "package", "1.001193", folder.resolve("link").toString()))
                .startsWith("0 ");
        assertThat(PackageFolder.read(folder.resolve("link")))
                .as("the folder that somebody names may be a link")
                .isEqualTo(catalogue.get("1.001193").runnableContent().files());
    }

    private OfficerAt author() {
        return (OfficerAt) taVan.named(JusticeProcedures.AUTHOR);
    }

    private String run(String... args) {
        var bytes = new ByteArrayOutputStream();
        var code = PackageCommand.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), connections, args);
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
