package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.administration.Appointments;
import vn.motcua.administration.BrandChanges;
import vn.motcua.brand.Accent;
import vn.motcua.brand.Brand;
import vn.motcua.brand.BrandFrame;
import vn.motcua.brand.BrandPlace;
import vn.motcua.brand.BrandRefusal;
import vn.motcua.brand.Brands;
import vn.motcua.brand.Emblems;
import vn.motcua.brand.Palette;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.FileId;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Where an agency fills in how it shows itself, looks at it and publishes it. */
@Controller
public class BrandPages {

    private static final String DRAFTS = "/admin/brand/drafts/";

    private final BrandChanges changes;
    private final Brands brands;
    private final BrandFrame frame;
    private final Emblems emblems;
    private final Palette palette;
    private final Messages messages;

    BrandPages(
            BrandChanges changes,
            Brands brands,
            BrandFrame frame,
            Emblems emblems,
            Palette palette,
            Messages messages) {
        this.changes = changes;
        this.brands = brands;
        this.frame = frame;
        this.emblems = emblems;
        this.palette = palette;
        this.messages = messages;
    }

    /** The agency and its units. */
    public record View(List<Row> rows) {}

    /** One of them: its name, what is filled in, in words. */
    public record Row(String place, String name, List<String> filledIn) {}

    /** The form; {@code unit} says whether it is a unit's, which has a name on papers. */
    public record Form(
            String place,
            String name,
            boolean unit,
            Filled form,
            String command,
            List<Forms.Choice> accents,
            boolean emblem) {}

