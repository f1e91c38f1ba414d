package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A national administrator takes records out of a file on a page: looks first, then puts them in force. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=imports")
class ImportPagesTest {

    private static final String HERE = "/admin/procedures/imports";

    @Autowired
    ImportRunner runner;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Visit national;

    @BeforeEach
    void aNationalAdministrator() {
        clock.set("2026-11-23T08:00");
        national = new Visit("http://localhost:" + port).as("Đàm Thị Bích Hạnh");
    }

    @Test
    void aFileIsLookedAtThenPutInForceAndTheReportIsATable() throws InterruptedException, ExecutionException {
        var id = upload("""
                [{"code": "9.200001", "name": "Qua trang quản trị (bịa ra)"},
                 {"code": "sai", "name": "=SUM(A1)"}]
                """);
        var page = national.get(HERE + "/" + id).body();
        assertThat(page)
                .contains(
                        "Đã so sánh, chưa đưa vào danh mục",
                        "9.200001",
                        "“sai” không phải mã thủ tục",
                        "Đưa 1 bản ghi vào danh mục");
        assertThat(national.get("/procedures/9.200001").statusCode()).isEqualTo(404);
        var only = national.get(HERE + "/" + id + "?verdict=refused").body();
        assertThat(only).contains("=SUM(A1)").doesNotContain("9.200001");

        assertThat(national.fill(HERE + "/" + id, HERE + "/" + id + "/apply", Map.of())
                        .statusCode())
                .isEqualTo(302);

        assertThat(national.get(HERE + "/" + id).body())
                .contains("Đã đưa vào danh mục")
                .doesNotContain("id=\"apply\"");
        assertThat(national.get("/procedures/9.200001").body()).contains("Qua trang quản trị (bịa ra)");
        assertThat(national.get(HERE + "/" + id + "/report.csv").body())
                .contains(
                        "Số,Dòng,Mã thủ tục,Tên,Kết quả",
                        "1,1,9.200001,Qua trang quản trị (bịa ra),Mới,",
                        ",'=SUM(A1),Từ chối,");
        assertThat(national.get("/en" + HERE + "/" + id).body()).contains("In the catalogue");
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws InterruptedException, ExecutionException {
        var id = upload("<html>");
        assertThat(national.get(HERE + "/" + id).body())
                .contains("Không nhập được tệp này", "cũng không phải bảng CSV có cột code và name");
    }

    @Test
    void nobodyElseHasThesePages() {
        var agencys = new Visit("http://localhost:" + port).as("Vũ Thị Thu Trang");
        assertThat(agencys.get(HERE).statusCode()).isEqualTo(404);
        assertThat(agencys.get("/admin").body()).doesNotContain(HERE);
        assertThat(national.get("/admin").body()).contains(HERE);
    }

    private String upload(String content) throws InterruptedException, ExecutionException {
        var command = UUID.randomUUID().toString();
        var fields = Map.of("_csrf", Visit.token(national.get(HERE).body()), "command", command);
        var answer = national.upload(HERE, fields, "file", "thu-tuc.json", content.getBytes(StandardCharsets.UTF_8));
        assertThat(national.local(answer)).isEqualTo(HERE + "/" + command);
        assertThat(national.upload(HERE, fields, "file", "thu-tuc.json", content.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .as("the same command again")
                .isEqualTo(302);
        runner.finish();
        return command;
    }
}
