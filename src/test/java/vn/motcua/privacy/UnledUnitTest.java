package vn.motcua.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.evidence.WhoLooked;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.UnledOffice;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Nobody leads the province's one-stop, nor a unit above it: what people ask of it reaches the agency's administrator. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=unled")
class UnledUnitTest {

    private static final String OWNER = "Lý Thị Mẩy";
    private static final String RECEIVER = "Phạm Trọng Bình";
    private static final String ADMINISTRATOR = "Vũ Thị Thu Trang";
    private static final String LEADER_ELSEWHERE = "Vũ Đức Thành";

    @Autowired
    UnledOffice office;

    @Autowired
    CorrectionDesk corrections;

    @Autowired
    WhoLooked looked;

    @Autowired
    TaVan taVan;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @Test
    void questionsAndRequestsReachTheAdministrator() {
        clock.set("2026-11-23T08:00");
        var owner = (SignedIn.Citizen) taVan.named(OWNER);
        var filed = office.filed(owner);
        var dossier = filed.dossiers().getFirst();
        var word = filed.code().value();
        as(RECEIVER).get("/desk/dossiers/" + dossier.id());
        var line = UUID.fromString(ask(
                        "select id::text from audit_record where act = 'read' and subject = cast(:it as uuid)",
                        dossier.id().toString())
                .getFirst());
        var question = "Vì sao xem " + word + "?";
        looked.ask(owner, dossier.tenant(), line, question, Language.VI);
        corrections.ask(owner, word, "Sai ở " + word, "Thị", Language.VI);

        assertThat(as(LEADER_ELSEWHERE).get("/desk/questions").body()).doesNotContain(question);
        assertThat(as(RECEIVER).get("/admin/questions").statusCode()).isEqualTo(404);
        var administrator = as(ADMINISTRATOR);
        var questions = administrator.get("/admin/questions").body();
        assertThat(questions).contains(question, OWNER, RECEIVER);
        var requests = administrator.get("/admin/corrections").body();
        assertThat(requests).contains("Sai ở " + word).doesNotContain("href=\"/desk/dossiers/");
        clock.set("2026-11-27T08:00");
        assertThat(administrator.get("/admin/corrections").body()).contains("Quá hạn");

        var answer = Visit.first(
                questions.substring(questions.indexOf(question)), "action=\"(/admin/questions/[0-9a-f-]{36})\"");
        assertThat(administrator
                        .fill("/admin/questions", answer, Map.of("answer", "Để tiếp nhận, đã hỏi đơn vị."))
                        .statusCode())
                .isEqualTo(302);
        var correct = Visit.first(
                requests.substring(requests.indexOf("Sai ở " + word)), "action=\"(/admin/corrections/[0-9a-f-]{36})\"");
        assertThat(administrator
                        .fill("/admin/corrections", correct, Map.of("outcome", "CORRECTED", "answer", "Đã sửa."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(as(OWNER).get("/my/data").body()).contains("Đã sửa.", ADMINISTRATOR);
        assertThat(ask(
                        "select act from audit_record where subject = cast(:it as uuid) and purpose = 'owner' order by id",
                        dossier.id().toString()))
                .contains("question-asked", "question-read", "question-answered", "correction-read");
    }

    private Visit as(String name) {
        return new Visit("http://localhost:" + port).as(name);
    }

    private List<String> ask(String question, String it) {
        return Objects.requireNonNull(Scope.of(TaVan.LAO_CAI)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql(question)
                                .param("it", it)
                                .query(String.class)
                                .list())));
    }
}
