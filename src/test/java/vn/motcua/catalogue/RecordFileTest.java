package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalogue.RecordReading.Outcome;
import vn.motcua.shared.Refused;

/** Files of records are read one record after the other; what is wrong is told with its line, field and reason. */
class RecordFileTest {

    record Taken(long line, Outcome outcome) {}

    static final String FULL = """
            {"code": "OK", "data": {
              "id": "019d2bf7-6762-77ee-9a0c-965773ce7afe", "code": "9.000001", "name": "Thủ tục <b>bịa</b> ra",
              "isWard": true, "isFullProcess": true,
              "executionSteps": [{"name": "Bước 1", "description": "<p>Nộp hồ sơ.</p><script>alert(1)</script><p>Chờ.</p>"}],
              "executionMethods": [
                {"submissionMethod": "ONLINE", "processingTime": 15, "processingTimeUnit": "WORKING_DAY",
                 "description": "Trường hợp phải xác minh: không quá 20 ngày làm việc",
                 "fees": [{"type": "SERVICE_FEE", "value": 5000, "currencyId": "", "description": "mỗi lần"},
                          {"type": "Lệ phí", "value": 0}]},
                {"submissionMethod": "DIRECT", "processingTime": null, "processingTimeUnit": "OTHER",
                 "description": "Kéo dài thêm 5 ngày khi cần"}],
              "executionCases": [{"name": "Cấp lại", "profileComponents": [
                {"name": "Đơn", "code": "000.00.00.G15-KQ004389", "originalQty": 1, "copyQty": 2, "hasElectronicForm": true,
                 "attachments": [{"name": "Mẫu 01"}]}]}],
              "cases": [{"name": "Cấp mới", "code": "9.000001.01", "processingDay": {"qty": 1.5, "type": "WORKING_DAY"},
                         "profileComponents": []}],
              "categoriesDetails": [{"name": "Hộ tịch"}], "unitGroupsExecuting": [{"name": "Ủy ban nhân dân cấp xã"}],
              "legalBasisesDetails": [{"name": "Nghị định", "code": "123/2015/NĐ-CP", "issuer": "Chính phủ", "date": "2015-11-15"}],
              "resultsDetails": [{"name": "Giấy", "code": "KQ.G15.000031"}],
              "subjectTypesDetails": [{"name": "Công dân Việt Nam"}],
              "departmentPromulgateCode": "G15", "departmentPromulgateName": "Bộ Tư pháp",
              "procedureProposal": {"proposalNumber": "1/QĐ-BTP"},
              "requirementsAndConditions": "Không &amp; có"}}
            """;

    @Test
    void aRecordOfTheNationalDatabaseIsReadInFull() {
        var record = sound(read(FULL).getFirst());
        assertThat(record.name()).isEqualTo("Thủ tục bịa ra");
        assertThat(record.levels()).containsExactly(ProcedureRecord.Level.COMMUNE);
        assertThat(record.serviceLevel()).isEqualTo(ProcedureRecord.ServiceLevel.FULL);
        var online = record.channels().getFirst();
        assertThat(LimitText.words(online.times()))
                .isEqualTo("15 ngày làm việc; 20 ngày làm việc (Trường hợp phải xác minh)");
        assertThat(online.fees())
                .extracting(it -> it.name() + " " + it.amount() + " " + it.condition())
                .containsExactly("Phí 5000 mỗi lần", "Lệ phí 0 ");
        var direct = record.channels().getLast();
        assertThat(direct.times()).isEmpty();
        assertThat(direct.notUnderstood()).containsExactly("Kéo dài thêm 5 ngày khi cần");
        assertThat(record.cases()).extracting(PublishedCase::name).containsExactly("", "Cấp lại", "Cấp mới");
        assertThat(record.cases().getFirst().steps()).containsExactly("Bước 1\nNộp hồ sơ.\nChờ.");
        assertThat(record.cases().get(1).documents())
                .containsExactly(new PublishedDocument(
                        "Đơn", "000.00.00.G15-KQ004389", Optional.of(1), Optional.of(2), "Mẫu 01", true));
        assertThat(LimitText.words(record.cases().getLast().times())).isEqualTo("1.5 ngày làm việc");
        assertThat(record.legalBasis().getFirst().date()).isPresent();
        assertThat(record.requirements()).isEqualTo("Không & có");
        assertThat(record.detailUrl()).endsWith("/019d2bf7-6762-77ee-9a0c-965773ce7afe");
        assertThat(record.partialReason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"9.000001\",\"name\":\"A\"}",
                "[{\"code\":\"9.000001\",\"name\":\"A\"}]",
                "{\"data\":[{\"code\":\"9.000001\",\"name\":\"A\"}]}",
                "{\"status\":{\"ok\":true},\"data\":{\"total\":1,\"content\":[{\"code\":\"9.000001\",\"name\":\"A\"}]}}",
                "\uFEFF {\"code\":\"9.000001\",\"name\":\"A\"}\n",
                "code,name\n9.000001,A\n",
                "\uFEFFcode,name\r\n9.000001,A",
            })
    void everyWrappingOfARecordIsOpened(String file) {
        assertThat(read(file)).hasSize(1);
        assertThat(sound(read(file).getFirst()).name()).isEqualTo("A");
    }

