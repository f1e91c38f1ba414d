package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.catalogue.StudioDesk;
import vn.motcua.catalogue.StudioPart;
import vn.motcua.catalogue.StudioWrong;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.web.Filled;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** Where an author edits a draft by its parts. What is refused comes back on the same page, with what was typed. */
@Controller
class StudioPages {

    private final StudioDesk desk;
    private final Kinds kinds;
    private final Messages messages;

    StudioPages(StudioDesk desk, Kinds kinds, Messages messages) {
        this.desk = desk;
        this.kinds = kinds;
        this.messages = messages;
    }

    private StudioViews views(OfficerAt who, String code, String no, Language language) {
        var draft = desk.draft(who, code, no);
        var words = new StudioWords(draft, messages, language);
        return new StudioViews(
                words, () -> new StudioSteps(words, new RouteViews(kinds, messages, language), desk.problems(draft)));
    }

    /** Another's edition, one that is no draft and a part that no package has are not there, whatever is sent. */
    private StudioPart part(OfficerAt who, String code, String no, String in) {
        if (!views(who, code, no, Language.VI).there(in, "")) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return StudioViews.part(in);
    }

    @Door(Who.OFFICER)
    @GetMapping("/admin/procedures/revisions/{code}/{no}/studio")
    ModelAndView outline(
            OfficerAt who, @PathVariable String code, @PathVariable String no, HttpServletRequest request) {
        return Pages.show(
                "catalogue/studio", views(who, code, no, Languages.of(request)).outline());
    }

    @Door(Who.OFFICER)
    @GetMapping("/admin/procedures/revisions/{code}/{no}/studio/{in}")
    ModelAndView listed(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @PathVariable String in,
            HttpServletRequest request) {
        return sheet(views(who, code, no, Languages.of(request)), in, "", HttpStatus.OK);
    }

    @Door(Who.OFFICER)
    @GetMapping("/admin/procedures/revisions/{code}/{no}/studio/{in}/item")
    ModelAndView item(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @PathVariable String in,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        return Pages.show(
                "catalogue/studio-item",
                views(who, code, no, Languages.of(request))
                        .item(in, id, kind, Optional.empty(), "")
                        .behind(after));
    }

    @Door(Who.OFFICER)
    @GetMapping("/admin/procedures/revisions/{code}/{no}/studio/{in}/delete")
    ModelAndView removal(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @PathVariable String in,
            @RequestParam(defaultValue = "") String id,
            HttpServletRequest request) {
        var part = part(who, code, no, in);
        var views = views(who, code, no, Languages.of(request));
        return id.isEmpty()
                ? to(new Which(code, Integer.parseInt(no), 0), part, "", request)
                : Pages.show("catalogue/studio-delete", views.removal(in, id, ""));
    }

    @Door(Who.OFFICER)
    @PostMapping("/admin/procedures/revisions/{code}/{no}/studio/{in}/item")
    ModelAndView put(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @PathVariable String in,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> all,
            HttpServletRequest request) {
        var typed = new HashMap<String, String>();
        all.forEach((name, values) -> typed.put(name, String.join(",", values)));
        var part = part(who, code, no, in);
        var id = typed.getOrDefault("was", "");
        var content = views(who, code, no, Language.VI).content();
        var kind = content.kind(part, id, typed.getOrDefault("kind", ""));
        var which = which(code, no, typed);
        try {
            if (!content.kinds(part).isEmpty() && !content.kinds(part).contains(kind)) {
                throw new StudioWrong(Map.of("kind", Phrase.of("studio.wrong.noKind")));
            }
            desk.put(who, command, which, new StudioDesk.Filling(part, id, kind, typed));
            return to(which, part, part.coded() ? typed.getOrDefault("id", "").strip() : id, request);
        } catch (StudioWrong wrong) {
            return again(who, which, in, id, kind, typed, wrong, request);
        } catch (Refused refused) {
            return late(who, which, in, id, kind, typed, refused, request);
        }
    }

