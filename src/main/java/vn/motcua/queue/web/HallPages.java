package vn.motcua.queue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.document.QrCode;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.organization.Unit;
import vn.motcua.queue.Errand;
import vn.motcua.queue.Hall;
import vn.motcua.queue.Ticket;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/**
 * The pages of the hall: the screen on the wall, the device that gives out numbers, the number on one's own phone. They load
 * themselves anew by a header, so that they go on without JavaScript.
 */
@Controller
public class HallPages {

    private static final String REFRESH = "Refresh";
    private static final int SCREEN_SECONDS = 5;
    private static final int PHONE_SECONDS = 15;
    private static final int SLIP_SECONDS = 20;
    /** Also keeps the session of the device alive, without which its form would be refused. */
    private static final int KIOSK_SECONDS = 300;

    private static final int ON_THE_SCREEN = 8;

    private final Hall hall;
    private final Messages messages;

    HallPages(Hall hall, Messages messages) {
        this.hall = hall;
        this.messages = messages;
    }

    /** The screen on the wall: which number is called to which window. Nobody is named. */
    @Door(Who.PUBLIC)
    @GetMapping("/queue/{unit}")
    ModelAndView screen(@PathVariable String unit, HttpServletRequest request, HttpServletResponse response) {
        var oneStop = hall.oneStop(unit);
        var day = hall.today(oneStop);
        response.setHeader(REFRESH, SCREEN_SECONDS + "");
        var called = day.called().stream()
                .limit(ON_THE_SCREEN)
                .map(it -> new Called(it.no(), it.window()))
                .toList();
        return Pages.show(
                "queue/screen",
                new Screen(name(oneStop, request), called, day.waiting().size()));
    }

    /** The device: what do you come for. */
    @Door(Who.PUBLIC)
    @GetMapping("/queue/{unit}/kiosk/{secret}")
    ModelAndView kiosk(
            @PathVariable String unit,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var oneStop = hall.oneStop(unit);
        hall.requireKiosk(oneStop, secret);
        response.setHeader(REFRESH, KIOSK_SECONDS + "");
        return kiosk(oneStop, secret, false, request);
    }

    /** Gives out a number. */
    @Door(Who.PUBLIC)
    @PostMapping("/queue/{unit}/kiosk/{secret}")
    ModelAndView take(
            @PathVariable String unit,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String command,
            @RequestParam(defaultValue = "") String errand,
            @RequestParam(defaultValue = "") String priority,
            HttpServletRequest request) {
        var oneStop = hall.oneStop(unit);
        hall.requireKiosk(oneStop, secret);
        var wanted = Errand.of(errand);
        if (wanted.isEmpty()) {
            return kiosk(oneStop, secret, true, request);
        }
        var key = Ids.of(command).orElseGet(Ids::next);
        var code = hall.take(oneStop, secret, key, wanted.get(), !priority.isEmpty());
        return new ModelAndView("redirect:/queue/" + oneStop.id() + "/kiosk/" + secret + "/" + code);
    }

    /** The slip, on the device; after a while the device is there for the next one. */
    @Door(Who.PUBLIC)
    @GetMapping("/queue/{unit}/kiosk/{secret}/{code}")
    ModelAndView slip(
            @PathVariable String unit,
            @PathVariable String secret,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var oneStop = hall.oneStop(unit);
        hall.requireKiosk(oneStop, secret);
        var seen = hall.seen(oneStop, code);
        var home = "/queue/" + oneStop.id() + "/kiosk/" + secret;
        response.setHeader(
                REFRESH, SLIP_SECONDS + ";url=" + Languages.of(request).prefix() + home);
        return Pages.show("queue/slip", number(seen, code, home, request));
    }

    /** The number on one's own phone. */
    @Door(Who.PUBLIC)
    @GetMapping("/queue/{unit}/tickets/{code}")
    ModelAndView ticket(
            @PathVariable String unit,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var oneStop = hall.oneStop(unit);
        var seen = hall.seen(oneStop, code);
        if (seen.ticket().state() == Ticket.State.WAITING || seen.ticket().state() == Ticket.State.CALLED) {
            response.setHeader(REFRESH, PHONE_SECONDS + "");
        }
        return Pages.show("queue/ticket", number(seen, code, "", request));
    }

    private ModelAndView kiosk(Unit unit, String secret, boolean wrong, HttpServletRequest request) {
        var view = new KioskView(
                name(unit, request),
                "/queue/" + unit.id() + "/kiosk/" + secret,
                Arrays.asList(Errand.values()),
                Ids.next().toString(),
                wrong);
        return Pages.show("queue/kiosk", view, wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private Taken number(Hall.Seen seen, String code, String home, HttpServletRequest request) {
        var language = Languages.of(request);
        var phone = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + language.prefix()
                + "/queue/" + seen.unit().id() + "/tickets/" + code;
        return new Taken(
                name(seen.unit(), request),
                seen.ticket().no(),
                seen.ticket().errand(),
                seen.ticket().priority(),
                seen.ticket().state(),
                seen.ticket().window(),
                VietnamTime.moment(seen.ticket().takenAt()),
                seen.queue().map(it -> it.before()),
                seen.queue().flatMap(it -> it.minutes()),
                QrCode.of(phone).svg(messages.say(language, "queue.slip.qr")),
                home);
    }

    private static String name(Unit unit, HttpServletRequest request) {
        return unit.name(Languages.of(request));
    }

    /** A number that is called to a window. */
    public record Called(int no, int window) {}

    /**
     * The screen.
     *
     * @param called the latest first
     * @param waiting how many wait
     */
    public record Screen(String unit, List<Called> called, int waiting) {}

    /**
     * The device.
     *
     * @param path of this page
     * @param wrong whether nothing was chosen
     */
    public record KioskView(String unit, String path, List<Errand> errands, String command, boolean wrong) {}

    /**
     * A number as its holder sees it.
     *
     * @param before how many are called first; empty when it waits no more
     * @param minutes about how long that takes; empty when it is not known
     * @param qr a drawing that leads to the same on one's phone
     * @param home the path of the device; empty on a phone
     */
    public record Taken(
            String unit,
            int no,
            Errand errand,
            boolean priority,
            Ticket.State state,
            int window,
            String takenAt,
            Optional<Integer> before,
            Optional<Long> minutes,
            String qr,
            String home) {}
}
