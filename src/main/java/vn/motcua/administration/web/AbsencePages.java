package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.administration.Absence;
import vn.motcua.administration.Absences;
import vn.motcua.administration.AdministrationRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StandInRefusal;
import vn.motcua.identity.StandIns;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where whoever leads a unit, or an administrator, keeps who is on leave and gives their work to others. */
@Controller
public class AbsencePages {

    private final Absences absences;
    private final Units units;
    private final Kinds kinds;
    private final Messages messages;

    AbsencePages(Absences absences, Units units, Kinds kinds, Messages messages) {
        this.absences = absences;
        this.units = units;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** The page; {@code waits} when the stand-in just chosen waits for a second administrator. */
    public record View(
            List<Row> rows,
            List<Taken> claims,
            Filled form,
            String command,
            List<Forms.Choice> officers,
            List<Forms.Choice> standIns,
            List<Forms.Choice> reasons,
            List<Forms.Choice> handlings,
            boolean waits) {}

    /** A leave; {@code now} when it has begun. */
    public record Row(String id, String name, String days, String reason, String standIn, boolean now) {}

    /** A step that somebody absent has taken. */
    public record Taken(
            String dossier,
            String number,
            String step,
            String stepName,
            String procedure,
            String name,
            String where,
            String since,
            String command,
            List<Forms.Choice> colleagues) {}

    /** Who is away. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/absences")
    ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String waits, HttpServletRequest request) {
        return page(who, Filled.empty(), Ids.next(), !waits.isEmpty(), HttpStatus.OK, Languages.of(request));
    }

    /** Records a leave. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/absences")
    ModelAndView record(
            SignedIn who,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            var step = absences.record(
                    who,
                    new Absence(
                            command,
                            officer(typed, "officer").orElse(new OfficerId(new UUID(0, 0))),
                            day(typed, "from"),
                            day(typed, "until"),
                            chosen(Absence.Reason.class, typed, "reason").orElse(Absence.Reason.OTHER),
                            chosen(Absence.Claims.class, typed, "claims").orElse(Absence.Claims.TRAY),
                            officer(typed, "standIn")));
            return new ModelAndView("redirect:" + language.prefix() + waits(step));
        } catch (Refused refused) {
            var form = new Filled(typed, Map.of(field(refused, typed), messages.say(language, refused)));
            return page(who, form, command, false, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    private static String waits(StandIns.Step step) {
        return step == StandIns.Step.WAITS ? "/absences?waits=yes" : "/absences";
    }

    /** They are back. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/absences/{id}/end")
    ModelAndView end(SignedIn who, @PathVariable String id, HttpServletRequest request) {
        absences.end(who, Ids.of(id).orElse(new UUID(0, 0)));
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + "/absences");
    }

    /** Gives a step to somebody else. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/absences/claims")
    ModelAndView assign(
            SignedIn who,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        absences.assign(who, command, dossier, step, officer(typed, "to"));
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + "/absences");
    }

    private static String field(Refused refused, Map<String, String> typed) {
        if (refused.code() instanceof StandInRefusal) {
            return "standIn";
        }
        return switch (refused.code()) {
            case AdministrationRefusal it when it == AdministrationRefusal.ABSENCE_DAYS -> "from";
            case AdministrationRefusal it when it == AdministrationRefusal.ABSENT_ALREADY -> "from";
            case AdministrationRefusal it when it == AdministrationRefusal.STAND_IN_MISSING -> "standIn";
            case AdministrationRefusal it
            when it == AdministrationRefusal.OFFICER_UNKNOWN
                    && typed.getOrDefault("officer", "").isEmpty() -> "officer";
            default -> throw refused;
        };
    }

    private ModelAndView page(
            SignedIn who, Filled form, UUID command, boolean waits, HttpStatus status, Language language) {
        var board = absences.board(who, language);
        return Pages.show(
                "administration/absences",
                new View(
                        board.away().stream().map(it -> row(it, language)).toList(),
                        board.claims().stream().map(it -> taken(it, language)).toList(),
                        form,
                        command.toString(),
                        choices(board.officers()),
                        choices(board.colleagues()),
                        words(Absence.Reason.values(), "administration.absence.reason.", language),
                        words(Absence.Claims.values(), "administration.absence.claims.", language),
                        waits),
                status);
    }

    private Row row(Absences.Away it, Language language) {
        return new Row(
                it.absence().id().toString(),
                it.name(),
                VietnamTime.day(it.absence().from()) + " – "
                        + VietnamTime.day(it.absence().until()),
                messages.say(
                        language,
                        "administration.absence.reason." + it.absence().reason()),
                it.standIn(),
                it.now());
    }

    private Taken taken(Absences.Taken it, Language language) {
        var claim = it.claim();
        return new Taken(
                claim.dossier().toString(),
                claim.number(),
                claim.step(),
                claim.stepName(),
                claim.procedure(),
                it.name(),
                kinds.roleName(claim.role(), language) + ", "
                        + units.unit(claim.unit())
                                .map(unit -> unit.name(language))
                                .orElse(""),
                VietnamTime.moment(claim.since()),
                Ids.next().toString(),
                choices(it.colleagues()));
    }

    private <E extends Enum<E>> List<Forms.Choice> words(E[] values, String prefix, Language language) {
        return Arrays.stream(values)
                .map(it -> new Forms.Choice(it.name(), messages.say(language, prefix + it)))
                .toList();
    }

    private static List<Forms.Choice> choices(List<Absences.Named> officers) {
        return officers.stream()
                .map(it -> new Forms.Choice(it.officer().toString(), it.name()))
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> chosen(Class<E> type, Map<String, String> typed, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equals(typed.getOrDefault(field, "")))
                .findFirst();
    }

    private static Optional<OfficerId> officer(Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new OfficerId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            throw new Refused(AdministrationRefusal.OFFICER_UNKNOWN);
        }
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        try {
            return LocalDate.parse(typed.getOrDefault(field, "").strip());
        } catch (DateTimeException none) {
            throw new Refused(AdministrationRefusal.ABSENCE_DAYS);
        }
    }
}
