package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.act;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.BookQuery.Which;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** The book of dossiers of a one-stop. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class BookOfDossiersTest {

    private static final LocalDate DAY = LocalDate.of(2028, 3, 1);

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private BookOfDossiers book;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @Test
    void pagesAndExportHaveEachLineOnceInTheOrderOfReception() {
        clock.set("2028-03-01T08:00");
        var received = new ArrayList<DossierId>();
        for (var i = 0; i < 7; i++) {
            received.add(received());
            clock.advance(Duration.ofMinutes(i % 2));
        }

        var pages = new ArrayList<BookLine>();
        var next = Optional.of(query(Which.ALL));
        while (next.isPresent()) {
            var asked = next.get();
            var page = book.page(LAN, asked);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(3);
            pages.addAll(page.lines());
            next = page.next().map(asked::after);
        }
        assertThat(pages).extracting(BookLine::dossier).containsExactlyInAnyOrderElementsOf(received);
        assertThat(pages).extracting(it -> it.booked().orElseThrow().number()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(pages.getFirst().forwarded()).contains(pages.getFirst().received());

        var exported = new ArrayList<BookLine>();
        book.export(LAN, query(Which.ALL), exported::add);
        assertThat(exported).isEqualTo(pages);
        assertThat(written("exported-book", DossierFixture.ONE_STOP.value())).isEqualTo(1);
        assertThat(written("exported-book", received.getFirst().value())).isEqualTo(1);
        assertThat(written("listed", received.getFirst().value())).isEqualTo(1);

        assertThat(book.page(LAN, query(Which.RETURNED)).lines()).isEmpty();
        assertThat(book.page(LAN, query(Which.LATE)).lines()).isEmpty();
        clock.advance(Duration.ofDays(9));
        assertThat(book.page(LAN, query(Which.LATE)).lines()).hasSize(3);
    }

    @Test
    void onlyWhoKeepsABookReadsIt() {
        assertThat(book.units(LAN)).containsExactly(DossierFixture.ONE_STOP);
        assertThat(book.units(HA)).isEmpty();
        for (var reading : List.<Runnable>of(
                () -> book.page(HA, query(Which.ALL)), () -> book.export(HA, query(Which.ALL), _ -> {}))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(reading::run)
                    .satisfies(it -> assertThat(it.code()).isEqualTo(AccessRefusal.NOT_THERE));
        }
    }

    private static BookQuery query(Which which) {
        return new BookQuery(DossierFixture.ONE_STOP, DAY, DAY, "", which, Optional.empty(), 3);
    }

    private DossierId received() {
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        return id;
    }

    private int written(String act, java.util.UUID subject) {
        return SCOPE.call(() -> transactions.execute(_ -> db.sql(
                        "select count(*) from audit_record where tenant_id = 15 and act = :act and subject = :subject")
                .param("act", act)
                .param("subject", subject)
                .query(Integer.class)
                .single()));
    }
}
