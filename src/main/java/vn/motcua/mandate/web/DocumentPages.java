package vn.motcua.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.StoredFile;
import vn.motcua.document.Uploads;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Reach;
import vn.motcua.identity.SignedIn;
import vn.motcua.mandate.Claim;
import vn.motcua.mandate.DocumentDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.organization.Unit;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Asks for a mandate that a document proves: for one's child, one's ward, by a written mandate. */
@Controller
public class DocumentPages {

    private final DocumentDesk desk;
    private final Choices choices;
    private final Uploads uploads;
    private final Messages messages;

    DocumentPages(DocumentDesk desk, Choices choices, Uploads uploads, Messages messages) {
        this.desk = desk;
        this.choices = choices;
        this.uploads = uploads;
        this.messages = messages;
    }

    /**
     * The form.
     *
     * @param form what all such forms ask
     * @param person whom the document names
     * @param units the one-stops where it can be checked
     */
    public record View(MandateView.Form form, Whom person, List<MandateView.Choice> units, String unit) {}

    /** Whom the document names, as it was typed. */
    public record Whom(String number, String name, String born) {}

    /** The form. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/mandates/document")
    ModelAndView form(SignedIn.Citizen who, HttpServletRequest request) {
        var typed = new MandateView.Typed(
                "PARENT",
                "all",
                List.of(),
                List.of(),
                Arrays.stream(Reach.Errand.values()).map(Enum::name).toList(),
                "");
        var language = Languages.of(request);
        return page(typed, new Whom("", "", ""), "", "", "", Ids.next(), HttpStatus.OK, language);
    }

    /** Asks. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/mandates/document")
    ModelAndView ask(
            SignedIn.Citizen who,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var typed = Chosen.typed(posted);
        var person = new Whom(Chosen.text(posted, "number"), Chosen.text(posted, "name"), Chosen.text(posted, "born"));
        var unit = Chosen.text(posted, "unit");
        try {
            var wanted = Chosen.wanted(command, typed, false);
            var claim = claim(person, unit);
            desk.check(wanted, claim);
            desk.ask(who, wanted, claim, stored(who, file));
        } catch (Refused refused) {
            var at = at(refused);
            if (at.isEmpty()) {
                throw refused;
            }
            return page(
                    typed,
                    person,
                    unit,
                    messages.say(language, refused),
                    at.get(),
                    command,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:/my/mandates/" + command);
    }

    private static Optional<String> at(Refused refused) {
        return switch (refused.code()) {
            case MandateRefusal it -> Optional.of(Chosen.wrongAt(it)).filter(at -> !at.isEmpty());
            case DocumentRefusal _ -> Optional.of("file");
            default -> Optional.empty();
        };
    }

    private Claim claim(Whom person, String unit) {
        var where = desk.oneStops().stream()
                .filter(it -> it.id().toString().equals(unit))
                .findFirst()
                .orElseThrow(() -> new Refused(MandateRefusal.NO_ONE_STOP));
        return new Claim(
                person.number().replaceAll("\\s", ""),
                vn.motcua.shared.Text.clean(person.name()),
                Chosen.day(person.born()),
                where.tenant(),
                where.id());
    }

    private StoredFile stored(SignedIn.Citizen who, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Refused(MandateRefusal.NO_PAPER);
        }
        try (var content = file.getInputStream()) {
            return uploads.accept(
                    content, String.valueOf(file.getOriginalFilename()), uploads.usualLimits(), who.scope());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView page(
            MandateView.Typed typed,
            Whom person,
            String unit,
            String wrong,
            String wrongAt,
            UUID command,
            HttpStatus status,
            Language language) {
        return Pages.show(
                "mandate/document",
                new View(
                        choices.form("", typed, wrong, wrongAt, command, language),
                        person,
                        desk.oneStops().stream()
                                .map(it -> new MandateView.Choice(it.id().toString(), name(it, language)))
                                .toList(),
                        unit),
                status);
    }

    private static String name(Unit unit, Language language) {
        return unit.name(language);
    }
}
