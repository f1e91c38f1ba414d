package vn.motcua.queue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.document.QrCode;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.queue.Errand;
import vn.motcua.queue.QueueDesk;
import vn.motcua.queue.QueueRefusal;
import vn.motcua.queue.Ticket;
import vn.motcua.queue.Window;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where an officer calls the numbers of the day. */
@Controller
public class QueuePages {

    private final QueueDesk desk;
    private final Messages messages;

    QueuePages(QueueDesk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** The queue of today. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/queue")
    ModelAndView queue(OfficerAt officer, HttpServletRequest request) {
        return page(officer, Problem.NONE, Link.NONE, HttpStatus.OK);
    }

    /** One act at the window. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/queue")
    ModelAndView act(
            @RequestParam(name = "do", defaultValue = "") String act,
            @RequestParam(defaultValue = "0") String seen,
            @RequestParam(defaultValue = "0") String window,
            @RequestParam(required = false) List<String> errand,
            @RequestParam(defaultValue = "") String unit,
            OfficerAt officer,
            HttpServletRequest request) {
        try {
            switch (act) {
                case "sit" -> {
                    if (unit.isEmpty()) {
                        desk.sit(officer, number(window), errands(errand));
                    } else {
                        var there = Ids.of(unit).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
                        desk.sit(officer, new UnitId(there), number(window), errands(errand));
                    }
                }
                case "leave" -> desk.leave(officer);
                case "next" -> desk.next(officer, number(seen));
                case "again" -> desk.again(officer, number(seen));
                case "absent" -> desk.absent(officer, number(seen));
                case "done" -> desk.done(officer, number(seen));
                case "move" -> desk.move(officer, number(seen), number(window));
                case "back" -> desk.back(officer, number(seen));
                default -> throw new Refused(AccessRefusal.NOT_THERE);
            }
        } catch (Refused refused) {
            return again(officer, refused, new Problem("", window, errands(errand)), request);
        }
        return new ModelAndView("redirect:/desk/queue");
    }

    /** Makes the link of a device that gives out numbers; it is shown this once. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/queue/kiosks")
    ModelAndView addKiosk(
            @RequestParam(defaultValue = "") String command,
            @RequestParam(defaultValue = "") String name,
            OfficerAt officer,
            HttpServletRequest request) {
        try {
            var id = Ids.of(command).orElseGet(Ids::next);
            var secret = desk.addKiosk(officer, id, name);
            if (secret.isEmpty()) {
                return new ModelAndView("redirect:/desk/queue");
            }
            var path = "/queue/" + desk.unit(officer).orElseThrow() + "/kiosk/" + secret.get();
            var address =
                    ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + path;
            var qr = QrCode.of(address).svg(messages.say(Languages.of(request), "queue.kiosks.qr"));
            return page(officer, Problem.NONE, new Link(address, path, qr), HttpStatus.OK);
        } catch (Refused refused) {
            return again(officer, refused, Problem.NONE, request);
        }
    }

    /** The link of a device opens nothing any more. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/queue/kiosks/{id}/end")
    ModelAndView endKiosk(@PathVariable String id, OfficerAt officer) {
        if (desk.unit(officer).isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        desk.endKiosk(officer, Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
        return new ModelAndView("redirect:/desk/queue");
    }

    private ModelAndView again(OfficerAt officer, Refused refused, Problem typed, HttpServletRequest request) {
        if (!(refused.code() instanceof QueueRefusal code)) {
            throw refused;
        }
        var field = switch (code) {
            case WINDOW_NUMBER_WRONG, WINDOW_TAKEN -> "window";
            case WINDOW_WITHOUT_ERRAND -> "errands";
            case NOBODY_AT_THAT_WINDOW -> "other";
            case DEVICE_NAME_WRONG -> "name";
            case NO_COUNTER_OF_YOURS,
                    NO_WINDOW_YET,
                    ERRAND_MISSING,
                    SHIFT_AMOUNT_WRONG,
                    SHIFT_DIFFERENCE_WITHOUT_REASON,
                    SHIFT_REASON_TOO_LONG,
                    TOO_MANY_APPOINTMENTS,
                    APPOINTMENT_FOR_WHAT,
                    SLOT_NOT_FREE,
                    SLOT_RULE_WRONG -> throw refused;
        };
        var sentence = messages.say(Languages.of(request), refused);
        var problem = new Problem(field, typed.window(), typed.errands(), sentence);
        return page(officer, problem, Link.NONE, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(OfficerAt officer, Problem problem, Link link, HttpStatus status) {
        var unit = desk.unit(officer);
        if (unit.isEmpty()) {
            return Pages.show("queue/nowhere", new Nowhere(desk.leads(officer)), status);
        }
        var day = desk.today(unit.get());
        var window = day.of(officer.officer());
        var view = new View(
                unit.get().toString(),
                desk.oneStops(officer),
                window,
                window.flatMap(it -> day.at(it.no())),
                window.map(it -> day.next(it).isPresent()).orElse(false),
                day.waiting(),
                day.absent(),
                day.windows(),
                desk.kiosks(officer).stream()
                        .map(it ->
                                new KioskLine(it.id().toString(), it.name(), VietnamTime.moment(it.madeAt()), it.by()))
                        .toList(),
                Arrays.asList(Errand.values()),
                problem,
                link,
                Ids.next().toString());
        return Pages.show("queue/desk", view, status);
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static Set<Errand> errands(@org.jspecify.annotations.Nullable List<String> typed) {
        var errands = new LinkedHashSet<Errand>();
        if (typed != null) {
            typed.forEach(it -> Errand.of(it).ifPresent(errands::add));
        }
        return errands;
    }

    /**
     * For who works at no counter.
     *
     * @param leads whether they lead a unit, and see how its counters did
     */
    public record Nowhere(boolean leads) {}

    /** A device with a link. */
    public record KioskLine(String id, String name, String madeAt, String by) {}

    /**
     * The link of a new device.
     *
     * @param address in full; empty when none was just made
     */
    public record Link(String address, String path, String qr) {

        static final Link NONE = new Link("", "", "");
    }

    /**
     * What was wrong, with what had been typed.
     *
     * @param field where; empty for nowhere
     */
    public record Problem(String field, String window, Set<Errand> errands, String sentence) {

        static final Problem NONE = new Problem("", "", Set.of(Errand.values()), "");

        Problem(String field, String window, Set<Errand> errands) {
            this(field, window, errands, "");
        }

        /** Whether this field is wrong. */
        public boolean at(String name) {
            return field.equals(name);
        }
    }

    /**
     * The page.
     *
     * @param window where the officer sits; empty for nowhere yet
     * @param current who is there
     * @param someoneWaits whether there is somebody to call to this window
     */
    public record View(
            String unit,
            List<Unit> oneStops,
            Optional<Window> window,
            Optional<Ticket> current,
            boolean someoneWaits,
            List<Ticket> waiting,
            List<Ticket> absent,
            List<Window> windows,
            List<KioskLine> kiosks,
            List<Errand> errands,
            Problem problem,
            Link link,
            String command) {

        /** The drawing of the new link. */
        public String qr() {
            return link.qr();
        }

        /** The number that is shown, 0 for none. */
        public int seen() {
            return current.map(Ticket::no).orElse(0);
        }

        /** The windows of the others. */
        public List<Window> others() {
            return windows.stream()
                    .filter(it -> window.filter(own -> own.no() == it.no()).isEmpty())
                    .toList();
        }
    }
}
