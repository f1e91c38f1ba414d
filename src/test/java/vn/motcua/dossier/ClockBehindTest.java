package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A machine whose clock is behind what has happened, set back or one of two: nothing is refused, no deadline comes nearer. */
@WholeProgram
class ClockBehindTest {

    private static final String DAY = "2026-11-25T08:00";

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void aWorkingDay() {
        clock.set(DAY);
    }

    @AfterEach
    void asOthersFindIt() {
        clock.set("2026-11-23T08:00");
    }

    /** A wait with how it begins and how it ends. */
    record Wait(String name, Consumer<TaVan.Life> begins, Consumer<TaVan.Life> ends) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wait> waits() {
        return Stream.of(
                new Wait(
                        "a supplement",
                        it -> it.askedInProcess(new SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mờ")),
                        it -> it.answered("Đã chụp lại")),
                new Wait(
                        "another agency",
                        it -> it.answerAwaited("UBND phường Sa Pa xác nhận"),
                        it -> it.waitOver("Công văn số 5/UBND")),
                new Wait(
                        "a payment by a notice",
                        it -> it.paymentAwaited("Thông báo thuế số 12/TB", 1_500_000),
                        it -> it.waitOver("Giấy nộp tiền số 7")));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void whatBeganAtALaterMomentCanEnd(Wait wait) {
        var life = taVan.birth("Giàng A Sình").received();
        var due = due(life);
        clock.advance(Duration.ofMinutes(30));
        wait.begins().accept(life);

        clock.advance(Duration.ofDays(-1));
        wait.ends().accept(life);
        life.claimed().appraised();

        assertThat(due(life)).isGreaterThanOrEqualTo(due);
        assertThat(all(
                        "select effective_at::text from dossier_event where dossier = cast(:it as uuid) order by version, ordinal",
                        life))
                .as("what happened stands in the order of its time")
                .isSorted();
        assertThat(all(
                        "select until_at::text from dossier_wait where dossier = cast(:it as uuid) and until_at = from_at",
                        life))
                .as("a wait of no length")
                .hasSize(1);
    }

    private String due(TaVan.Life life) {
        return all("select due_at::text from dossier where id = cast(:it as uuid)", life)
                .getFirst();
    }

    private List<String> all(String question, TaVan.Life life) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> db.sql(question)
                        .param("it", life.ref.id().toString())
                        .query(String.class)
                        .list())));
    }
}
