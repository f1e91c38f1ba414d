package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.audit.Evidence;
import vn.motcua.evidence.Inspection;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where an inspector sees unusual access, checks the log and takes a day of it away as a file. */
@Controller
public class InspectionPages {

    private final Inspection inspection;
    private final ProofWords words;
    private final Messages messages;
    private final Clock clock;

    InspectionPages(Inspection inspection, ProofWords words, Messages messages, Clock clock) {
        this.inspection = inspection;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param day as a date field has it
     * @param closed whether the day's log can be had as a file
     * @param verdict what checking the whole log came to, empty before it was asked for
     */
    public record View(
            String day, String dayName, boolean closed, List<Row> rows, List<String> verdict, boolean intact) {}

    /**
     * Something unusual.
     *
     * @param times each of them; empty when it was once
     * @param more how many are not told one by one
     */
    public record Row(String what, String who, String since, List<Time> times, int more) {}

    /** One of its times. */
    public record Time(String at, String what) {}

    /** A day. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/inspection")
    ModelAndView day(OfficerAt who, @RequestParam(defaultValue = "") String day, HttpServletRequest request) {
        return page(who, date(day), List.of(), true, Languages.of(request));
    }

    /** Checks the whole log. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/inspection/check")
    ModelAndView check(OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        var verdict = inspection.verdict(who);
        return page(who, date(""), said(verdict, language), verdict.findings().isEmpty(), language);
    }

    /** A closed day's log. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/inspection/{day:[0-9-]{10}}.log")
    ResponseEntity<String> file(OfficerAt who, @PathVariable String day) {
        var log = new StringWriter();
        inspection.export(who, date(day), log);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("log-" + who.tenant() + "-" + day + ".log")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(log.toString());
    }

    private ModelAndView page(OfficerAt who, LocalDate day, List<String> verdict, boolean intact, Language language) {
        var rows = inspection.day(who, day).stream()
                .map(it -> new Row(
                        messages.say(language, "evidence.unusual." + it.kind(), it.times()),
                        it.name().isEmpty() ? messages.say(language, "evidence.nobody") : it.name(),
                        VietnamTime.moment(it.first()),
                        it.each().size() == 1
                                ? List.of()
                                : it.each().stream()
                                        .map(one ->
                                                new Time(VietnamTime.moment(one.at()), words.acts(one.act(), language)))
                                        .toList(),
                        Math.max(0, it.times() - Inspection.MOST_TIMES)))
                .toList();
        return Pages.show(
                "evidence/inspection",
                new View(day.toString(), VietnamTime.day(day), day.isBefore(today()), rows, verdict, intact));
    }

    private List<String> said(Evidence.Verdict verdict, Language language) {
        return verdict.findings().isEmpty()
                ? List.of(
                        messages.say(language, "audit.verify.log", verdict.days(), verdict.segments(), verdict.lines()))
                : verdict.findings().stream()
                        .map(it -> messages.say(language, it))
                        .toList();
    }

    private LocalDate date(String typed) {
        try {
            return typed.isEmpty() ? today() : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
