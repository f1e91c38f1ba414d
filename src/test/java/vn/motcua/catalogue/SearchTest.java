package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People find a procedure with their own words. */
class SearchTest {

    static Shelf shelf;

    @BeforeAll
    static void loadTheCatalogue() {
        shelf = new Shelf(Publication.builtInBesides(Set.of()).stream()
                .map(Revisions.Stored::compiled)
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "giay khai sinh, 1.001193",
        "khai sinh cho con, 1.001193",
        "kết hon, 1.000894",
        "Giấy Khai Sinh, 1.001193",
        "sinh khai giay, 1.001193",
        "khai sihn, 1.001193",
        "dang ki tam tru, 1.004194",
        "chứng thực bản sao, 2.000815",
        "lý lịch tư pháp, 3.000333",
        "doi bang lai xe, 3.000347",
        "giấy phép xây dựng, 1.013225",
        "the can cuoc, 1.014061",
        "thành lập công ty tnhh, 2.001583",
        "con mới đẻ, 1.001193",
        "khai sinh liên thông, 3.000722",
        "khai tử liên thông, 2.002913",
        "mở quán cà phê, 1.001612",
        "1.001193, 1.001193"
    })
    void theRightProcedureComesFirst(String asked, String code) {
        assertThat(shelf.search(SearchQuery.of(asked)).hits())
                .extracting(it ->
                        it.revision().code() + " " + it.revision().record().shortName())
                .first()
                .asString()
                .startsWith(code);
    }

    @Test
    void whoHasANewChildAlsoFindsTheLinkedFiling() {
        assertThat(shelf.search(SearchQuery.of("con mới sinh")).hits())
                .extracting(it -> it.revision().code())
                .contains("1.001193", "3.000722");
    }

    /** By its number it is still found alone. */
    @ParameterizedTest
    @CsvSource({"liên thông khai sinh thường trú bảo hiểm y tế", "khai sinh nhập khẩu bảo hiểm cùng lúc"})
    void whatWasSupersededStandsBehindWhatTookItsPlace(String asked) {
        var found = shelf.search(SearchQuery.of(asked)).hits().stream()
                .map(it -> it.revision().code())
                .toList();

        assertThat(found).containsSubsequence("3.000722", "2.000986");
        assertThat(shelf.search(SearchQuery.of("2.000986")).hits())
                .extracting(it -> it.revision().code())
                .containsExactly("2.000986");
    }

    @Test
    void theWholeCatalogueIsThere() {
        assertThat(shelf.search(SearchQuery.of("")).total()).isEqualTo(2864);
        assertThat(shelf.all().stream().filter(ProcedureRevision::runnable)).hasSize(34);
    }

    @Test
    void theSameContentHasTheSameIdAtEveryStart() {
        assertThat(Publication.builtInBesides(Set.of()).stream()
                        .map(Revisions.Stored::id)
                        .toList())
                .isEqualTo(Publication.builtInBesides(Set.of()).stream()
                        .map(Revisions.Stored::id)
                        .toList());
    }

    @Test
    void aPageOfTextIsNoReasonToFail() {
        assertThat(shelf.search(SearchQuery.of("giấy phép lái xe bằng lái sổ đỏ căn cước tạm trú ".repeat(200)))
                        .page())
                .isEqualTo(1);
        assertThat(shelf.search(SearchQuery.of("?!* ~ \"(")).total()).isZero();
    }

    @Test
    void whatNobodyKnowsGetsASuggestion() {
        assertThat(shelf.search(SearchQuery.of("zzzzqqq")).total()).isZero();
        assertThat(shelf.search(SearchQuery.of("thuongtru")).suggestion()).isEmpty();
    }

    @Test
    void theEventsOfLifeCountWhatTheirPagesShow() {
        for (var event : shelf.lifeEvents()) {
            var found = shelf.search(new SearchQuery(
                    "",
                    new SearchQuery.Filters(
                            Optional.empty(),
                            "",
                            "",
                            "",
                            "",
                            Optional.empty(),
                            event.event().id()),
                    1));
            assertThat(found.total()).isEqualTo(event.procedures()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "giấy khai sinh | |",
                "con mới đẻ | MEANING | đăng ký khai sinh",
                "khai sihn | SPELLING | khai sinh",
                "mở quán cà phê | MEANING | đăng ký thành lập hộ kinh doanh"
            })
    void aHitSaysWhyItIsThereWhereItsNameDoesNot(String asked, String by, String found) {
        var why = shelf.search(SearchQuery.of(asked)).hits().getFirst().why();
        assertThat(why.map(it -> it.by().name()).orElse(null)).isEqualTo(by);
        assertThat(why.map(SearchResult.Why::found).orElse(null)).isEqualTo(found);
    }

    @Test
    void everyFilterNarrowsToRecordsThatAreSo() {
        var filters = new SearchQuery.Filters(
                Optional.of(ProcedureRecord.Level.COMMUNE),
                "Hộ tịch",
                "",
                "",
                "Công dân Việt Nam",
                Optional.of(ProcedureRecord.ServiceLevel.FULL),
                "");
        var found = shelf.search(new SearchQuery("", filters, 1)).hits();
        assertThat(found).isNotEmpty().allSatisfy(it -> {
            assertThat(it.revision().record().sector()).isEqualTo("Hộ tịch");
            assertThat(it.revision().record().subjects()).contains("Công dân Việt Nam");
            assertThat(it.revision().record().levels()).contains(ProcedureRecord.Level.COMMUNE);
            assertThat(it.revision().record().serviceLevel()).isEqualTo(ProcedureRecord.ServiceLevel.FULL);
        });
    }

    @Test
    void whoSettlesItIsAFilterByKindOfUnitAndByTheNameInTheRecords() {
        var kinds = shelf.choices().agencies();
        assertThat(kinds).extracting(FilterChoices.Choice::value).contains("commune-police", "commune-committee");
        for (var kind : kinds) {
            var filters = new SearchQuery.Filters(Optional.empty(), "", "", kind.value(), "", Optional.empty(), "");
            assertThat(filters.any()).isTrue();
            assertThat(shelf.search(new SearchQuery("", filters, 1)).hits())
                    .as(kind.name())
                    .isNotEmpty()
                    .allSatisfy(
                            it -> assertThat(it.revision().record().settledBy()).contains(kind.value()));
        }
    }
}
