package vn.motcua.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.brand.Brand;
import vn.motcua.brand.Brands;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Administrators;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** How Đà Nẵng shows itself: to whom, from when, by how many. */
@WholeProgram
class BrandChangesTest {

    private static final TenantId DA_NANG = new TenantId(48);
    private static final String ADMINISTRATOR = "Huỳnh Thị Thu Vân";
    private static final String RECEIVER = "Nguyễn Thị Mai Thủy";
    private static final String ELSEWHERE = "Trần Thu Hà";

    @Autowired
    Appointments appointments;

    @Autowired
    Administrators administrators;

    @Autowired
    Brands brands;

    @Autowired
    Units units;

    @Autowired
    Acknowledgements papers;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Visit first;

    @BeforeEach
    void anAdministrator() {
        clock.set("2026-11-23T08:00");
        first = visit(ADMINISTRATOR);
    }

    @AfterEach
    void asBefore() {
        in(() -> {
            brands.all().keySet().stream()
                    .filter(it -> it.tenant().equals(DA_NANG))
                    .forEach(it -> brands.publish(it, Brand.NONE, Ids.next(), clock.instant()));
            return true;
        });
    }

    @Test
    void aDraftIsSeenByWhoeverMadeItAndPublishedByOne() {
        var draft = draft("48", Map.of("name", "Dịch vụ công Đà Nẵng", "accent", "blue", "hotline", "1900 1234"));

        var preview = first.get("/admin/brand/drafts/" + draft).body();
        assertThat(preview)
                .contains("Dịch vụ công Đà Nẵng", "href=\"tel:19001234\"", "/admin/brand/drafts/" + draft + "/style")
                .doesNotContain("một quản trị viên khác phải xác nhận");
        assertThat(first.get("/admin/brand/drafts/" + draft + "/style").body()).contains("--teal-700:#1D4E89");
        assertThat(visit(RECEIVER).get("/desk").body()).doesNotContain("Dịch vụ công Đà Nẵng");

        assertThat(publish(draft)).endsWith("/admin/brand");

        var desk = visit(RECEIVER).get("/desk").body();
        assertThat(desk).contains("Dịch vụ công Đà Nẵng", "1900 1234").doesNotContain("style=\"");
        var sheet = Visit.first(desk, "href=\"(/brand/48[^\"]*/style\\?v=1D4E89)\"");
        var answer = first.get(sheet);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(answer.headers().firstValue("ETag")).contains("\"1D4E89\"");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(first.get(sheet.replace("1D4E89", "old"))
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-cache");
        assertThat(visit(ELSEWHERE).get("/desk").body()).doesNotContain("Dịch vụ công Đà Nẵng");
        assertThat(lines(draft)).containsExactly("brand-drafted", "brand-published");
    }

    @Test
    void aUnitDiffersAndTakesTheRestFromAbove() {
        publish(draft("48", Map.of("name", "Dịch vụ công Đà Nẵng", "hotline", "1900 1234")));
        publish(draft("48-" + oneStop().id(), Map.of("hotline", "0236 3881 888")));

        assertThat(visit(RECEIVER).get("/desk").body())
                .contains("Dịch vụ công Đà Nẵng", "0236 3881 888")
                .doesNotContain("1900 1234");
    }

    @Test
    void theNameOnPapersChangesByTwo() {
        var unit = oneStop();
        var draft = draft(
                "48-" + unit.id(),
                Map.of("paperName", "Trung tâm một cửa Hải Châu", "address", "76 Lê Lợi", "hotline", "0236 3881 888"));
        assertThat(first.get("/admin/brand/drafts/" + draft).body()).contains("một quản trị viên khác phải xác nhận");

        assertThat(publish(draft)).endsWith("/admin/changes");

        assertThat(brands.nameOf(unit, Language.VI)).isEqualTo(unit.name());
        assertThat(first.get("/admin/changes").body())
                .contains("Tên trên giấy và thư báo: Trung tâm một cửa Hải Châu", "Người khác phải xác nhận");
        assertThat(first.fill("/admin/changes", "/admin/changes/" + draft + "/confirm", Map.of())
                        .statusCode())
                .isEqualTo(409);
        var other = draft("48-" + unit.id(), Map.of("name", "Khác"));
        assertThat(send(other).statusCode()).as("one change at a time").isEqualTo(409);

        var second = second();
        in(() -> {
            appointments.confirm(second, draft);
            return true;
        });

        assertThat(brands.nameOf(unit, Language.VI)).isEqualTo("Trung tâm một cửa Hải Châu");
        var head = papers.head(unit.id(), "1/TNHS", clock.instant());
        assertThat(head.unit()).isEqualTo("Trung tâm một cửa Hải Châu");
        assertThat(head.reached()).isEqualTo("76 Lê Lợi · 0236 3881 888");
        assertThat(lines(draft)).containsExactly("brand-drafted", "brand-proposed", "brand-confirmed");
        assertThat(publish(draft("48-" + unit.id(), Map.of("paperName", "Trung tâm một cửa Hải Châu"))))
                .as("the same name on papers")
                .endsWith("/admin/brand");
    }

    @Test
    void theEmblemIsDrawnAnewAndNothingButAPngIsTaken() {
        var draft = Ids.next().toString();
        var fields = new HashMap<>(Map.of("command", draft, "place", "48", "name", "Có biểu trưng"));
        assertThat(upload(fields, "logo.png", SamplePaper.bytes()).statusCode()).isEqualTo(302);
        publish(UUID.fromString(draft));

        var address =
                Visit.first(visit(RECEIVER).get("/desk").body(), "src=\"(/brand/48[^\"]*/emblem\\?v=[0-9a-f]{12})\"");
        var answer = first.get(address);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        fields.put("command", Ids.next().toString());
        assertThat(upload(fields, "logo.svg", svg.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(upload(fields, "logo.png", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aColourThatIsNotOfThePaletteIsRefusedAndNothingTypedIsLost() {
        var answer = fill(Ids.next(), "48", Map.of("accent", "#FFFF00", "name", "Giữ lại tên này"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Màu này không có trong bảng màu", "Giữ lại tên này");
    }

    @Test
    void anotherAgencysBrandIsNotTheirs() {
        var draft = draft("48", Map.of("name", "Của Đà Nẵng"));
        var elsewhere = visit("Vũ Thị Thu Trang");

        assertThat(elsewhere.get("/admin/brand/drafts/" + draft).statusCode()).isEqualTo(404);
        assertThat(elsewhere
                        .fill("/admin", "/admin/brand/drafts/" + draft, Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(elsewhere.get("/admin/brand/form?place=48").statusCode()).isEqualTo(404);
        assertThat(first.get("/brand/48-" + UUID.randomUUID() + "/style").statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> Scope.of(new TenantId(15))
                        .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> {
                            db.sql(
                                            "insert into brand select 48, unit, name, name_en, paper_name, accent, address, hotline,"
                                                    + " footer, footer_en, emblem, made_at, made_by from (values"
                                                    + " (gen_random_uuid(), '', '', '', '', '', '', '', '', null, now(),"
                                                    + " gen_random_uuid())) as v(unit, name, name_en, paper_name, accent,"
                                                    + " address, hotline, footer, footer_en, emblem, made_at, made_by)")
                                    .update();
                            return true;
                        }))))
                .hasStackTraceContaining("row-level security");
    }

    private UUID draft(String place, Map<String, String> fields) {
        var id = Ids.next();
        var answer = fill(id, place, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return id;
    }

    private java.net.http.HttpResponse<String> fill(UUID id, String place, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("command", id.toString());
        all.put("place", place);
        return first.fill("/admin/brand/form?place=" + place, "/admin/brand/form", all);
    }

    private java.net.http.HttpResponse<String> upload(Map<String, String> fields, String name, byte[] content) {
        var all = new HashMap<>(fields);
        all.put("_csrf", Visit.token(first.get("/admin/brand/form?place=48").body()));
        return first.upload("/admin/brand/form", all, "emblem", name, content);
    }

    private java.net.http.HttpResponse<String> send(UUID draft) {
        var page = "/admin/brand/drafts/" + draft;
        return first.fill(page, page, Map.of());
    }

    private String publish(UUID draft) {
        var answer = send(draft);
        assertThat(answer.statusCode()).isEqualTo(302);
        return first.local(answer);
    }

    private Unit oneStop() {
        return units.today(DA_NANG).stream()
                .filter(it -> it.kind().equals("commune-one-stop") && it.name().contains("Hải Châu"))
                .findFirst()
                .orElseThrow();
    }

    private Administrator second() {
        var id = new AccountId(Ids.next());
        return in(() -> {
            administrators.open(
                    administrators.checked(id, "Quản Trị Thứ Hai", "hai." + id, "một câu đủ dài cho mật khẩu"));
            db.sql("update account set active = false where tenant_id = 48 and id = :id")
                    .param("id", id.value())
                    .update();
            return new Administrator(id, DA_NANG, "Quản Trị Thứ Hai");
        });
    }

    private List<String> lines(UUID about) {
        return in(() -> db.sql("""
                        select act from audit_record
                        where tenant_id = 48 and subject = :id and purpose = 'administer' order by transaction, id
                        """).param("id", about).query(String.class).list());
    }

    private Visit visit(String persona) {
        return new Visit("http://localhost:" + port).as(persona);
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(DA_NANG)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
