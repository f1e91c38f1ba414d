package vn.motcua.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

@WholeProgram
class JobsPagesTest {

    private static final TenantId LAO_CAI = new TenantId(15);

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @Autowired
    List<ScheduledTaskHolder> holders;

    @Autowired
    ThreadPoolTaskScheduler scheduler;

    @LocalServerPort
    int port;

    @Test
    void administratorsSeeHowItRuns() {
        var page = as("Vũ Thị Thu Trang").get("/admin/jobs").body();

        assertThat(page)
                .contains("Ổ đĩa dữ liệu", "còn trống", "GB", "Chưa cấu hình: không có bản sao nào được tạo")
                .contains("Niêm phong nhật ký", "Dọn tệp", "Xoá bản nháp", "Chưa chạy")
                .contains("Dịch vụ cấp dấu thời gian")
                .as("each planned work has its name")
                .doesNotContain(".sweep", "Rounds.go");
        assertThat(as("Vũ Thị Thu Trang").get("/en/admin/jobs").body()).contains("Jobs and failures", "Seal the log");
        assertThat(as("Trần Thu Hà").get("/admin/jobs").statusCode()).isEqualTo(404);
        assertThat(new Visit("http://localhost:" + port).get("/admin/jobs").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void noTimerWaitsUntilAnotherIsDone() throws Exception {
        var timers =
                holders.stream().mapToInt(it -> it.getScheduledTasks().size()).sum();
        assertThat(timers).isGreaterThan(10);
        assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize())
                .as("a thread for each of %d", timers)
                .isGreaterThanOrEqualTo(timers);

        var together = new CyclicBarrier(timers);
        var running = IntStream.range(0, timers)
                .mapToObj(_ -> scheduler.submit(() -> together.await(2, TimeUnit.MINUTES)))
                .toList();
        for (var it : running) {
            assertThat(it.get()).isNotNegative();
        }
    }

    @Test
    void whatFailedIsShownToItsOwnAdministratorsAndTriedAgainAtTheirWord() {
        var entry = failed();

        var own = as("Vũ Thị Thu Trang");
        assertThat(own.get("/admin/jobs").body()).contains("no room", "Đã thử 5 lần", entry.toString());
        var elsewhere = as("Huỳnh Thị Thu Vân");
        assertThat(elsewhere.get("/admin/jobs").body()).doesNotContain("no room");
        elsewhere.fill("/admin/units/new", "/admin/jobs/retry", Map.of("entry", entry.toString()));
        assertThat(due(entry)).as("not by another agency's").isFalse();

        assertThat(own.fill("/admin/jobs", "/admin/jobs/retry", Map.of("entry", entry.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(due(entry)).isTrue();
        in(() -> db.sql("delete from outbox where tenant_id = 15 and id = :id")
                .param("id", entry)
                .update());
    }

    private UUID failed() {
        var id = Ids.next();
        in(() -> db.sql("""
                        insert into outbox (tenant_id, id, subject, version, kind, recorded_at, attempts, next_try_at, last_error)
                        values (15, :id, :subject, 1, 'received', :now, 5, :later, 'java.lang.IllegalStateException: no room')
                        """)
                .param("id", id)
                .param("subject", Ids.next())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("later", clock.instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update());
        return id;
    }

    private boolean due(UUID entry) {
        return in(() -> db.sql("select next_try_at <= :now from outbox where tenant_id = 15 and id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", entry)
                .query(Boolean.class)
                .single());
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Scope.of(LAO_CAI)
                .call(() -> java.util.Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(_ -> work.get())));
    }

    private Visit as(String name) {
        return new Visit("http://localhost:" + port).as(name);
    }
}