    @Test
    void whatTheFileDoesNotHaveStaysAsItIs() {
        var before = PublishedRecordTest.RECORDS.get("1.002755");
        var after = sound(read("[{\"code\":\"1.002755\",\"name\":\"Gia hạn tạm trú\"}]", Optional.ofNullable(before))
                .getFirst());
        assertThat(RecordDifference.between(java.util.Objects.requireNonNull(before), after))
                .extracting(RecordDifference::part)
                .containsExactly("source");
        var emptied = sound(read(
                        "[{\"code\":\"1.002755\",\"name\":\"Gia hạn tạm trú\",\"requirementsAndConditions\":\"\"}]",
                        Optional.of(before))
                .getFirst());
        assertThat(emptied.requirements()).isEmpty();
    }

    @Test
    void aWrongRecordIsToldWithLineFieldAndReasonAndStopsNoOther() {
        var taken = read("""
                [{"code": "1193", "name": "", "executionMethods": [{"submissionMethod": "BAY", "processingTime": "vài",
                  "processingTimeUnit": "WEEK"}], "resultsDetails": "giấy"},
                 "không phải bản ghi",
                 {"code": "9.000002", "name": "Đúng"},
                 {"code": "9.000003", "name": "Nội bộ", "isInternal": true},
                 {"code": "9.000004", "name": {"vi": "lồng"}, "legalBasisesDetails": [{"date": "hôm qua"}]}]
                """);
        assertThat(taken).extracting(Taken::line).containsExactly(1L, 3L, 4L, 5L, 6L);
        assertThat(problems(taken.getFirst()))
                .contains(
                        "code NOT_A_CODE 1193",
                        "name MISSING ",
                        "submissionMethod NOT_A_WORD BAY",
                        "processingTimeUnit NOT_A_WORD WEEK",
                        "processingTime NOT_A_FIGURE vài",
                        "resultsDetails NOT_THE_SHAPE giấy");
        assertThat(problems(taken.get(1))).containsExactly(" NOT_THE_SHAPE không phải bản ghi");
        assertThat(sound(taken.get(2)).name()).isEqualTo("Đúng");
        assertThat(problems(taken.get(3))).containsExactly("isInternal INTERNAL true");
        assertThat(problems(taken.get(4)))
                .contains("name NOT_THE_SHAPE ", "legalBasisesDetails.date NOT_THE_SHAPE hôm qua");
    }

    @Test
    void whatIsNestedTooDeepOrTooLargeIsRefusedAloneAndDoesNotHurt() {
        var deep = "[".repeat(50_000) + "]".repeat(50_000);
        var large = "{\"name\":\"a\"},".repeat(30_000) + "{}";
        var wrapped = "{\"data\":".repeat(40_000) + "1" + "}".repeat(40_000);
        var taken = read("[{\"code\":\"9.000001\",\"name\":\"A\",\"x\":" + deep
                + "},{\"code\":\"9.000002\",\"name\":\"B\"," + "\"executionSteps\":[" + large + "]}," + wrapped
                + ",{\"code\":\"9.000003\",\"name\":\"C\"}]");
        assertThat(problems(taken.getFirst())).containsExactly(" TOO_LARGE ");
        assertThat(problems(taken.get(1))).containsExactly(" TOO_LARGE ");
        assertThat(problems(taken.get(2))).containsExactly(" TOO_LARGE ");
        assertThat(sound(taken.getLast()).name()).isEqualTo("C");
    }

