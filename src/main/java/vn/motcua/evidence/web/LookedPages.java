package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.audit.Mark;
import vn.motcua.evidence.Seen;
import vn.motcua.evidence.WhoLooked;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** Who worked with my data, and why? */
@Controller
public class LookedPages {

    private static final int A_PAGE = 30;

    private final WhoLooked looked;
    private final ProofWords words;
    private final Units units;
    private final Kinds kinds;
    private final Messages messages;
    private final Clock clock;

    LookedPages(WhoLooked looked, ProofWords words, Units units, Kinds kinds, Messages messages, Clock clock) {
        this.looked = looked;
        this.words = words;
        this.units = units;
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param older where it goes on, empty at the end
     * @param wrong what is wrong with the question that was sent, empty when nothing is
     * @param wrongAt about which line that was
     */
    public record View(List<Row> rows, String older, boolean asked, String wrong, String wrongAt, String typed) {}

    /** A time, when the line stands for several. */
    public record Time(String at, String what) {}

    /**
     * What somebody did with it on a day.
     *
     * @param times each of them, latest first; empty when it was once
     */
    public record Row(
            String tenant,
            String line,
            String when,
            String who,
            String unit,
            String what,
            String why,
            String fields,
            List<Time> times,
            Optional<Seen.About> dossier,
            boolean mayAsk,
            Optional<Said> said) {}

    /** What was asked and answered. */
    public record Said(String question, String askedAt, String answer, String answeredBy) {}

    /** The list. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/looked")
    ModelAndView list(
            SignedIn.Applicant who,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return page(who, before, !done.isEmpty(), "", "", "", Languages.of(request), HttpStatus.OK);
    }

    /** Asks the unit. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/looked/{tenant:[0-9]{1,9}}/{line}")
    ModelAndView ask(
            SignedIn.Applicant who,
            @PathVariable int tenant,
            @PathVariable String line,
            @RequestParam(defaultValue = "") String question,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            looked.ask(who, new TenantId(tenant), Ids.of(line).orElseThrow(LookedPages::notThere), question, language);
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.NOT_VALID) {
                throw refused;
            }
            return page(
                    who,
                    "",
                    false,
                    messages.say(language, refused),
                    line,
                    question,
                    language,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:" + language.prefix() + "/my/looked?done=asked");
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }

    private ModelAndView page(
            SignedIn.Applicant who,
            String before,
            boolean asked,
            String wrong,
            String wrongAt,
            String typed,
            Language language,
            HttpStatus status) {
        var mark = Mark.read(before).orElseGet(() -> Mark.end(clock.instant().plusSeconds(1)));
        var days = looked.days(who, mark, A_PAGE, language);
        var rows = days.days().stream().map(it -> row(it, language)).toList();
        var older = days.older().map(it -> "/my/looked?before=" + it).orElse("");
        return Pages.show("evidence/looked", new View(rows, older, asked, wrong, wrongAt, typed), status);
    }

    private Row row(List<Seen> day, Language language) {
        var it = day.getFirst();
        var asked = day.stream().flatMap(one -> one.question().stream()).findFirst();
        var role = it.role()
                .map(kind -> Standing.Kind.named(kind)
                        .map(_ -> messages.say(language, "identity.actingAs." + kind))
                        .orElseGet(() -> kinds.roleName(kind, language)))
                .orElse("");
        return new Row(
                it.tenant().toString(),
                it.line().toString(),
                VietnamTime.moment(it.at()),
                it.name().isEmpty() ? role : it.name() + ", " + role,
                it.unit().flatMap(units::unit).map(unit -> unit.name(language)).orElse(""),
                day.stream()
                        .map(one -> words.acts(one.act(), language))
                        .distinct()
                        .collect(Collectors.joining("; ")),
                messages.say(language, "evidence.purpose." + it.purpose()),
                day.stream()
                        .flatMap(one -> Arrays.stream(one.fields().split(" ")))
                        .distinct()
                        .map(field -> messages.say(language, "evidence.field." + field))
                        .collect(Collectors.joining(", ")),
                day.size() == 1
                        ? List.of()
                        : day.stream()
                                .map(one -> new Time(VietnamTime.moment(one.at()), words.acts(one.act(), language)))
                                .toList(),
                it.dossier(),
                it.unit().isPresent() && asked.isEmpty(),
                asked.map(said -> new Said(
                        said.text(),
                        VietnamTime.moment(said.askedAt()),
                        said.answer().map(answer -> answer.text()).orElse(""),
                        said.answer()
                                .map(answer -> answer.by() + ", " + VietnamTime.moment(answer.at()))
                                .orElse(""))));
    }
}
