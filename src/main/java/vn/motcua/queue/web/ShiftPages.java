package vn.motcua.queue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.queue.QueueDesk;
import vn.motcua.queue.QueueRefusal;
import vn.motcua.queue.Shift;
import vn.motcua.queue.ShiftDesk;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where a shift is settled, and where whoever leads the one-stop sees it. */
@Controller
public class ShiftPages {

    private final ShiftDesk shifts;
    private final QueueDesk queue;
    private final Messages messages;
    private final Clock clock;

    ShiftPages(ShiftDesk shifts, QueueDesk queue, Messages messages, Clock clock) {
        this.shifts = shifts;
        this.queue = queue;
        this.messages = messages;
        this.clock = clock;
    }

    /** The officer's own shift of today. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/queue/shift")
    ModelAndView shift(OfficerAt officer) {
        return page(officer, Problem.NONE, HttpStatus.OK);
    }

    /** Settles it. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/queue/shift")
    ModelAndView close(
            @RequestParam(defaultValue = "1") String turn,
            @RequestParam(defaultValue = "") String counted,
            @RequestParam(defaultValue = "") String reason,
            OfficerAt officer,
            HttpServletRequest request) {
        try {
            shifts.close(officer, turn.matches("\\d{1,4}") ? Integer.parseInt(turn) : 0, dong(counted), reason);
            return new ModelAndView("redirect:/desk/queue/shift");
        } catch (Refused refused) {
            if (!(refused.code() instanceof QueueRefusal code) || code == QueueRefusal.NO_COUNTER_OF_YOURS) {
                throw refused;
            }
            var field = code == QueueRefusal.SHIFT_AMOUNT_WRONG ? "counted" : "reason";
            var problem = new Problem(field, messages.say(Languages.of(request), refused), counted, reason);
            return page(officer, problem, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The shifts of a day at the one-stops that this officer leads. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/queue/shifts")
    ModelAndView led(@RequestParam(defaultValue = "") String day, OfficerAt officer, HttpServletRequest request) {
        var of = day(day);
        var language = Languages.of(request);
        var units = shifts.led(officer, of).stream()
                .map(it -> new Led(
                        it.unit().name(language),
                        it.closed().stream().map(ShiftPages::row).toList(),
                        it.open()))
                .toList();
        return Pages.show("queue/shifts", new Overview(of.toString(), VietnamTime.day(of), units));
    }

    private ModelAndView page(OfficerAt officer, Problem problem, HttpStatus status) {
        if (queue.unit(officer).isEmpty()) {
            return Pages.show("queue/nowhere", new QueuePages.Nowhere(queue.leads(officer)), status);
        }
        var today = shifts.today(officer);
        var view = new View(
                VietnamTime.day(VietnamTime.dayOf(clock.instant())),
                officer.name(),
                today.closed().stream().map(ShiftPages::row).toList(),
                today.open(),
                today.turn(),
                problem);
        return Pages.show("queue/shift", view, status);
    }

    private static Row row(Shift.Closed closed) {
        return new Row(
                closed.shift(),
                closed.counted().toString(),
                closed.difference() == 0
                        ? ""
                        : (closed.difference() > 0 ? "+" : "−") + new Dong(Math.abs(closed.difference())),
                closed.reason(),
                VietnamTime.moment(closed.at()));
    }

    /** Whole đồng, with or without points between the thousands. */
    private static Dong dong(String typed) {
        var digits = typed.replaceAll("[\\s.\u00a0₫]", "");
        if (!digits.matches("\\d{1,12}")) {
            throw new Refused(QueueRefusal.SHIFT_AMOUNT_WRONG);
        }
        return new Dong(Long.parseLong(digits));
    }

    private LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            return VietnamTime.dayOf(clock.instant());
        }
    }

    /**
     * What was wrong, with what had been typed.
     *
     * @param field where; empty for nowhere
     */
    public record Problem(String field, String sentence, String counted, String reason) {

        static final Problem NONE = new Problem("", "", "", "");

        /** Whether this field is wrong. */
        public boolean at(String name) {
            return field.equals(name);
        }
    }

    /**
     * A settled shift in words.
     *
     * @param difference with its sign; empty for none
     */
    public record Row(Shift shift, String counted, String difference, String reason, String at) {}

    /**
     * The officer's page.
     *
     * @param closed how it was settled, first to last; none while it was not
     * @param open what is to be settled; empty where nothing is
     * @param turn which closing of the day that would be
     */
    public record View(String day, String officer, List<Row> closed, Optional<Shift> open, int turn, Problem problem) {}

    /** A one-stop in the overview, with the names of those who have not settled. */
    public record Led(String unit, List<Row> closed, List<String> open) {}

    /** The overview of a day. */
    public record Overview(String value, String day, List<Led> units) {}
}
