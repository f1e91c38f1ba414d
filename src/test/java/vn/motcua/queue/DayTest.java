package vn.motcua.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.OfficerId;

/** Whose turn it is. */
class DayTest {

    private static final Instant EIGHT = Instant.parse("2026-11-23T01:00:00Z");
    private static final Window ALL = window(1, Errand.values());

    @Test
    void firstComeFirstServed() {
        assertThat(order(List.of(false, false, false))).containsExactly(1, 2, 3);
    }

    @Test
    void whoHasPriorityIsNextInAnUsualHall() {
        assertThat(order(List.of(false, false, true, false, true))).containsExactly(3, 5, 1, 2, 4);
    }

    @Property(tries = 1000)
    void nobodyIsOvertakenByMoreThanTheHeadStart(@ForAll @Size(min = 1, max = 120) List<Boolean> priority) {
        var order = order(priority);

        assertThat(order).hasSize(priority.size()).doesNotHaveDuplicates();
        for (int place = 0; place < order.size(); place++) {
            var no = order.get(place);
            var overtaken =
                    order.subList(0, place).stream().filter(it -> it > no).count();
            assertThat(overtaken).as("overtook " + no).isLessThan(Day.HEAD_START);
        }
    }

    @Property(tries = 200)
    void amongTheirLikeTheOrderIsThatOfTheNumbers(@ForAll @Size(max = 80) List<Boolean> priority) {
        var order = order(priority);

        for (var kind : List.of(true, false)) {
            assertThat(order.stream().filter(it -> priority.get(it - 1).equals(kind)))
                    .isSorted();
        }
    }

    /** However many with priority come after: whoever waits is called after a bounded number of calls. */
    @Property(tries = 50)
    void nobodyStarvesWhileMoreAndMoreWithPriorityCome(@ForAll @Size(min = 1, max = 30) List<Boolean> first) {
        var tickets = new ArrayList<Ticket>();
        first.forEach(it -> tickets.add(ticket(tickets.size() + 1, Errand.FILE, it)));
        var waits = new ArrayList<>(tickets);
        for (int call = 0; call < first.size() + Day.HEAD_START; call++) {
            tickets.add(ticket(tickets.size() + 1, Errand.FILE, true));
            var next = day(tickets, ALL).next(ALL).orElseThrow();
            tickets.set(next.no() - 1, next.called(1, EIGHT).done(EIGHT));
            waits.removeIf(it -> it.no() == next.no());
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void aWindowCallsOnlyForWhatIsDoneThere() {
        var collects = window(2, Errand.COLLECT);
        var tickets = List.of(ticket(1, Errand.FILE, false), ticket(2, Errand.COLLECT, false));

        assertThat(day(tickets, ALL, collects).next(collects).map(Ticket::no)).contains(2);
        assertThat(day(tickets, ALL, collects).next(ALL).map(Ticket::no)).contains(1);
    }

    @Test
    void whoWasMovedIsCalledByThatWindowAlone() {
        var moved = ticket(1, Errand.ASK, false).called(1, EIGHT).movedTo(2);
        var two = window(2, Errand.COLLECT);

        assertThat(day(List.of(moved), ALL, two).next(ALL)).isEmpty();
        assertThat(day(List.of(moved), ALL, two).next(two)).contains(moved);
    }

    @Test
    void calledAgainTheServiceBeganWithTheFirstCall() {
        var again = ticket(1, Errand.FILE, false).called(1, EIGHT).called(1, EIGHT.plusSeconds(60));

        assertThat(again.calls()).isEqualTo(2);
        assertThat(again.calledAt()).contains(EIGHT);
    }

    @Test
    void theWaitIsSaidOnlyOnceItWasMeasured() {
        var tickets = new ArrayList<Ticket>();
        for (int no = 1; no <= 2; no++) {
            tickets.add(served(no, 4));
        }
        tickets.add(ticket(3, Errand.FILE, false));
        tickets.add(ticket(4, Errand.FILE, false));
        assertThat(day(tickets, ALL).waitOf(tickets.get(3))).isEqualTo(new Day.Wait(1, Optional.empty()));

        tickets.set(2, served(3, 10));
        tickets.add(ticket(5, Errand.FILE, false));
        assertThat(day(tickets, ALL).waitOf(tickets.get(4)))
                .isEqualTo(new Day.Wait(1, Optional.of(Duration.ofMinutes(4))));
        assertThat(day(tickets).waitOf(tickets.get(4)).about())
                .as("no window is open")
                .isEmpty();
    }

    @Test
    void twoWindowsHalveTheWait() {
        var tickets = new ArrayList<>(List.of(served(1, 5), served(2, 5), served(3, 5)));
        for (int no = 4; no <= 8; no++) {
            tickets.add(ticket(no, Errand.FILE, false));
        }

        var wait = day(tickets, ALL, window(2, Errand.FILE)).waitOf(tickets.get(7));
        assertThat(wait.before()).isEqualTo(4);
        assertThat(wait.minutes()).contains(10L);
    }

    private static List<Integer> order(List<Boolean> priority) {
        var tickets = new ArrayList<Ticket>();
        priority.forEach(it -> tickets.add(ticket(tickets.size() + 1, Errand.FILE, it)));
        return day(tickets, ALL).waiting().stream().map(Ticket::no).toList();
    }

    private static Day day(List<Ticket> tickets, Window... windows) {
        return new Day(tickets, List.of(windows));
    }

    private static Ticket served(int no, int minutes) {
        return ticket(no, Errand.FILE, false).called(1, EIGHT).done(EIGHT.plus(Duration.ofMinutes(minutes)));
    }

    private static Ticket ticket(int no, Errand errand, boolean priority) {
        return Ticket.taken(no, errand, priority, EIGHT);
    }

    private static Window window(int no, Errand... errands) {
        return new Window(no, new OfficerId(new UUID(0, no)), "Cán bộ " + no, Set.of(errands));
    }
}
