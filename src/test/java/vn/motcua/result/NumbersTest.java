package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.desk.DeskRefusal;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A number is given once in its book and year, and the clerk is offered the next one. */
@WholeProgram
class NumbersTest {

    private static final String CLERK = "Lù Thị Hiền";

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @Autowired
    private Messages messages;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aNumberThatIsTakenIsRefusedWithTheNextOne() {
        approved().resultIssued("15/QĐ-A");

        var refused = refused(approved(), "015/qđ-a");

        assertThat(refused.code()).isEqualTo(ResultRefusal.RESULT_NUMBER_TAKEN);
        assertThat(messages.say(Language.VI, refused)).contains("Số 015/qđ-a", "Số tiếp theo của sổ là 16/qđ-a");
        assertThat(approved().resultIssued("15/2025/QĐ-A").registered().state())
                .as("another year")
                .isEqualTo(ResultState.ISSUED);
        assertThat(approved().resultIssued("15/QĐ-B").registered().state())
                .as("another book")
                .isEqualTo(ResultState.ISSUED);
    }

    @Test
    void whatIsNoNumberIsTakenOnceToo() {
        approved().resultIssued("CT-0815");

        assertThat(refused(approved(), "ct-0815").code()).isEqualTo(ResultRefusal.RESULT_TEXT_TAKEN);
    }

    /** Seen in a walk: "số một" was numbered, signed and issued. */
    @Test
    void aNumberWithoutADigitOrLongerThanAnyRegisterIsRefused() {
        assertThat(refused(approved(), "số một").code()).isEqualTo(DeskRefusal.RESULT_NUMBER_IS_NONE);
        assertThat(refused(approved(), "1".repeat(61)).code()).isEqualTo(DeskRefusal.RESULT_NUMBER_IS_NONE);
    }

    /** The page says it at the field, keeps what was typed, and offers the next number of the book that was used last. */
    @Test
    void theClerkIsOfferedTheNextNumber() {
        approved().resultIssued("7/QĐ-C");
        var dossier = approved();
        var page = "/desk/dossiers/" + dossier.ref.id();
        var clerk = new Visit("http://localhost:" + port).as(CLERK);
        assertThat(clerk.get(page).body()).contains("Số tiếp theo của sổ: ");

        var answer = clerk.fill(
                page,
                page + "/issue",
                Map.of(
                        "step",
                        "issue",
                        "number",
                        "7/QĐ-C",
                        "command",
                        UUID.randomUUID().toString(),
                        "version",
                        Integer.toString(dossier.seen().version())));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Số tiếp theo của sổ là 8/QĐ-C", "value=\"7/QĐ-C\"");
    }

    @Test
    void ofTwoClerksAtOnceOneGetsIt() throws Exception {
        var one = approved();
        var other = approved();
        try (var both = Executors.newFixedThreadPool(2)) {
            var done = both.invokeAll(List.<Callable<Boolean>>of(() -> gets(one), () -> gets(other)));
            assertThat(List.of(done.getFirst().get(), done.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
    }

    /** What was signed and could not be issued never came out: its number is free. */
    @Test
    void whatWasNeverIssuedGivesItsNumberBack() {
        var waiting = approved().resultWaiting("3/QĐ-D");
        assertThat(refused(approved(), "3/QĐ-D").code()).isEqualTo(ResultRefusal.RESULT_NUMBER_TAKEN);
        waiting.issued();
        taVan.ordered(waiting);
        taVan.signed();

        assertThat(approved().resultIssued("3/QĐ-D").registered().state()).isEqualTo(ResultState.ISSUED);
    }

    @Test
    void aCorrectionMayKeepTheNumberOfItsOwnDossierAndTakesNoOthers() {
        var life = approved().resultIssued("1/QĐ-E");
        approved().resultIssued("2/QĐ-E");

        assertThat(proposes(life, "2/QĐ-E")).isEqualTo(422);
        assertThat(proposes(life, "1/QĐ-E")).isEqualTo(302);
        var page = "/desk/dossiers/" + life.ref.id();
        var leader = new Visit("http://localhost:" + port).as("Vũ Đức Thành");
        assertThat(leader.fill(
                                page,
                                page + "/confirm",
                                Map.of(
                                        "command",
                                        UUID.randomUUID().toString(),
                                        "version",
                                        Integer.toString(life.seen().version())))
                        .statusCode())
                .isEqualTo(302);
        assertThat(life.registered().draft().number()).isEqualTo("1/QĐ-E");
    }

    private int proposes(Life life, String number) {
        var page = "/desk/dossiers/" + life.ref.id();
        return new Visit("http://localhost:" + port)
                .as("Phạm Quốc Việt")
                .fill(
                        page,
                        page + "/propose-amendment",
                        Map.of(
                                "field.0",
                                "mother.fullName",
                                "value.0",
                                "Lý Thị Mỵ",
                                "number",
                                number,
                                "reason",
                                "Gõ nhầm",
                                "command",
                                UUID.randomUUID().toString(),
                                "version",
                                Integer.toString(life.seen().version())))
                .statusCode();
    }

    private boolean gets(Life life) {
        try {
            life.resultIssued("1/QĐ-G");
            return true;
        } catch (Refused refused) {
            assertThat(refused.code()).isEqualTo(ResultRefusal.RESULT_NUMBER_TAKEN);
            return false;
        }
    }

    private static Refused refused(Life life, String number) {
        var caught = new java.util.concurrent.atomic.AtomicReference<Refused>();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> life.resultIssued(number))
                .satisfies(caught::set);
        return caught.get();
    }

    private Life approved() {
        return taVan.birth("Lý Thị Mẩy").received().appraised().approved();
    }
}
