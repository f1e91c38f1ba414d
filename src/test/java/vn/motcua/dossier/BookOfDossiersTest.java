package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.SAPA_ONE_STOP;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.SEO;
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
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
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
    private PassingDesk passing;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private ReadingDesk reading;

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
        assertThat(pages).extracting(it -> it.booked().number()).containsExactly(1, 2, 3, 4, 5, 6, 7);
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
    void whatIsPassedOnStandsOnceInEachBookWithTheNumberOfThatBook() {
        clock.set("2029-05-02T08:00");
        var other = received();
        var id = received();
        oneStop.receive(act(SEO, 2, clock.instant()), atSaPa());
        oneStop.receive(act(SEO, 2, clock.instant()), atSaPa());
        clock.advance(Duration.ofHours(1));
        passing.within(act(HA, 3, clock.instant()), id, "appraisal", Optional.of(SAPA_ONE_STOP), "Cư trú ở Sa Pa");

        var day = LocalDate.of(2029, 5, 2);
        var here = lines(LAN, DossierFixture.ONE_STOP, day, Which.ALL);
        var there = lines(SEO, SAPA_ONE_STOP, day, Which.ALL);
        assertThat(here).extracting(BookLine::dossier).containsExactly(other, id);
        assertThat(here.getLast().booked()).isEqualTo(new Booked(DossierFixture.ONE_STOP, 2029, 2));
        assertThat(here.getLast().end())
                .get()
                .isInstanceOfSatisfying(
                        BookLine.End.PassedOn.class, it -> assertThat(it.to()).isNotEmpty());
        assertThat(here.getLast().forwarded()).contains(here.getLast().received());
        assertThat(there)
                .filteredOn(it -> it.dossier().equals(id))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.booked()).isEqualTo(new Booked(SAPA_ONE_STOP, 2029, 3));
                    assertThat(it.received()).isEqualTo(clock.instant());
                    assertThat(it.forwarded()).as("not yet from there").isEmpty();
                    assertThat(it.end()).isEmpty();
                });

        assertThat(lines(LAN, DossierFixture.ONE_STOP, day, Which.OPEN))
                .extracting(BookLine::dossier)
                .containsExactly(other);
        assertThat(lines(SEO, SAPA_ONE_STOP, day, Which.OPEN))
                .extracting(BookLine::dossier)
                .contains(id);
        clock.advance(Duration.ofDays(9));
        assertThat(lines(LAN, DossierFixture.ONE_STOP, day, Which.LATE))
                .extracting(BookLine::dossier)
                .containsExactly(other);
        assertThat(lines(SEO, SAPA_ONE_STOP, day, Which.LATE))
                .extracting(BookLine::dossier)
                .contains(id);
    }

    @Test
    void theHeadOfAPaperIsTheUnitThatNumberedItAlsoAfterItWentOn() {
        clock.set("2029-06-04T08:00");
        var id = received();
        passing.within(act(HA, 3, clock.instant()), id, "appraisal", Optional.of(SAPA_ONE_STOP), "Cư trú ở Sa Pa");

        var opened = reading.open(SEO, id, clock.instant());
        assertThat(opened.filed().unit()).isEqualTo(SAPA_ONE_STOP);
        assertThat(opened.last(DossierEvent.DossierReceived.class).orElseThrow().booked())
                .map(Booked::unit)
                .contains(DossierFixture.ONE_STOP);
        assertThat(opened.last(DossierEvent.DossierPassedOn.class).orElseThrow().booked())
                .map(Booked::unit)
                .contains(SAPA_ONE_STOP);
    }

    @Test
    void whatWasHaltedIsNeitherOpenNorLate() {
        clock.set("2029-07-03T08:00");
        var id = received();
        specialist.proposeHalt(act(HA, 3, clock.instant()), id, "appraisal", "Người nộp qua đời", "");
        leader.confirm(act(MINH, 4, clock.instant()), id);

        var day = LocalDate.of(2029, 7, 3);
        clock.advance(Duration.ofDays(9));
        assertThat(lines(LAN, DossierFixture.ONE_STOP, day, Which.OPEN)).isEmpty();
        assertThat(lines(LAN, DossierFixture.ONE_STOP, day, Which.LATE)).isEmpty();
        assertThat(lines(LAN, DossierFixture.ONE_STOP, day, Which.ALL))
                .extracting(BookLine::end)
                .containsExactly(Optional.of(new BookLine.End.Halted()));
    }

    private List<BookLine> lines(OfficerAt who, UnitId unit, LocalDate day, Which which) {
        return book.page(who, new BookQuery(unit, day, day, "", which, Optional.empty(), 50))
                .lines();
    }

    /** One that came to the wrong door and was sent to Sa Pa, where it is to be received. */
    private DossierId atSaPa() {
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.transfer(act(LAN, 1, clock.instant()), id, Optional.of(SAPA_ONE_STOP), false, "Nhầm");
        return id;
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
