package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

    /** One time that somebody worked with it. */
    public record Row(
            String tenant,
            String line,
            String when,
            String who,
            String unit,
            String what,
            String why,
            String fields,
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
        var seen = looked.at(who, moment(before), A_PAGE, language);
        var rows = seen.stream().map(it -> row(it, language)).toList();
        var older = seen.size() < A_PAGE
                ? ""
                : "/my/looked?before=" + seen.getLast().at();
        return Pages.show("evidence/looked", new View(rows, older, asked, wrong, wrongAt, typed), status);
    }

    private Instant moment(String typed) {
        try {
            return typed.isEmpty() ? clock.instant().plusSeconds(1) : Instant.parse(typed);
        } catch (DateTimeParseException e) {
            return clock.instant().plusSeconds(1);
        }
    }

    private Row row(Seen it, Language language) {
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
                words.acts(it.act(), language),
                messages.say(language, "evidence.purpose." + it.purpose()),
                Arrays.stream(it.fields().split(" "))
                        .map(field -> messages.say(language, "evidence.field." + field))
                        .collect(Collectors.joining(", ")),
                it.dossier(),
                it.unit().isPresent() && it.question().isEmpty(),
                it.question()
                        .map(said -> new Said(
                                said.text(),
                                VietnamTime.moment(said.askedAt()),
                                said.answer().map(answer -> answer.text()).orElse(""),
                                said.answer()
                                        .map(answer -> answer.by() + ", " + VietnamTime.moment(answer.at()))
                                        .orElse(""))));
    }
}
