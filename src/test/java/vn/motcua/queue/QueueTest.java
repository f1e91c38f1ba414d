package vn.motcua.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** The numbers of Tả Van's one-stop, on the real database. Each test has a day of its own. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=queue")
class QueueTest {

    private static final String HA = "Trần Thu Hà";
    private static int days;

    private final QueueDesk desk;
    private final Hall hall;
    private final AppointmentDesk appointments;
    private final TaVan taVan;
    private final TestClock clock;

    @Autowired
    QueueTest(QueueDesk desk, Hall hall, AppointmentDesk appointments, TaVan taVan, TestClock clock) {
        this.desk = desk;
        this.hall = hall;
        this.appointments = appointments;
        this.taVan = taVan;
        this.clock = clock;
    }

    @BeforeEach
    void aDayOfItsOwn() {
        clock.set("2027-01-%02dT08:00".formatted(++days));
    }

    @Test
    void everyDayBeginsAtOneAndYesterdaysNumbersEnd() {
        var kiosk = kiosk();
        clock.set("2027-01-20T23:59");
        take(kiosk, Errand.FILE);
        var yesterday = take(kiosk, Errand.FILE);
        assertThat(hall.seen(unit(), yesterday).ticket().no()).isEqualTo(2);

        clock.set("2027-01-21T00:00");
        assertThat(hall.seen(unit(), yesterday).ticket().state()).isEqualTo(Ticket.State.ENDED);
        assertThat(hall.seen(unit(), take(kiosk, Errand.ASK)).ticket().no()).isEqualTo(1);
        assertThat(hall.seen(unit(), yesterday).ticket().state()).isEqualTo(Ticket.State.ENDED);
    }

    @Test
    void numbersTakenAtOnceHaveNoGapAndNoTwin() {
        var kiosk = kiosk();
        var codes = atOnce(IntStream.range(0, 24)
                .mapToObj(_ -> (Callable<String>) () -> take(kiosk, Errand.FILE))
                .toList());

        assertThat(codes.stream().map(it -> hall.seen(unit(), it).ticket().no()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void theSameFormSentTwiceTakesOneNumber() {
        var kiosk = kiosk();
        var command = UUID.randomUUID();
        var once = hall.take(unit(), kiosk, command, Errand.FILE, false);

        assertThat(hall.take(unit(), kiosk, command, Errand.FILE, false)).isEqualTo(once);
        assertThat(hall.today(unit()).tickets()).hasSize(1);
    }

    @Test
    void twoOfficersWhoCallAtOnceGetTwoNumbers() {
        var kiosk = kiosk();
        for (int i = 0; i < 20; i++) {
            take(kiosk, Errand.FILE);
        }
        var first = officer(HA);
        var second = new OfficerAt(
                first.account(),
                first.tenant(),
                new vn.motcua.identity.OfficerId(UUID.randomUUID()),
                "Người thứ hai",
                first.positions());
        in(first, () -> desk.sit(first, 1, EnumSet.allOf(Errand.class)));
        in(second, () -> desk.sit(second, 2, EnumSet.allOf(Errand.class)));

        for (int round = 0; round < 10; round++) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var who : List.of(first, second)) {
                calls.add(() -> {
                    in(who, () -> desk.next(who, seen(who)));
                    return seen(who);
                });
            }
            assertThat(atOnce(calls)).doesNotHaveDuplicates().doesNotContain(0);
        }
        assertThat(hall.today(unit()).waiting()).isEmpty();
    }

    @Test
    void anActSentTwiceHappensOnce() {
        var kiosk = kiosk();
        take(kiosk, Errand.FILE);
        take(kiosk, Errand.FILE);
        var ha = officer(HA);
        in(ha, () -> desk.sit(ha, 1, EnumSet.allOf(Errand.class)));

        in(ha, () -> desk.next(ha, 0));
        in(ha, () -> desk.next(ha, 0));
        assertThat(seen(ha)).isEqualTo(1);
        in(ha, () -> desk.absent(ha, 1));
        in(ha, () -> desk.next(ha, 0));
        in(ha, () -> desk.absent(ha, 1));
        assertThat(seen(ha)).isEqualTo(2);
        in(ha, () -> desk.back(ha, 1));
        assertThat(hall.today(unit()).waiting()).extracting(Ticket::no).containsExactly(1);
    }

    @Test
    void aWindowOfAColleagueIsNotTaken() {
        var ha = officer(HA);
        var other = new OfficerAt(
                ha.account(),
                ha.tenant(),
                new vn.motcua.identity.OfficerId(UUID.randomUUID()),
                "Người thứ hai",
                ha.positions());
        in(ha, () -> desk.sit(ha, 1, Set.of(Errand.FILE)));

        assertThatThrownBy(() -> in(other, () -> desk.sit(other, 1, Set.of(Errand.FILE))))
                .hasMessageContaining("WINDOW_TAKEN");
        in(ha, () -> desk.leave(ha));
        in(other, () -> desk.sit(other, 1, Set.of(Errand.FILE)));
        assertThat(hall.today(unit()).windows()).extracting(Window::name).containsExactly("Người thứ hai");
    }

    @Test
    void aLinkThatWasEndedOpensNothing() {
        var ha = officer(HA);
        var id = UUID.randomUUID();
        var secret = ask(ha, () -> desk.addKiosk(ha, id, "Máy")).orElseThrow();
        hall.requireKiosk(unit(), secret);
        assertThat(ask(ha, () -> desk.addKiosk(ha, id, "Máy"))).as("told once").isEmpty();

        in(ha, () -> desk.endKiosk(ha, id));
        assertThatThrownBy(() -> take(secret, Errand.FILE)).hasMessageContaining("NOT_THERE");
    }

    @Test
    void whoWorksAtNoCounterCallsNobody() {
        var leader = officer("Vũ Đức Thành");

        assertThatThrownBy(() -> in(leader, () -> desk.next(leader, 0))).hasMessageContaining("NO_COUNTER_OF_YOURS");
    }

    @Test
    void ofEightWhoWantTheLastTwoPlacesTwoGetThem() {
        clock.set("2027-02-22T08:00");
        allow(2);
        var names = List.of("Nguyễn Văn Quân", "Lý Thị Mẩy", "Giàng A Sình", "Hoàng Thị Thanh Huyền");
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            var who = (vn.motcua.identity.SignedIn.Applicant) taVan.named(names.get(i % 4));
            calls.add(() -> {
                try {
                    book(who, UUID.randomUUID(), "2027-02-23T09:00");
                    return "booked";
                } catch (vn.motcua.shared.Refused refused) {
                    return refused.code().name();
                }
            });
        }
        assertThat(atOnce(calls)).filteredOn(it -> it.equals("booked")).hasSize(2);
        clock.set("2027-02-23T07:00");
        var ha = officer(HA);
        assertThat(ask(ha, () -> appointments.expected(ha)))
                .extracting(Appointment::place)
                .containsExactly(1, 2);
    }