    @Test
    void lettersAreComposedAndTagsAreTakenAway() {
        var record = sound(read("[{\"code\":\"9.000001\",\"name\":\""
                        + Normalizer.normalize("Đăng ký tạm trú", Normalizer.Form.NFD)
                        + "\",\"requirementsAndConditions\":\"a &lt;b&gt;<br>1 < 2<img src=x onerror=y()> <style>p{}</style>c\\u0000\\ud800<a\"}]")
                .getFirst());
        assertThat(record.name()).isEqualTo("Đăng ký tạm trú");
        assertThat(record.requirements()).isEqualTo("a <b>\n1 < 2 c<a");
    }

    @Test
    void aTableIsReadByItsColumns() {
        var record = sound(read("""
                code,name,field,issuer_code,issuer,level,subjects,channels,time,documents,coordinating_agency,legal_basis
                9.000001,Việc,Hộ tịch,G15,Bộ Tư pháp,COMMUNE|PROVINCE,Công dân,ONLINE::5000 VND;DIRECT:3 DAY,"không quá 3 ngày làm việc",Đơn;Ảnh,Công an,1/QH;2/NĐ
                """).getFirst());
        assertThat(record.channels())
                .extracting(it -> it.method() + " " + LimitText.words(it.times()))
                .containsExactly("ONLINE 3 ngày làm việc", "DIRECT 3 ngày làm việc");
        assertThat(record.documents()).containsExactly("Đơn", "Ảnh");
        assertThat(record.agencies().getFirst().role()).isEqualTo(ProcedureRecord.AgencyRole.COORDINATING);
        assertThat(record.legalNumbers()).containsExactly("1/QH", "2/NĐ");
    }

    @Test
    void aFileThatIsNoTextOrBreaksOffIsRefusedWhole() {
        refused("[{\"code\":\"9.000001\",\"name\":\"A\"},{\"code\":", CatalogueRefusal.FILE_NOT_JSON);
        refused("[{\"code\" \"9.000001\"}]", CatalogueRefusal.FILE_NOT_JSON);
        refused("<html><body>Đăng nhập</body></html>", CatalogueRefusal.FILE_NOT_RECORDS);
        refused("", CatalogueRefusal.FILE_NOT_RECORDS);
        refused("a,b\n1,2\n", CatalogueRefusal.FILE_NOT_RECORDS);
        refused("code,name\n\"9.000001," + "x".repeat(6_000_000), CatalogueRefusal.FILE_NOT_RECORDS);
        assertThatThrownBy(() -> take("[{\"name\":\"Đăng ký\"}]".getBytes(StandardCharsets.UTF_16), Optional.empty()))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(CatalogueRefusal.FILE_NOT_UTF8));
        assertThatThrownBy(() -> take("code,name\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1), Optional.empty()))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(CatalogueRefusal.FILE_NOT_UTF8));
    }

    private static void refused(String file, CatalogueRefusal code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private static List<Taken> read(String file) {
        return read(file, Optional.empty());
    }

    private static List<Taken> read(String file, Optional<ProcedureRecord> known) {
        return take(file.getBytes(StandardCharsets.UTF_8), known);
    }

    private static List<Taken> take(byte[] file, Optional<ProcedureRecord> known) {
        var taken = new ArrayList<Taken>();
        try {
            RecordFile.read(
                    new ByteArrayInputStream(file), (line, it) -> taken.add(new Taken(line, it.apply(_ -> known))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken;
    }

    private static ProcedureRecord sound(Taken taken) {
        assertThat(taken.outcome()).isInstanceOf(Outcome.Sound.class);
        return ((Outcome.Sound) taken.outcome()).record();
    }

    private static List<String> problems(Taken taken) {
        assertThat(taken.outcome()).isInstanceOf(Outcome.Wrong.class);
        return ((Outcome.Wrong) taken.outcome())
                .problems().stream()
                        .map(it -> it.field() + " " + it.kind() + " " + it.value())
                        .toList();
    }
}
