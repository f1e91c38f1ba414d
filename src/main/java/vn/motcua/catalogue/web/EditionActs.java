package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.DraftEditionDesk;
import vn.motcua.catalogue.LeadTimes;
import vn.motcua.catalogue.PackageArchive;
import vn.motcua.catalogue.PublicationRounds;
import vn.motcua.catalogue.PublishingDecision;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.catalogue.RevisionDesk.Wanted;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.web.Filled;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** What authors and reviewers do with editions. What is refused comes back on the same page, with what was typed. */
@Controller
class EditionActs {

    private static final String ONE = EditionPages.REVISIONS + "/{code}/{no}";

    private final RevisionDesk desk;
    private final DraftEditionDesk drafts;
    private final PublicationRounds rounds;
    private final EditionPages pages;
    private final EditionViews views;
    private final Messages messages;

    EditionActs(
            RevisionDesk desk,
            DraftEditionDesk drafts,
            PublicationRounds rounds,
            EditionPages pages,
            EditionViews views,
            Messages messages) {
        this.desk = desk;
        this.drafts = drafts;
        this.rounds = rounds;
        this.pages = pages;
        this.views = views;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @PostMapping(EditionPages.CHANGES)
    ModelAndView send(
            OfficerAt who,
            @RequestParam UUID command,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request)
            throws IOException {
        desk.role(who);
        try {
            return to(desk.send(who, command, content(files)), request);
        } catch (Refused refused) {
            if (!(refused.code() instanceof CatalogueRefusal)) {
                throw refused;
            }
            var language = Languages.of(request);
            return pages.list(
                    who,
                    "",
                    "",
                    "",
                    new Filled(Map.of(), Map.of("files", messages.say(language, refused))),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
    }

    @Door(Who.OFFICER)
    @PostMapping(EditionPages.REVISIONS + "/{code}/copy")
    ModelAndView copy(
            OfficerAt who, @PathVariable String code, @RequestParam UUID command, HttpServletRequest request) {
        return to(new Which(code, desk.copy(who, command, code), 1), request);
    }

    @Door(Who.OFFICER)
    @PostMapping(EditionPages.REVISIONS + "/{code}/from-record")
    ModelAndView fromRecord(
            OfficerAt who, @PathVariable String code, @RequestParam UUID command, HttpServletRequest request) {
        return to(new Which(code, drafts.fromRecord(who, command, code), 1), request);
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/files")
    ModelAndView change(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request)
            throws IOException {
        var which = which(who, code, no, version);
        try {
            desk.change(who, command, which, content(files));
            return to(which, request);
        } catch (Refused refused) {
            return wrong(who, which, Map.of(), "files", refused, request);
        }
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/submit")
    ModelAndView handIn(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        return act(who, code, no, typed, request, which -> desk.handIn(who, command, which));
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/take-back")
    ModelAndView takeBack(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        return act(who, code, no, typed, request, which -> drafts.takeBack(who, command, which));
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/discard")
    ModelAndView discard(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        return act(who, code, no, typed, request, which -> drafts.discard(who, command, which));
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/send-back")
    ModelAndView sendBack(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        return act(
                who,
                code,
                no,
                typed,
                request,
                which -> desk.sendBack(who, command, which, typed.getOrDefault("reason", "")));
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/approve")
    ModelAndView approve(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        return act(who, code, no, typed, request, which -> {
            var wanted = new Wanted(decision(typed), track(typed), day(typed, "effectOn"), day(typed, "publishOn"));
            desk.approve(who, command, which, wanted);
            rounds.now();
        });
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/publish")
    ModelAndView publish(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        return act(who, code, no, typed, request, which -> {
            desk.publishOn(who, command, which, day(typed, "publishOn"));
            rounds.now();
        });
    }

    @Door(Who.OFFICER)
    @PostMapping(ONE + "/abolish")
    ModelAndView abolish(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        return act(who, code, no, typed, request, which -> {
            desk.endOn(who, command, which, decision(typed), day(typed, "abolishOn"));
            rounds.now();
        });
    }

    /** Something that is done to an edition as its page saw it. */
    private interface Act {
        void on(Which which);
    }

    private ModelAndView act(
            OfficerAt who, String code, String no, Map<String, String> typed, HttpServletRequest request, Act act) {
        var which = which(who, code, no, typed.getOrDefault("version", ""));
        try {
            act.on(which);
            return to(which, request);
        } catch (Refused refused) {
            return wrong(who, which, typed, field(refused), refused, request);
        }
    }

    private Which which(OfficerAt who, String code, String no, String version) {
        var edition = pages.edition(who, code, no);
        return new Which(code, edition.no(), version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0);
    }

    /** Which field a refusal is about; empty when about none. */
    private static String field(Refused refused) {
        if (!(refused.code() instanceof CatalogueRefusal code)) {
            return "";
        }
        return switch (code) {
            case REASON_MISSING -> "reason";
            case DECISION_INCOMPLETE -> "number";
            case DECISION_IN_FUTURE -> "date";
            case DAY_MISSING ->
                refused.arguments().isEmpty()
                        ? "date"
                        : refused.arguments().getFirst().toString();
            case PUBLISH_DAY_PAST -> "publishOn";
            case ABOLITION_DAY_PAST -> "abolishOn";
            default -> "";
        };
    }

    private ModelAndView wrong(
            OfficerAt who,
            Which which,
            Map<String, String> posted,
            String field,
            Refused refused,
            HttpServletRequest request) {
        if (!(refused.code() instanceof CatalogueRefusal code)) {
            throw refused;
        }
        var status = switch (code.kind()) {
            case NOT_VALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NOT_NOW -> HttpStatus.CONFLICT;
            case NOT_FOUND, GONE, NOT_ALLOWED -> throw refused;
        };
        var language = Languages.of(request);
        var said = messages.say(language, refused);
        var typed = new HashMap<>(posted);
        typed.keySet().removeAll(List.of("command", "_csrf", "version"));
        var form = new Filled(typed, field.isEmpty() ? Map.of() : Map.of(field, said));
        var edition = desk.get(who, which.code(), which.no());
        return Pages.show(
                "catalogue/edition",
                views.one(who, edition, form, EditionViews.command(), field.isEmpty() ? said : "", language),
                status);
    }

    private static ModelAndView to(Which which, HttpServletRequest request) {
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + EditionPages.REVISIONS + "/"
                + which.code() + "/" + which.no());
    }

    private static PublishingDecision decision(Map<String, String> typed) {
        return new PublishingDecision(
                typed.getOrDefault("number", ""), day(typed, "date"), typed.getOrDefault("issuer", ""));
    }

    private static LeadTimes.Track track(Map<String, String> typed) {
        return switch (typed.getOrDefault("track", "")) {
            case "PROVINCE" -> LeadTimes.Track.PROVINCE;
            case "SHORTENED" -> LeadTimes.Track.SHORTENED;
            default -> LeadTimes.Track.MINISTRY;
        };
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        try {
            return LocalDate.parse(typed.getOrDefault(field, ""));
        } catch (DateTimeParseException e) {
            throw new Refused(CatalogueRefusal.DAY_MISSING, field);
        }
    }

    /** The files of all that was sent; refuses nothing at all with {@code PACKAGE_MISSING}. */
    private static Map<String, String> content(@Nullable List<MultipartFile> files) throws IOException {
        var all = new TreeMap<String, String>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                if (file.getSize() > PackageArchive.MOST_BYTES) {
                    throw new Refused(CatalogueRefusal.PACKAGE_TOO_LARGE);
                }
                var name = String.valueOf(file.getOriginalFilename());
                all.putAll(PackageArchive.read(name.substring(name.lastIndexOf('/') + 1), file.getBytes()));
            }
        }
        if (all.isEmpty()) {
            throw new Refused(CatalogueRefusal.PACKAGE_MISSING);
        }
        return all;
    }
}