    @Test
    void whoArrivesHasANumberThatGoesFirst() {
        clock.set("2027-02-24T07:00");
        allow(1);
        var who = (vn.motcua.identity.SignedIn.Applicant) taVan.named("Nguyễn Văn Quân");
        var id = UUID.randomUUID();
        book(who, id, "2027-02-24T08:00");
        book(who, id, "2027-02-24T08:00");
        appointments.book(
                who,
                unit(),
                UUID.randomUUID(),
                java.util.Optional.of(id),
                "",
                java.time.LocalDateTime.parse("2027-02-24T09:00"));
        take(kiosk(), Errand.FILE);
        var ha = officer(HA);

        in(ha, () -> appointments.arrives(ha, id));
        in(ha, () -> appointments.arrives(ha, id));

        assertThat(hall.today(unit()).waiting()).extracting(Ticket::no).containsExactly(2, 1);
        assertThat(appointments.of(who)).singleElement().satisfies(it -> {
            assertThat(it.ticketNo()).contains(2);
            assertThat(it.at()).isEqualTo("2027-02-24T02:00:00Z");
            assertThat(it.sequence()).isEqualTo(1);
        });
    }

    @Test
    void aDayOffAndATimeInThePastAreNotBooked() {
        clock.set("2027-02-25T10:00");
        allow(1);
        var who = (vn.motcua.identity.SignedIn.Applicant) taVan.named("Nguyễn Văn Quân");
        for (var at : List.of("2027-02-27T09:00", "2027-02-25T09:00", "2027-02-26T09:10", "2027-04-26T09:00")) {
            assertThatThrownBy(() -> book(who, UUID.randomUUID(), at)).hasMessageContaining("SLOT_NOT_FREE");
        }
    }

    private void book(vn.motcua.identity.SignedIn.Applicant who, UUID id, String at) {
        appointments.book(who, unit(), id, java.util.Optional.empty(), "1.001193", java.time.LocalDateTime.parse(at));
    }

    private void allow(int places) {
        var leader = officer("Vũ Đức Thành");
        in(leader, () -> appointments.allow(leader, unit().id(), 30, places));
    }

    private int seen(OfficerAt who) {
        var day = hall.today(unit());
        return day.of(who.officer())
                .flatMap(it -> day.at(it.no()))
                .map(Ticket::no)
                .orElse(0);
    }

    private String kiosk() {
        var ha = officer(HA);
        return ask(ha, () -> desk.addKiosk(ha, UUID.randomUUID(), "Máy")).orElseThrow();
    }

    private String take(String kiosk, Errand errand) {
        return hall.take(unit(), kiosk, UUID.randomUUID(), errand, false);
    }

    private Unit unit() {
        return hall.oneStop(taVan.oneStop().toString());
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    private static void in(OfficerAt who, Runnable work) {
        who.scope().run(work);
    }

    private static <T> T ask(OfficerAt who, Supplier<T> work) {
        return who.scope().call(work);
    }

    /** All of them begin together. */
    private static <T> List<T> atOnce(List<Callable<T>> works) {
        var together = new CyclicBarrier(works.size());
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            var begun = works.stream()
                    .map(it -> threads.submit(() -> {
                        together.await();
                        return it.call();
                    }))
                    .toList();
            var done = new ArrayList<T>();
            for (var each : begun) {
                done.add(each.get());
            }
            return done;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
