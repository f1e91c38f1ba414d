package vn.motcua.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.HtmlCheck;
import vn.motcua.support.Postgres;

/** The catalogue in the whole program, over HTTP, on a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Postgres.class)
class CataloguePagesTest {

    private final Publication publication;
    private final Catalogue catalogue;
    private final RestClient client;

    CataloguePagesTest(@Autowired Publication publication, @Autowired Catalogue catalogue, @LocalServerPort int port) {
        this.publication = publication;
        this.catalogue = catalogue;
        this.client = RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    @Test
    void aSecondStartLoadsNothing() {
        assertThat(Scope.of(TenantId.NATIONAL).call(publication::publishBuiltIn))
                .isZero();
        assertThat(catalogue.all()).hasSize(2864);
    }

    @Test
    void aRevisionIsFoundByItsIdAndAnUnknownOneIsRefused() {
        var birth = catalogue.get("1.001193");
        assertThat(catalogue.revision(birth.id())).isSameAs(birth);
        assertThatThrownBy(() -> catalogue.revision(RevisionId.of("00000000-0000-0000-0000-000000000001")))
                .hasMessageContaining("NO_SUCH_REVISION");
    }

    @Test
    void everyStoredRevisionCompilesAgainFromTheDatabase() {
        var stored = Scope.of(TenantId.NATIONAL).call(publication::inForce);
        assertThat(stored).filteredOn(ProcedureRevision::runnable).hasSize(34);
        assertThat(stored)
                .extracting(ProcedureRevision::record)
                .containsAll(
                        catalogue.all().stream().map(ProcedureRevision::record).toList());
    }

    @Test
    void thePageShowsTheWholeRecordByCaseAndSaysWhatItLacks() {
        var whole = client.get().uri("/procedures/1.002755").retrieve().body(String.class);
        assertThat(whole)
                .contains(
                        "Gia hạn tạm trú theo danh sách",
                        "Văn bản đề nghị gia hạn tạm trú",
                        "1 bản chính.",
                        "Mẫu: 1.MuCT01banhnhkmtheoThngts53.doc.",
                        "Bước 5",
                        "Phí: 10.000",
                        "thu 10.000 đồng/người/lần đăng ký",
                        "Có thẩm quyền",
                        "Công an cấp Xã",
                        "Bộ Công an, ngày 17/11/2023",
                        "công dân phải làm thủ tục gia hạn tạm trú",
                        "(mã KQ.G01.000064)")
                .doesNotContain("Bản ghi không nêu các bước", "Bản ghi này còn thiếu");
        var bare = client.get().uri("/procedures/1.013124").retrieve().body(String.class);
        assertThat(bare)
                .contains(
                        "Bản ghi không nêu thành phần hồ sơ",
                        "Bản ghi không nêu cách nộp, thời hạn và phí",
                        "Bản ghi không nêu các bước",
                        "Bản ghi không nêu yêu cầu, điều kiện nào",
                        "Bản ghi không nêu cơ quan có thẩm quyền",
                        "Bản ghi này còn thiếu",
                        "trình tự thực hiện");
        var partial = client.get().uri("/procedures/1.004859").retrieve().body(String.class);
        assertThat(partial).contains("Bản ghi không nêu vì sao chỉ làm trực tuyến được một phần");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en",
                "/procedures",
                "/en/procedures",
                "/procedures?q=khai+sinh",
                "/procedures?q=zzzzqqq",
                "/procedures?event=child",
                "/procedures?level=COMMUNE&page=3",
                "/procedures/1.001193",
                "/en/procedures/1.001193",
                "/procedures/1.013225",
                "/procedures/2.000815",
                "/procedures/1.000005",
                "/procedures/3.000722",
                "/procedures/2.000986",
                "/help",
                "/privacy",
                "/accessibility",
                "/en/help"
            })
    void pagesOpen(String path) {
        var answer = client.get().uri(path).retrieve().toEntity(String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("<h1>").doesNotContain("{0}");
        if (path.endsWith("1.000005")) {
            assertThat(answer.getBody()).contains("bản ghi không nêu đơn vị");
        }
    }

    @Test
    void everyProcedureHasAPage() {
        for (var revision : catalogue.all().stream()
                .filter(it -> it.runnable() || it.code().endsWith("5"))
                .toList()) {
            assertThat(client.get()
                            .uri("/procedures/" + revision.code())
                            .retrieve()
                            .toEntity(String.class)
                            .getStatusCode())
                    .as(revision.code())
                    .isEqualTo(HttpStatus.OK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/procedures/9.999999", "/nothing-here", "/en/nothing-here"})
    void whatDoesNotExistHasAPageThatHelps(String path) {
        var answer =
                client.get().uri(path).header("Accept", "text/html").retrieve().toEntity(String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody()).contains("<h1>", "role=\"search\"");
    }

    /** A house: 15 days; other works filed from afar: 20. */
    @Test
    void aProcedureSaysAlsoTheTimesThatHoldUnderConditions() {
        var page = requireNonNull(
                client.get().uri("/procedures/1.013225").retrieve().body(String.class));
        assertThat(page).contains("20\u00a0ngày nếu").contains("Mức đối chiếu: ");
    }

    /** The record publishes 10,000 đồng at the counter; the package asks for 15,000 by the circular. */
    @Test
    void theRecordStandsBesideThePackageAndWhatDisagreesIsSaid() {
        var stay = requireNonNull(
                client.get().uri("/procedures/1.004194").retrieve().body(String.class));
        assertThat(stay)
                .contains("Bản ghi đã công bố", "Khác với bản ghi đã công bố", "Phí, lệ phí, ", "Bản ghi: ")
                .contains("10.000");
        assertThat(HtmlCheck.errors(stay)).isEmpty();
        var birth = requireNonNull(
                client.get().uri("/procedures/1.001193").retrieve().body(String.class));
        assertThat(birth).contains("Bản ghi đã công bố").doesNotContain("Khác với bản ghi đã công bố");
        assertThat(client.get().uri("/procedures/1.002755").retrieve().body(String.class))
                .as("a mere record stands beside nothing")
                .doesNotContain("Bản ghi đã công bố");
    }

    @Test
    void theCatalogueCanBeReadByPrograms() {
        var found = json("/api/v1/procedures?q=khai sinh");
        assertThat(found.at("/items/0/code").asString()).isEqualTo("1.001193");
        var birth = json("/api/v1/procedures/1.001193");
        assertThat(birth.at("/channels/0/time/unit").asString()).isEqualTo("UNSPECIFIED");
        assertThat(birth.at("/runnable").asBoolean()).isTrue();
    }

    @Test
    void theSchemaOfAFormIsReadByPrograms() {
        var answer = client.get()
                .uri("/api/v1/procedures/1.001193/form.schema.json")
                .retrieve()
                .toEntity(JsonNode.class);
        assertThat(String.valueOf(answer.getHeaders().getContentType())).startsWith("application/schema+json");
        var schema = requireNonNull(answer.getBody());
        assertThat(schema.at("/$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.at("/properties/child.fullName/title").asString()).isNotBlank();
        assertThat(json("/api/v1/procedures/1.000080/form.schema.json")
                        .get("code")
                        .asString())
                .as("a mere record has no form")
                .isEqualTo("NO_SUCH_PROCEDURE");
    }

    @Test
    void anAgencyThatIsNotListedStaysChosenWhenItCameByTheAddress() {
        var rare = "Sở Đi Lại";
        assertThat(catalogue.choices().agencies())
                .extracting(FilterChoices.Choice::value)
                .doesNotContain(rare);
        assertThat(client.get().uri("/procedures?agency={it}", rare).retrieve().body(String.class))
                .contains("<option value=\"" + rare + "\" selected>" + rare + "</option>");
    }

    @Test
    void programsGetProblemsWithACodeAndASentence() {
        for (var path : List.of("/api/v1/procedures/9.999999", "/api/v1/nothing")) {
            var answer = client.get().uri(path).retrieve().toEntity(JsonNode.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(String.valueOf(answer.getHeaders().getContentType())).startsWith("application/problem+json");
            var problem = requireNonNull(answer.getBody());
            assertThat(problem.get("code").asString()).isIn("NO_SUCH_PROCEDURE", "NOT_FOUND");
            assertThat(problem.get("detail").asString()).contains("Không có");
        }
        assertThat(json("/api/v1/procedures?level=VILLAGE").get("status").asInt())
                .isEqualTo(422);
        assertThat(json("/api/v1/procedures?page=x").get("status").asInt()).isEqualTo(400);
    }

    @Test
    void theApiDescribesItself() {
        var description = json("/api/v1/openapi.json");
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .contains("/api/v1/procedures", "/api/v1/procedures/{code}", "/api/v1/procedures/{code}/answers/check")
                .allMatch(it -> it.startsWith("/api/"));
        var schemas = description.path("components").path("schemas");
        assertThat(schemas.path("CheckedAnswers").path("properties").propertyNames())
                .contains("problems", "asked", "changed");
        assertThat(schemas.path("Checked").path("properties").propertyNames())
                .as("that of the check of results")
                .contains("verdict", "signatures");
        assertThat(schemas.path("FoundProcedures").path("properties").propertyNames())
                .contains("items", "total");
        assertThat(schemas.path("Found").path("properties").propertyNames()).contains("code", "sentence");
    }

    private JsonNode json(String path) {
        var body = client.get().uri(path).retrieve().toEntity(JsonNode.class).getBody();
        return requireNonNull(body);
    }
}