    @Door(Who.OFFICER)
    @PostMapping("/admin/procedures/revisions/{code}/{no}/studio/{in}/move")
    ModelAndView move(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @PathVariable String in,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var part = part(who, code, no, in);
        var which = which(code, no, typed);
        var id = typed.getOrDefault("id", "");
        var to = typed.getOrDefault("to", "");
        var shifted = to.equals("up") || to.equals("down");
        var language = Languages.of(request);
        try {
            desk.move(who, command, which, part, id, to);
            return to(which, shifted ? part : StudioViews.part(to), place(part, id, to), request);
        } catch (StudioWrong wrong) {
            var faults = words(wrong, language);
            if (shifted) {
                return list(
                        who, which, part, String.join(" ", faults.values()), HttpStatus.UNPROCESSABLE_CONTENT, request);
            }
            return Pages.show(
                    "catalogue/studio-item",
                    views(who, code, no, language)
                            .item(in, id, "", Optional.empty(), String.join(" ", faults.values())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            return list(who, which, part, conflict(refused, language), HttpStatus.CONFLICT, request);
        }
    }

    @Door(Who.OFFICER)
    @PostMapping("/admin/procedures/revisions/{code}/{no}/studio/{in}/delete")
    ModelAndView remove(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @PathVariable String in,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var part = part(who, code, no, in);
        var which = which(code, no, typed);
        try {
            desk.remove(who, command, which, part, typed.getOrDefault("id", ""));
            return to(which, part, "", request);
        } catch (Refused refused) {
            return list(who, which, part, conflict(refused, Languages.of(request)), HttpStatus.CONFLICT, request);
        }
    }

    /** By what an element is known after it was moved: those without a code by their number. */
    private static String place(StudioPart part, String id, String to) {
        return part.coded() || !id.matches("\\d{1,6}")
                ? id
                : Integer.toString(Math.max(1, Integer.parseInt(id) + (to.equals("up") ? -1 : 1)));
    }

    private ModelAndView again(
            OfficerAt who,
            Which which,
            String in,
            String id,
            String kind,
            Map<String, String> typed,
            StudioWrong wrong,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var faults = words(wrong, language);
        var general = faults.getOrDefault("", "");
        faults.remove("");
        return shown(who, which, in, id, kind, new Filled(kept(typed), faults), general, language)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What came too late is shown on a page of the newer version, to be sent again by whoever still wants it. */
    private ModelAndView late(
            OfficerAt who,
            Which which,
            String in,
            String id,
            String kind,
            Map<String, String> typed,
            Refused refused,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var said = conflict(refused, language);
        var form = new Filled(kept(typed), Map.of());
        try {
            return shown(who, which, in, id, kind, form, said, language).with(HttpStatus.CONFLICT);
        } catch (Refused _) {
            throw refused;
        }
    }

    private record Shown(StudioView.Item item) {
        ModelAndView with(HttpStatus status) {
            return Pages.show("catalogue/studio-item", item, status);
        }
    }

    private Shown shown(
            OfficerAt who,
            Which which,
            String in,
            String id,
            String kind,
            Filled form,
            String refused,
            Language language) {
        var views = views(who, which.code(), Integer.toString(which.no()), language);
        return new Shown(
                views.there(in, id)
                        ? views.item(in, id, kind, Optional.of(form), refused)
                        : views.item(views.there(in, "") ? in : "questions", "", kind, Optional.of(form), refused));
    }

    private ModelAndView list(
            OfficerAt who,
            Which which,
            StudioPart part,
            String refused,
            HttpStatus status,
            HttpServletRequest request) {
        var views = views(who, which.code(), Integer.toString(which.no()), Languages.of(request));
        return sheet(views, StudioLists.sheet(part), refused, status);
    }

    /** Rules are tables, everything else is a list. */
    private static ModelAndView sheet(StudioViews views, String in, String refused, HttpStatus status) {
        return in.equals(StudioRules.SHEET)
                ? Pages.show("catalogue/studio-rules", views.rules(refused), status)
                : Pages.show("catalogue/studio-list", views.listed(in, refused), status);
    }

    /** The sentence for somebody who came too late; any other refusal goes on to the error page. */
    private String conflict(Refused refused, Language language) {
        if (refused.code() != CatalogueRefusal.EDITION_CHANGED) {
            throw refused;
        }
        return messages.say(language, "studio.changed");
    }

    private Map<String, String> words(StudioWrong wrong, Language language) {
        var words = new HashMap<String, String>();
        wrong.faults().forEach((input, it) -> words.put(input, messages.say(language, it)));
        return words;
    }

    private static Map<String, String> kept(Map<String, String> typed) {
        var kept = new HashMap<>(typed);
        kept.keySet().removeAll(List.of("command", "_csrf", "version", "was"));
        return kept;
    }

    private static Which which(String code, String no, Map<String, String> typed) {
        if (!no.matches("[1-9]\\d{0,5}")) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var version = typed.getOrDefault("version", "");
        return new Which(code, Integer.parseInt(no), version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0);
    }

    private static ModelAndView to(Which which, StudioPart part, String id, HttpServletRequest request) {
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + EditionPages.REVISIONS + "/"
                + which.code() + "/" + which.no() + "/studio/" + StudioLists.sheet(part)
                + (id.isEmpty() ? "" : "#" + StudioViews.anchor(part, id)));
    }
}
