package vn.motcua.queue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.Applicant;
import vn.motcua.organization.Unit;
import vn.motcua.queue.Appointment;
import vn.motcua.queue.AppointmentDesk;
import vn.motcua.queue.AppointmentWords;
import vn.motcua.queue.Hall;
import vn.motcua.queue.QueueRefusal;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where somebody books when to come to a one-stop. */
@Controller
public class BookingPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final AppointmentDesk desk;
    private final Hall hall;
    private final AppointmentWords words;
    private final Messages messages;

    BookingPages(AppointmentDesk desk, Hall hall, AppointmentWords words, Messages messages) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        this.messages = messages;
    }

    /** Where, for what, on which day, at which time. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/appointments/new")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String move,
            Applicant who,
            HttpServletRequest request) {
        return page(unit, procedure, day, move, "", HttpStatus.OK, request);
    }

    /** Books, or moves one that there is. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/appointments/new")
    ModelAndView book(
            @RequestParam(defaultValue = "") String command,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String move,
            Applicant who,
            HttpServletRequest request) {
        var day = at.length() >= 10 ? at.substring(0, 10) : "";
        try {
            desk.book(
                    who,
                    offered(unit).orElseThrow(() -> new Refused(QueueRefusal.SLOT_NOT_FREE)),
                    Ids.of(command).orElseGet(Ids::next),
                    Ids.of(move),
                    procedure,
                    LocalDateTime.parse(at));
            return new ModelAndView("redirect:/my/appointments");
        } catch (DateTimeParseException none) {
            var sentence = messages.say(Languages.of(request), new Refused(QueueRefusal.SLOT_NOT_FREE));
            return page(unit, procedure, day, move, sentence, HttpStatus.UNPROCESSABLE_CONTENT, request);
        } catch (Refused refused) {
            if (!(refused.code() instanceof QueueRefusal)) {
                throw refused;
            }
            var sentence = messages.say(Languages.of(request), refused);
            return page(unit, procedure, day, move, sentence, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
    }

    /** All of theirs. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/appointments")
    ModelAndView mine(Applicant who, HttpServletRequest request) {
        var language = Languages.of(request);
        var rows = desk.of(who).stream().map(it -> row(it, language)).toList();
        return Pages.show(
                "queue/my-appointments", new Mine(rows, !desk.offered().isEmpty()));
    }

    /** They will not come. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/appointments/{unit}/{id}/cancel")
    ModelAndView cancel(@PathVariable String unit, @PathVariable String id, Applicant who) {
        desk.cancel(who, hall.oneStop(unit), id(id));
        return new ModelAndView("redirect:/my/appointments");
    }

    /** The file for a calendar (RFC 5545). */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/appointments/{unit}/{id}/calendar")
    ResponseEntity<byte[]> file(
            @PathVariable String unit, @PathVariable String id, Applicant who, HttpServletRequest request) {
        var language = Languages.of(request);
        var oneStop = hall.oneStop(unit);
        var found = desk.of(who).stream()
                .filter(it -> it.unit().equals(oneStop.id()) && it.id().equals(id(id)))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var row = row(found, language);
        var text = desk.file(
                who, oneStop, found.id(), row.procedure(), messages.say(language, "queue.appointment.say", row.code()));
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"lich-hen.ics\"")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Row row(Appointment it, Language language) {
        return new Row(
                it.id().toString(),
                it.unit().toString(),
                hall.oneStop(it.unit().toString()).name(language),
                words.procedure(it.procedure(), language),
                VietnamTime.moment(it.at()),
                words.code(it),
                it.state(),
                it.ticketNo().orElse(0));
    }

    private Optional<Unit> offered(String id) {
        return desk.offered().stream()
                .filter(it -> it.id().toString().equals(id))
                .findFirst();
    }

    private ModelAndView page(
            String unit,
            String procedure,
            String day,
            String move,
            String problem,
            HttpStatus status,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var chosen = offered(unit);
        var days = desk.days(chosen);
        var on = days.stream().filter(it -> it.toString().equals(day)).findFirst();
        var view = new View(
                desk.offered().stream()
                        .map(it -> new Choice(it.id().toString(), it.name(language)))
                        .toList(),
                unit,
                chosen.map(it -> desk.procedures(it).stream()
                                .map(one -> new Choice(one.code(), one.shortName(language)))
                                .toList())
                        .orElse(List.of()),
                procedure,
                days.stream()
                        .map(it -> new Choice(it.toString(), VietnamTime.day(it)))
                        .toList(),
                day,
                chosen.flatMap(it -> on.map(which -> slots(it, which))).orElse(List.of()),
                on.isPresent() && chosen.isPresent(),
                move,
                problem,
                Ids.next().toString());
        return Pages.show("queue/book", view, status);
    }

    private List<Slot> slots(Unit unit, LocalDate day) {
        return desk.slots(unit, day).stream()
                .map(it -> new Slot(it.at().toString(), TIME.format(it.at()), it.free()))
                .toList();
    }

    private static UUID id(String text) {
        return Ids.of(text).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** Something to choose. */
    public record Choice(String value, String name) {}

    /** A slot with how many may still come. */
    public record Slot(String value, String time, int free) {}

    /**
     * The page where one books.
     *
     * @param move which appointment is moved; empty for a new one
     * @param problem what was wrong; empty for nothing
     */
    public record View(
            List<Choice> units,
            String unit,
            List<Choice> procedures,
            String procedure,
            List<Choice> days,
            String day,
            List<Slot> slots,
            boolean asked,
            String move,
            String problem,
            String command) {}

    /**
     * An appointment in words.
     *
     * @param code what is said at the counter
     * @param ticket the number that it became, 0 for none
     */
    public record Row(
            String id,
            String unit,
            String where,
            String procedure,
            String at,
            String code,
            Appointment.State state,
            int ticket) {}

    /** All of somebody's, and whether any one-stop takes appointments. */
    public record Mine(List<Row> rows, boolean offered) {}
}