    /** What is looked at; the frame of the page shows it, too. */
    public record Preview(
            String draft, String name, String place, List<String> filledIn, String contrast, boolean byTwo) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/brand")
    ModelAndView list(Administrator who, HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "administration/brand",
                new View(changes.places(who).stream()
                        .map(it -> new Row(
                                it.word(),
                                messages.say(language, changes.nameOf(it)),
                                words(brands.filledIn(it), language)))
                        .toList()));
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/brand/form")
    ModelAndView form(Administrator who, @RequestParam(defaultValue = "") String place, HttpServletRequest request) {
        var of = changes.place(who, place);
        return form(of, Filled.empty(), values(brands.filledIn(of)), Ids.next(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/brand/form")
    ModelAndView fillIn(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String place,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "emblem", required = false) @Nullable MultipartFile picture,
            HttpServletRequest request) {
        var of = changes.place(who, place);
        try {
            var brand = new Brand(
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("nameEn", ""),
                    of.unit().isPresent() ? typed.getOrDefault("paperName", "") : "",
                    typed.getOrDefault("accent", ""),
                    typed.getOrDefault("address", ""),
                    typed.getOrDefault("hotline", ""),
                    typed.getOrDefault("footer", ""),
                    typed.getOrDefault("footerEn", ""),
                    Optional.empty());
            changes.draft(who, command, of, brand.with(emblem(who, of, typed, picture)));
            return new ModelAndView("redirect:" + DRAFTS + command);
        } catch (Refused refused) {
            var language = Languages.of(request);
            var at = field(refused, typed);
            var form = new Filled(typed, Map.of(at, messages.say(language, refused)));
            return form(of, form, Map.of(), command, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/brand/drafts/{draft}")
    ModelAndView look(@PathVariable UUID draft, HttpServletRequest request) {
        var language = Languages.of(request);
        var it = changes.draft(draft);
        frame.preview(request, it, DRAFTS + draft);
        return Pages.show(
                "administration/brand-draft",
                new Preview(
                        draft.toString(),
                        messages.say(language, changes.nameOf(it.place())),
                        it.place().word(),
                        words(it.brand(), language),
                        it.brand().accent().isEmpty()
                                ? ""
                                : contrast(palette.accent(it.brand().accent()), language),
                        changes.byTwo(it)));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/brand/drafts/{draft}")
    ModelAndView publish(Administrator who, @PathVariable UUID draft) {
        var step = changes.publish(who, draft);
        return new ModelAndView(step == Appointments.Step.DONE ? "redirect:/admin/brand" : "redirect:/admin/changes");
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/brand/drafts/{draft}/style")
    ResponseEntity<byte[]> style(@PathVariable UUID draft) {
        return emblems.style(frame.shown(changes.draft(draft)), Emblems.DRAFT);
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/brand/drafts/{draft}/emblem")
    ResponseEntity<byte[]> emblem(@PathVariable UUID draft) {
        return emblems.picture(frame.shown(changes.draft(draft)), Emblems.DRAFT);
    }

    private Optional<FileId> emblem(
            Administrator who, BrandPlace place, Map<String, String> typed, @Nullable MultipartFile picture) {
        if (typed.containsKey("without")) {
            return Optional.empty();
        }
        if (picture == null || picture.isEmpty()) {
            return brands.filledIn(place).emblem();
        }
        try (var content = picture.getInputStream()) {
            return Optional.of(emblems.accept(who, content, String.valueOf(picture.getOriginalFilename())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside which field it stands. */
    private static String field(Refused refused, Map<String, String> typed) {
        return switch (refused.code()) {
            case DocumentRefusal _ -> "emblem";
            case BrandRefusal it ->
                switch (it) {
                    case EMBLEM_NOT_PNG, EMBLEM_TOO_HEAVY -> "emblem";
                    case ACCENT_UNKNOWN, ACCENT_TOO_LIGHT -> "accent";
                    case HOTLINE_WRONG -> "hotline";
                    case BRAND_TEXT_TOO_LONG ->
                        List.of("name", "nameEn", "paperName", "address", "footer", "footerEn").stream()
                                .max((one, other) -> Integer.compare(
                                        typed.getOrDefault(one, "").length(),
                                        typed.getOrDefault(other, "").length()))
                                .orElseThrow();
                    case BRAND_UNKNOWN -> throw refused;
                };
            default -> throw refused;
        };
    }

    private ModelAndView form(
            BrandPlace place,
            Filled wrong,
            Map<String, String> values,
            UUID command,
            HttpStatus status,
            Language language) {
        return Pages.show(
                "administration/brand-form",
                new Form(
                        place.word(),
                        messages.say(language, changes.nameOf(place)),
                        place.unit().isPresent(),
                        wrong.wrong() ? wrong : new Filled(values, Map.of()),
                        command.toString(),
                        palette.all().stream()
                                .map(it -> new Forms.Choice(it.word(), contrast(it, language)))
                                .toList(),
                        brands.filledIn(place).emblem().isPresent()),
                status);
    }

    /** The colour's name with its contrast. */
    private String contrast(Accent accent, Language language) {
        var name = Palette.shipped(accent.word())
                ? messages.say(language, "administration.brand.accent." + accent.word())
                : accent.word();
        var ratio =
                String.format(language == Language.VI ? Locale.of("vi") : Locale.ENGLISH, "%.1f", accent.contrast());
        return messages.say(language, "administration.brand.contrast", name, accent.hex(), ratio);
    }

    private static Map<String, String> values(Brand it) {
        var all = new HashMap<String, String>();
        all.put("name", it.name());
        all.put("nameEn", it.nameEn());
        all.put("paperName", it.paperName());
        all.put("accent", it.accent());
        all.put("address", it.address());
        all.put("hotline", it.hotline());
        all.put("footer", it.footer());
        all.put("footerEn", it.footerEn());
        return all;
    }

    /** What is filled in, each with what it is. */
    private List<String> words(Brand brand, Language language) {
        var all = values(brand);
        var words = new java.util.ArrayList<>(
                List.of("name", "nameEn", "paperName", "address", "hotline", "footer", "footerEn").stream()
                        .filter(it -> !all.getOrDefault(it, "").isEmpty())
                        .map(it -> messages.say(language, "administration.brand." + it) + ": " + all.get(it))
                        .toList());
        palette.find(brand.accent()).ifPresent(it -> words.add(contrast(it, language)));
        brand.emblem().ifPresent(_ -> words.add(messages.say(language, "administration.brand.hasEmblem")));
        return words;
    }
}
