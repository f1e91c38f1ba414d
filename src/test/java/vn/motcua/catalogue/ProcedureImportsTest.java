package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.ImportLine.Verdict;
import vn.motcua.catalogue.ProcedureImports.State;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.WholeProgram;

/** Records come into the catalogue as they were shown, all at once, and a second time nothing changes. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=imports")
class ProcedureImportsTest {

    @Autowired
    ProcedureImports imports;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Publication publication;

    @Autowired
    Revisions revisions;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource connections;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    @Test
    void whatIsNewAndWhatChangedComesIntoForceAndTheSearchFollows() throws IOException {
        var before = catalogue.get("1.000689");
        var id = checked("""
                [{"code": "9.100001", "name": "Đăng ký nuôi kỳ lân (bịa ra)", "isWard": true},
                 {"code": "1.000689", "name": "%s", "requirementsAndConditions": "Phải có mặt."},
                 {"code": "1.001022", "name": "%s"},
                 {"code": "9.100001", "name": "Lần nữa"},
                 {"code": "x", "name": "Sai"}]
                """.formatted(
                before.record().name(), catalogue.get("1.001022").record().name()));
        assertThat(verdicts(id))
                .containsExactly(Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED, Verdict.REFUSED, Verdict.REFUSED);
        assertThat(lines(id).get(1).differences())
                .extracting(RecordDifference::part)
                .contains("requirements");
        assertThat(lines(id).get(3).problems())
                .containsExactly(new RecordProblem("code", RecordProblem.Kind.TWICE, "1"));
        catalogue.renew();
        assertThat(catalogue.find("9.100001")).as("looking changes nothing").isEmpty();

        national(() -> imports.apply(id));
        national(() -> imports.apply(id));
        catalogue.renew();

        assertThat(catalogue.search(SearchQuery.of("nuoi ky lan")).hits())
                .extracting(it -> it.revision().code())
                .startsWith("9.100001");
        var after = catalogue.get("1.000689");
        assertThat(after.record().requirements()).isEqualTo("Phải có mặt.");
        assertThat(after.record().shortName()).isEqualTo(before.record().shortName());
        assertThat(catalogue.revision(before.id()).record().requirements())
                .as("the earlier revision stays")
                .isEmpty();
        assertThat(acts(id)).containsExactly("procedures-import-begun", "procedures-imported");

        var again = checked("[{\"code\": \"9.100001\", \"name\": \"Đăng ký nuôi kỳ lân (bịa ra)\", \"isWard\": true}]");
        assertThat(verdicts(again)).containsExactly(Verdict.UNCHANGED);
    }

    @Test
    void aReviewedPackageIsNotReplacedByAMereRecord() throws IOException {
        var before = catalogue.get("1.001193");
        var id = checked("[{\"code\": \"1.001193\", \"name\": \"Tên khác\"}]");
        assertThat(verdicts(id)).containsExactly(Verdict.KEPT);
        assertThat(lines(id).getFirst().differences())
                .extracting(RecordDifference::part)
                .contains("name");
        national(() -> imports.apply(id));
        catalogue.renew();
        assertThat(catalogue.get("1.001193")).isSameAs(before);
        var published = catalogue.published("1.001193").orElseThrow();
        assertThat(published.name()).as("kept beside the package").isEqualTo("Tên khác");

        var corrected = checked("[{\"code\": \"1.001193\", \"name\": \"%s\"}]"
                .formatted(before.record().name()));
        assertThat(verdicts(corrected)).containsExactly(Verdict.UNCHANGED);
        national(() -> imports.apply(corrected));
        catalogue.renew();
        assertThat(catalogue.published("1.001193").orElseThrow().name())
                .as("and follows when the file says again what the package says")
                .isEqualTo(before.record().name());
        assertThat(catalogue.get("1.001193")).isSameAs(before);
    }

    @Test
    void aFieldThatNobodyReadsIsNamedAndTheRecordTaken() throws IOException {
        var id = checked(
                "[{\"code\": \"9.100031\", \"name\": \"Nuôi rồng (bịa ra)\", \"dragons\": 3, \"state\": \"UPDATED\"}]");
        assertThat(verdicts(id)).containsExactly(Verdict.NEW);
        assertThat(lines(id).getFirst().problems())
                .containsExactly(new RecordProblem("dragons", RecordProblem.Kind.NOT_READ, ""));
    }

    @Test
    void whatChangedAfterTheComparisonIsNotPutOverIt() throws IOException {
        var name = catalogue.get("1.001266").record().name();
        var one = checked(file("1.001266", name, "Một"));
        var other = checked(file("1.001266", name, "Hai"));
        national(() -> imports.apply(one));
        national(() -> imports.apply(other));
        catalogue.renew();
        assertThat(catalogue.get("1.001266").record().requirements()).isEqualTo("Một");
        assertThat(lines(other).getFirst().problems())
                .extracting(RecordProblem::kind)
                .containsExactly(RecordProblem.Kind.CHANGED_MEANWHILE);
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() throws IOException {
        var id = checked("[{\"code\": \"9.100002\", \"name\": \"Một\"}, {\"code\": ");
        var it = national(() -> imports.find(id)).orElseThrow();
        assertThat(it.state()).isEqualTo(State.REFUSED);
        assertThat(it.refusal()).contains(CatalogueRefusal.FILE_NOT_JSON);
        assertThat(lines(id)).isEmpty();
        assertThatThrownBy(() -> national(() -> imports.apply(id)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(CatalogueRefusal.IMPORT_NOT_CHECKED));
    }

    @Test
    void theSameCommandBeginsOneImport() throws IOException {
        var path = Files.writeString(folder.resolve("mot.json"), "[]");
        var id = Ids.next();
        assertThat(national(() -> imports.begin(id, "mot.json", path))).isTrue();
        assertThat(national(() -> imports.begin(id, "mot.json", path))).isFalse();
    }

    @Test
    void whatComesWithTheProgramDoesNotReplaceWhatWasImported() throws IOException {
        var record = catalogue.get("1.001570").record();
        var id = checked(file("1.001570", record.name(), "Nhập"));
        national(() -> imports.apply(id));
        assertThat(national(publication::publishBuiltIn)).isZero();
        var newer = sound("[{\"code\":\"1.001570\",\"name\":\"Bản mới trong chương trình\"}]");
        national(() -> new TransactionTemplate(transactions).execute(_ -> {
            revisions.publish(List.of(Revisions.Stored.of(newer, Map.of())), Instant.EPOCH);
            return true;
        }));
        catalogue.renew();
        assertThat(catalogue.get("1.001570").record().requirements()).isEqualTo("Nhập");
    }

    @Test
    void theCommandSaysEachRecordThatDoesNotStayAsItWas() throws IOException {
        var path = Files.writeString(
                folder.resolve("lenh.json"),
                "[{\"code\": \"9.100003\", \"name\": \"Bằng lệnh (bịa ra)\"},\n{\"code\": \"sai\", \"name\": \"Sai\"}]");
        assertThat(run("procedures", path.toString(), "--dry-run"))
                .contains("50", "dòng 1: Mới – 9.100003 Bằng lệnh (bịa ra)", "dòng 2: Từ chối – sai Sai")
                .anyMatch(it -> it.contains("chỉ xem, chưa nhập gì: 1 mới"))
                .anyMatch(it -> it.contains("“sai” không phải mã thủ tục. Mã có dạng 1.001193"));
        catalogue.renew();
        assertThat(catalogue.find("9.100003")).isEmpty();
        assertThat(run("procedures", path.toString()))
                .contains("50")
                .anyMatch(it -> it.contains(": 1 mới, 0 thay đổi"));
        catalogue.renew();
        assertThat(catalogue.find("9.100003")).isPresent();
        assertThat(run("procedures", path.toString())).anyMatch(it -> it.contains("0 mới, 0 thay đổi, 1 không đổi"));
        assertThat(run("procedures", folder.resolve("khong-co").toString())).contains("51");
        assertThat(run("procedures")).contains("2");
        assertThat(run("procedures", "a.json", "--không")).contains("2");
    }

    /** Measured are 170; a file of 30 MB held as a tree would take several hundred on top. */
    private static final long MOST_HEAP_MB = 200;

    @Tag("long")
    @Test
    void fiveThousandSyntheticRecordsAreTakenAndAgainNothingChanges() throws IOException {
        var file = folder.resolve("bia-ra.json");
        SyntheticRecords.write(file, 5000, "một");
        var before = heap();
        for (var round : List.of("first", "again")) {
            var started = System.nanoTime();
            var id = check(file);
            national(() -> imports.apply(id));
            catalogue.renew();
            var seconds = (System.nanoTime() - started) / 1e9;
            var more = heap() - before;
            System.out.printf(
                    "import, %s: 5,000 synthetic records (%d MB) in %.1f s, %d MB more on the heap after it%n",
                    round, Files.size(file) >> 20, seconds, more);
            assertThat(seconds).as("under a minute").isLessThan(60);
            assertThat(more).as("MB of memory, the catalogue among it").isLessThan(MOST_HEAP_MB);
            var counts = national(() -> imports.counts(id));
            assertThat(counts).isEqualTo(Map.of(round.equals("first") ? Verdict.NEW : Verdict.UNCHANGED, 5000));
        }
    }

    /** Megabytes that are in use; other tests of the same process have theirs among it. */
    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private List<String> run(String... args) {
        var bytes = new ByteArrayOutputStream();
        var code = ImportCommand.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), connections, args);
        return Stream.concat(
                        Stream.of(Integer.toString(code)),
                        bytes.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .toList();
    }

    private static String file(String code, String name, String requirements) {
        return "[{\"code\": \"%s\", \"name\": \"%s\", \"requirementsAndConditions\": \"%s\"}]"
                .formatted(code, name, requirements);
    }

    private static ProcedureRecord sound(String json) {
        var node = new JsonMapper().readTree(json).get(0);
        return ((RecordReading.Outcome.Sound) NationalRecord.read(node, "", _ -> Optional.empty())).record();
    }

    private UUID checked(String content) throws IOException {
        return check(Files.writeString(folder.resolve(UUID.randomUUID() + ".json"), content));
    }

    private UUID check(Path path) {
        var id = Ids.next();
        national(() -> imports.begin(id, "thu-tuc.json", path));
        national(() -> imports.check(id, path));
        return id;
    }

    private List<ImportLine> lines(UUID id) {
        return national(() -> imports.lines(id, Optional.empty(), 0, 100));
    }

    private List<Verdict> verdicts(UUID id) {
        return lines(id).stream().map(ImportLine::verdict).toList();
    }

    private List<String> acts(UUID id) {
        return national(() -> Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(_ -> db.sql("select act from audit_record where subject = :id order by at, id")
                        .param("id", id)
                        .query(String.class)
                        .list())));
    }

    private static <T> T national(Supplier<T> work) {
        return Scope.of(TenantId.NATIONAL).call(work);
    }

    private static void national(Runnable work) {
        Scope.of(TenantId.NATIONAL).run(work);
    }
}
