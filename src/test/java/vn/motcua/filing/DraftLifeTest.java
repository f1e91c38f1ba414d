package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.document.FileDamaged;
import vn.motcua.document.FileStore;
import vn.motcua.document.FileSweep;
import vn.motcua.document.StoredFile;
import vn.motcua.dossier.HandOver;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A draft that nobody touches is kept for ninety days, then it goes with its files. */
@WholeProgram
class DraftLifeTest {

    private final DraftDesk desk;
    private final Sending sending;
    private final DraftLife life;
    private final FileSweep files;
    private final FileStore store;
    private final Cast cast;
    private final TestClock clock;
    private final int port;

    @Autowired
    DraftLifeTest(
            DraftDesk desk,
            Sending sending,
            DraftLife life,
            FileSweep files,
            FileStore store,
            Cast cast,
            TestClock clock,
            @LocalServerPort int port) {
        this.desk = desk;
        this.sending = sending;
        this.life = life;
        this.files = files;
        this.store = store;
        this.cast = cast;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    @AfterEach
    void onTheTwentyThird() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void itsPagesSayUntilWhenItIsKept() {
        var id = begun();
        var page = new Caller(port, cast.may());

        assertThat(page.get("/drafts/" + id + "/case").body()).contains("giữ đến ngày 21/02/2027");
        assertThat(page.get("/my").body()).contains("giữ đến ngày 21/02/2027");
    }

    @Test
    void onItsLastDayItIsThereAndOnTheNextItIsGone() {
        var id = begun();
        clock.set("2027-02-21T23:59");
        life.sweep();
        assertThat(open(id).draft().id()).isEqualTo(id);

        clock.set("2027-02-22T00:00");
        assertThat(life.sweep()).isPositive();
        assertThatThrownBy(() -> open(id)).hasMessageContaining("NO_SUCH_DRAFT");
    }

    @Test
    void whoTouchesItKeepsItLonger() {
        var may = cast.may();
        var id = begun();
        clock.set("2027-02-20T08:00");
        in(may, () -> desk.answer(may, id, "child", Birth.form("child.fullName", "Giàng Thị Mỵ")));
        clock.set("2027-03-01T08:00");
        life.sweep();

        assertThat(open(id).keptUntil()).hasToString("2027-05-21");
    }

    @Test
    void theFileOfAnExpiredDraftGoesAndThatOfAFiledOneStays() {
        var may = cast.may();
        var expired = begun();
        var lost = file(may, 1);
        in(may, () -> desk.addPaper(may, expired, "giay-chung-sinh", lost));
        var kept = file(may, 2);
        var filed = complete(kept);
        sending.file(may, filed, Ids.next(), Birth.declaration());

        clock.set("2026-12-01T08:00");
        files.sweep();
        assertThat(store.size(lost.id())).isPositive();

        clock.set("2027-02-22T08:00");
        life.sweep();
        files.sweep();
        assertThatThrownBy(() -> store.size(lost.id())).isInstanceOf(FileDamaged.class);
        assertThat(store.size(kept.id())).isPositive();
    }

    @Test
    void aFileThatBecameNoPaperStaysForADay() {
        var alone = file(cast.may(), 3);
        clock.advance(Duration.ofHours(23));
        files.sweep();
        assertThat(store.size(alone.id())).isPositive();

        clock.advance(Duration.ofHours(2));
        files.sweep();
        assertThatThrownBy(() -> store.size(alone.id())).isInstanceOf(FileDamaged.class);
    }

    @Test
    void severalCopiesOfTheProgramSweepAtOnceWithoutWaitingForEachOther() throws Exception {
        var before = List.of(begun(), begun(), begun());
        clock.set("2027-02-22T08:00");
        var ready = new CountDownLatch(1);
        try (var programs = Executors.newFixedThreadPool(3)) {
            var swept = before.stream()
                    .map(_ -> programs.submit(() -> {
                        ready.await();
                        return life.sweep();
                    }))
                    .toList();
            ready.countDown();
            int all = 0;
            for (var one : swept) {
                all += one.get();
            }
            assertThat(all).isGreaterThanOrEqualTo(before.size());
        }
        before.forEach(it -> assertThatThrownBy(() -> open(it)).hasMessageContaining("NO_SUCH_DRAFT"));
    }

    @Test
    void withoutTheSweepNobodySeesAnothersDraft() {
        var id = begun();

        assertThat(cast.select(
                        vn.motcua.shared.TenantId.NATIONAL,
                        cast.sinh(),
                        "select id from draft where id = ?",
                        id.value()))
                .isEmpty();
    }

    private DraftId begun() {
        var may = cast.may();
        return in(may, () -> desk.start(may, Birth.CODE));
    }

    private Case open(DraftId id) {
        var may = cast.may();
        return in(may, () -> desk.open(may, id));
    }

    private DraftId complete(StoredFile certificate) {
        var may = cast.may();
        var id = begun();
        Birth.pages().forEach((page, answers) -> in(may, () -> desk.answer(may, id, page, answers)));
        in(may, () -> desk.addPaper(may, id, "giay-chung-sinh", certificate));
        in(may, () -> desk.receive(may, id, new Delivery(HandOver.How.DIGITAL, "")));
        return id;
    }

    /** A picture of its own width, so that it is no other test's content. */
    private StoredFile file(SignedIn who, int which) {
        return cast.uploaded(who, SamplePaper.wide(100 + which));
    }

    private static <T> T in(SignedIn who, java.util.function.Supplier<T> work) {
        return who.scope().call(work);
    }
}
