package vn.motcua.queue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.queue.Appointment;
import vn.motcua.queue.AppointmentDesk;
import vn.motcua.queue.AppointmentWords;
import vn.motcua.queue.QueueDesk;
import vn.motcua.queue.QueueRefusal;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Who is expected at the counter today; and, for whoever leads it, how many may come. */
@Controller
public class ExpectedPages {

    private final AppointmentDesk desk;
    private final QueueDesk queue;
    private final AppointmentWords words;
    private final Messages messages;

    ExpectedPages(AppointmentDesk desk, QueueDesk queue, AppointmentWords words, Messages messages) {
        this.desk = desk;
        this.queue = queue;
        this.words = words;
        this.messages = messages;
    }

    /** The appointments of today, by time; nobody is named. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/queue/appointments")
    ModelAndView expected(OfficerAt officer, HttpServletRequest request) {
        if (queue.unit(officer).isEmpty()) {
            return Pages.show("queue/nowhere", new QueuePages.Nowhere(queue.leads(officer)));
        }
        var language = Languages.of(request);
        var rows = desk.expected(officer).stream()
                .map(it -> new Row(
                        it.id().toString(),
                        words.code(it),
                        words.procedure(it.procedure(), language),
                        it.state() == Appointment.State.BOOKED,
                        it.ticketNo().orElse(0)))
                .toList();
        return Pages.show("queue/expected", new View(rows));
    }

    /** Somebody with an appointment is there. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/queue/appointments")
    ModelAndView arrives(@RequestParam(defaultValue = "") String id, OfficerAt officer) {
        desk.arrives(officer, Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
        return new ModelAndView("redirect:/desk/queue/appointments");
    }

    /** How many may come to the one-stops that this officer leads. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/queue/slots")
    ModelAndView slots(OfficerAt officer, HttpServletRequest request) {
        return slots(officer, "", HttpStatus.OK, request);
    }

    /** Sets it. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/queue/slots")
    ModelAndView allow(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String places,
            OfficerAt officer,
            HttpServletRequest request) {
        try {
            var of = Ids.of(unit).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            desk.allow(officer, new UnitId(of), number(minutes), number(places));
            return new ModelAndView("redirect:/desk/queue/slots");
        } catch (Refused refused) {
            if (refused.code() != QueueRefusal.SLOT_RULE_WRONG) {
                throw refused;
            }
            var sentence = messages.say(Languages.of(request), refused);
            return slots(officer, sentence, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
    }

    private ModelAndView slots(OfficerAt officer, String problem, HttpStatus status, HttpServletRequest request) {
        var language = Languages.of(request);
        var led = desk.led(officer).stream()
                .map(it -> new Led(
                        it.unit().id().toString(),
                        it.unit().name(language),
                        it.rule().minutes(),
                        it.rule().places()))
                .toList();
        return Pages.show("queue/slots", new Slots(led, problem), status);
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : -1;
    }

    /**
     * Somebody who is expected.
     *
     * @param code the time and place that they say
     * @param ticket the number that they got, 0 for none
     */
    public record Row(String id, String code, String procedure, boolean booked, int ticket) {}

    /** The list of today. */
    public record View(List<Row> rows) {}

    /** A one-stop with what it allows. */
    public record Led(String id, String name, int minutes, int places) {}

    /** What the one-stops allow, and what was wrong. */
    public record Slots(List<Led> units, String problem) {}
}
