package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.ProcedureRecord.Agency;
import vn.motcua.catalogue.ProcedureRecord.AgencyRole;
import vn.motcua.catalogue.ProcedureRecord.LegalText;

/** A published record is kept in full, and what it lacks stays lacking. */
class PublishedRecordTest {

    static final Map<String, ProcedureRecord> RECORDS =
            CatalogueFiles.records().stream().collect(Collectors.toMap(ProcedureRecord::code, it -> it));

    @Test
    void aRecordThatWasReadWholeHasItsCasesWithTheirOwnDocumentsAndSteps() {
        var record = record("1.002755");
        assertThat(record.cases())
                .extracting(PublishedCase::name)
                .satisfiesExactly(
                        general -> assertThat(general).isEmpty(),
                        usual -> assertThat(usual).isEqualTo("Hồ sơ gia hạn tạm trú"),
                        list -> assertThat(list).isEqualTo("Gia hạn tạm trú theo danh sách"),
                        barracks -> assertThat(barracks).startsWith("Gia hạn tạm trú tại nơi đơn vị đóng quân"));
        assertThat(record.cases().getFirst().steps()).hasSize(5);
        var byList = record.cases().get(2);
        assertThat(byList.documents()).hasSize(2);
        assertThat(byList.documents().getFirst().originals()).contains(1);
        assertThat(byList.documents().getFirst().form()).contains("CT01");
        assertThat(record.agencies()).contains(new Agency(AgencyRole.COMPETENT, "Công an cấp Xã"));
        assertThat(record.legalBasis())
                .contains(new LegalText(
                        "66/2023/TT-BCA",
                        "Thông tư sửa đổi, bổ sung một số điều của Thông tư số 55/2021/TT-BCA, Thông tư số 56/2021/TT-BCA và Thông tư số 57/2021/TT-BCA",
                        "Bộ Công an",
                        Optional.of(LocalDate.of(2023, 11, 17))));
        assertThat(record.requirements()).startsWith("Trong thời hạn 15 ngày trước ngày");
        assertThat(record.channels().getFirst().fees().getFirst().condition()).contains("7.000 đồng");
        assertThat(record.trust()).containsKey("serviceLevel");
        assertThat(record.source()).contains("bản lưu Cổng DVCQG");
    }

    @Test
    void whatARecordDoesNotSayIsNotMadeUp() {
        var record = record("1.000005");
        assertThat(record.cases()).isEmpty();
        assertThat(record.agencies()).isEmpty();
        assertThat(record.channels().getFirst().times())
                .containsExactly(PublishedTime.of(new BigDecimal("120"), PublishedTime.Unit.UNSPECIFIED));
        assertThat(record("1.001699").documents()).hasSize(3);
        assertThat(record("1.001699").cases().getFirst().documents())
                .allSatisfy(it -> assertThat(it.originals()).isEmpty());
    }

    @Test
    void everyRecordReadMoreCloselySaysHowFarItWasCompared() {
        assertThat(RECORDS.values()).hasSize(2864);
        assertThat(RECORDS.values().stream().filter(it -> !it.trust().isEmpty()).count())
                .isEqualTo(86);
        assertThat(RECORDS.values().stream()
                        .filter(it -> it.agencies().stream().anyMatch(one -> one.role() == AgencyRole.PERFORMING))
                        .count())
                .isGreaterThan(75);
    }

    @Test
    void aRevisionStoredInTheEarlierShapeIsStillRead() {
        var before = """
                {"agencyType":"commune-committee","channels":[{"fee":{"amount":5000,"currency":"VND"},"method":"ONLINE",
                "time":{"amount":1.5,"unit":"WORKING_DAY"}},{"fee":null,"method":"DIRECT","time":null}],"code":"1.000001",
                "decision":"1/QĐ","detailUrl":"","documents":["Tờ khai"],"issuer":{"code":"G15","name":"Bộ Tư pháp"},
                "keywords":[],"legalBasis":["60/2014/QH13"],"levels":["COMMUNE"],"name":"Việc","results":[],"sector":"Hộ tịch",
                "serviceLevel":"FULL","shortName":"Việc","source":"trang","subjects":[]}
                """;
        var record = StoredRecord.read(JsonMapper.shared(), before);
        assertThat(record.documents()).containsExactly("Tờ khai");
        assertThat(record.legalNumbers()).containsExactly("60/2014/QH13");
        assertThat(record.channels().getFirst().times().getFirst().words()).isEqualTo("1.5 ngày làm việc");
        assertThat(record.channels().getFirst().fees().getFirst().amount()).isEqualByComparingTo("5000");
        assertThat(record.channels().getLast().times()).isEmpty();
        assertThat(record.requirements()).isEmpty();
    }

    @Test
    void whatIsStoredIsReadAsTheSame() {
        var all = List.of(record("1.002755"), record("1.001193"), record("1.000005"), record("1.001456"));
        for (var record : all) {
            var stored = Revisions.Stored.of(record, Map.of());
            assertThat(StoredRecord.read(
                            JsonMapper.shared(), JsonMapper.shared().writeValueAsString(record)))
                    .isEqualTo(record);
            assertThat(Revisions.Stored.of(record, Map.of()).id()).isEqualTo(stored.id());
        }
    }

    private static ProcedureRecord record(String code) {
        return Optional.ofNullable(RECORDS.get(code)).orElseThrow();
    }
}
