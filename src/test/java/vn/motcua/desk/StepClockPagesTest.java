package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** By when the step in hand should be done, and what waits in the field, over HTTP without JavaScript. */
@WholeProgram
class StepClockPagesTest extends AtTheDesk {

    StepClockPagesTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
    }

    /** Appraisal has four working hours; on Tuesday is a holiday. */
    @Test
    void whoHasAStepSeesByWhenItShouldBeDoneAndThatItIsLate() {
        clock.set("2026-11-09T14:00");
        var dossier = commune.birth("Sùng Thị Chấu");
        assertThat(officer(RECEIVER).page(dossier)).contains("Bước này nên xong trước 15:00, 09/11/2026");
        goes(RECEIVER, "receive", dossier, Map.of());

        assertThat(officer(SPECIALIST).page(dossier)).contains("Bước này nên xong trước 17:00, 09/11/2026");
        assertThat(officer(SPECIALIST).get("/desk").body())
                .contains("Sùng Thị Chấu", "Bước xong trước 17:00, 09/11/2026")
                .doesNotContain("bước đã trễ");
        clock.set("2026-11-09T17:01");
        assertThat(officer(SPECIALIST).page(dossier)).contains("Bước này lẽ ra xong trước 17:00, 09/11/2026");
        assertThat(officer(SPECIALIST).get("/en/desk").body()).contains("step is late");
        goes(SPECIALIST, "supplement", dossier, Map.of("what.0", "Giấy chứng sinh", "why.0", "Mờ"));
        assertThat(officer(SPECIALIST).page(dossier))
                .as("while the applicant has it nobody's step runs")
                .doesNotContain("Bước này");
    }

    @Test
    void whatIsReceivedAfterThreeIsForwardedTheNextMorningAndTheDueMomentStays() {
        clock.set("2026-11-23T15:01");
        var dossier = commune.birth("Lý Thị Mẩy");
        var before = officer(RECEIVER).page(dossier);
        assertThat(before).doesNotContain("Chuyển hồ sơ trước");
        goes(RECEIVER, "receive", dossier, Map.of("then", "keep"));

        assertThat(officer(RECEIVER).page(dossier))
                .as("Tuesday is a holiday")
                .contains("Chuyển hồ sơ trước 07:30, 25/11/2026");
        clock.set("2026-11-25T07:31");
        assertThat(officer(RECEIVER).page(dossier)).contains("Lẽ ra chuyển hồ sơ trước 07:30, 25/11/2026");
        goes(RECEIVER, "forward", dossier, Map.of());
        assertThat(officer(SPECIALIST).page(dossier)).doesNotContain("huyển hồ sơ trước");
    }

    @Test
    void whoExaminesSeesUntilWhenItGoesBackAndIsWarnedAfterwards() {
        clock.set("2026-11-09T08:00");
        var dossier = commune.birth("Hảng Thị Sông");
        assertThat(officer(RECEIVER).page(dossier)).doesNotContain("3 ngày làm việc");
        goes(RECEIVER, "receive", dossier, Map.of());

        assertThat(officer(SPECIALIST).page(dossier))
                .contains("trả lại kèm yêu cầu bổ sung trước 17:00, 12/11/2026")
                .doesNotContain("Đã quá 17:00");
        clock.set("2026-11-13T08:00");
        assertThat(officer(SPECIALIST).page(dossier)).contains("Đã quá 17:00, 12/11/2026");
        goes(SPECIALIST, "supplement", dossier, Map.of("what.0", "Giấy chứng sinh", "why.0", "Mờ"));
    }

    @Test
    void aCheckInTheFieldIsBegunAndEndedAtTheDesk() {
        var dossier = commune.birth("Má Thị Dung");
        goes(RECEIVER, "receive", dossier, Map.of());
        assertThat(officer(SPECIALIST)
                        .does("await-answer", dossier, Map.of("kind", "FIELD_CHECK", "what", " "))
                        .statusCode())
                .isEqualTo(422);

        goes(
                SPECIALIST,
                "await-answer",
                dossier,
                Map.of("kind", "FIELD_CHECK", "what", "Xác minh nơi sinh tại bản", "until", "2026-11-27"));
        var waits = officer(SPECIALIST).page(dossier);
        assertThat(waits).contains("Xác minh nơi sinh tại bản", "27/11/2026");
        assertThat(Officer.offered(waits)).contains("end-wait").doesNotContain("complete");
        goes(SPECIALIST, "end-wait", dossier, Map.of("reason", "Biên bản số 3: đúng như khai"));

        var after = officer(SPECIALIST).page(dossier);
        assertThat(after).contains("Biên bản số 3: đúng như khai");
        assertThat(Officer.offered(after)).contains("complete");
    }
}
