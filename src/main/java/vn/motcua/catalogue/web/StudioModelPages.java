package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.PackageDifference;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.catalogue.StudioDesk;
import vn.motcua.catalogue.StudioRoute;
import vn.motcua.catalogue.TrialDesk;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.web.Filled;
import vn.motcua.organization.Kinds;
import vn.motcua.route.BpmnFile;
import vn.motcua.route.BpmnFinding;
import vn.motcua.route.BpmnText;
import vn.motcua.route.BpmnWriter;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/**
 * Where an author draws the route of a draft in bpmn.io's modeler, or sends a BPMN file that was drawn elsewhere. First what
 * it changes is shown and nothing is kept; then it is taken into the draft. What is refused stays on the page.
 */
@Controller
class StudioModelPages {

    private static final String DRAFT = "/admin/procedures/revisions/{code}/{no}/studio";

    private final StudioDesk desk;
    private final TrialDesk trial;
    private final Kinds kinds;
    private final Messages messages;

    StudioModelPages(StudioDesk desk, TrialDesk trial, Kinds kinds, Messages messages) {
        this.desk = desk;
        this.trial = trial;
        this.kinds = kinds;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping(DRAFT + "/bpmn")
    ModelAndView drawn(OfficerAt who, @PathVariable String code, @PathVariable String no, HttpServletRequest request) {
        var draft = desk.draft(who, code, no);
        var language = Languages.of(request);
        try {
            var lacks = faults(who, draft, StudioRoute.of(draft.files()), language);
            return page(draft, bpmn(draft), lacks, Optional.empty(), Filled.empty(), "", HttpStatus.OK, language);
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.NOT_FOUND) {
                throw refused;
            }
            var why = why(draft, refused, language);
            return page(draft, "", why, Optional.empty(), Filled.empty(), "", HttpStatus.OK, language);
        }
    }

    /** The file to take along. */
    @Door(Who.OFFICER)
    @GetMapping(DRAFT + "/route.bpmn")
    ResponseEntity<byte[]> file(OfficerAt who, @PathVariable String code, @PathVariable String no) {
        var draft = desk.draft(who, code, no);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/xml;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(draft.code() + "-" + draft.no() + ".bpmn")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bpmn(draft).getBytes(StandardCharsets.UTF_8));
    }

    /** Says what the drawing would change, and keeps nothing. */
    @Door(Who.OFFICER)
    @PostMapping(DRAFT + "/bpmn")
    ModelAndView looked(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam(defaultValue = "") String xml,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var draft = draft(who, code, no);
        var sent = file != null && !file.isEmpty();
        var language = Languages.of(request);
        try {
            var text = file != null && sent ? BpmnText.of(file.getBytes()) : xml;
            return looked(who, draft, text, "", HttpStatus.OK, language);
        } catch (Refused refused) {
            return unread(draft, xml, sent ? "file" : "xml", refused, language);
        }
    }

    /** Takes the drawing into the draft, as its author saw both. */
    @Door(Who.OFFICER)
    @PostMapping(DRAFT + "/bpmn/take")
    ModelAndView taken(
            OfficerAt who,
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String xml,
            HttpServletRequest request) {
        var draft = draft(who, code, no);
        var language = Languages.of(request);
        Optional<RouteDefinition> route;
        try {
            route = read(xml).definition();
        } catch (Refused refused) {
            return unread(draft, xml, "xml", refused, language);
        }
        if (route.isEmpty()) {
            return looked(who, draft, xml, "", HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
        var which = new Which(code, draft.no(), version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0);
        try {
            desk.route(who, command, which, route.get());
        } catch (Refused refused) {
            if (refused.code() != CatalogueRefusal.EDITION_CHANGED) {
                throw refused;
            }
            return looked(who, draft, xml, messages.say(language, "studio.changed"), HttpStatus.CONFLICT, language);
        }
        return new ModelAndView("redirect:" + language.prefix() + EditionPages.REVISIONS + "/" + draft.code() + "/"
                + draft.no() + "/studio/bpmn");
    }

    /** A draft with a route of its own; anything else is not there, whatever is sent. */
    private Edition draft(OfficerAt who, String code, String no) {
        var draft = desk.draft(who, code, no);
        try {
            StudioRoute.of(draft.files());
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.NOT_FOUND) {
                throw refused;
            }
        }
        return draft;
    }

    private static String bpmn(Edition draft) {
        return bpmn(draft, StudioRoute.of(draft.files()));
    }

    private static String bpmn(Edition draft, RouteDefinition route) {
        return BpmnWriter.draft(route, draft.code(), draft.name().isEmpty() ? draft.code() : draft.name());
    }

    /** A file in which nothing is drawn gets our drawing, so that it can be changed on the page. */
    private static String drawn(Edition draft, BpmnFile file, String xml) {
        if (xml.contains("BPMNDiagram") || file.definition().isEmpty()) {
            return xml;
        }
        try {
            return bpmn(draft, file.definition().get());
        } catch (Refused _) {
            return xml;
        }
    }

    private static BpmnFile read(String xml) {
        if (xml.isBlank()) {
            throw new Refused(CatalogueRefusal.BPMN_MISSING);
        }
        return BpmnFile.read(BpmnText.bytes(xml));
    }

    private List<String> why(Edition draft, Refused refused, Language language) {
        try {
            if (Route.check(StudioRoute.of(draft.files()), _ -> _ -> false) instanceof Route.Faulty(var faults)) {
                return faults.stream().map(it -> it.say(messages, language)).toList();
            }
        } catch (Refused unreadable) {
            return List.of(messages.say(language, unreadable));
        }
        return List.of(messages.say(language, refused));
    }

    private ModelAndView looked(
            OfficerAt who, Edition draft, String xml, String said, HttpStatus good, Language language) {
        var file = read(xml);
        var words = new EditionWords(messages, language);
        var refusals = file.refusals();
        var looked = new StudioModelView.Looked(
                said(refusals, language),
                refusals.stream()
                        .map(BpmnFinding::id)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList(),
                said(file.notes(), language),
                file.definition().map(it -> faults(who, draft, it, language)).orElse(List.of()),
                file.definition()
                        .map(it -> words.parts(PackageDifference.between(
                                draft.files(), StudioRoute.with(draft.files(), it), language)))
                        .orElse(List.of()));
        var status = refusals.isEmpty() ? good : HttpStatus.UNPROCESSABLE_CONTENT;
        return page(
                draft, drawn(draft, file, xml), List.of(), Optional.of(looked), Filled.empty(), said, status, language);
    }

    /** What the route lacks, and what the whole package says to it where it can be read. */
    private List<String> faults(OfficerAt who, Edition draft, RouteDefinition route, Language language) {
        var content = trial.content(who, draft);
        if (content.isPresent()) {
            return new RouteViews(kinds, messages, language)
                    .of(content.get(), route)
                    .faults();
        }
        return Route.check(route, _ -> _ -> false) instanceof Route.Faulty(var faults)
                ? faults.stream().map(it -> it.say(messages, language)).toList()
                : List.of();
    }

    private List<String> said(List<BpmnFinding> findings, Language language) {
        return findings.stream().map(it -> it.say(messages, language)).toList();
    }

    /** What cannot be read at all; what was in the editor before stays there. */
    private ModelAndView unread(Edition draft, String xml, String field, Refused refused, Language language) {
        var status = switch (refused.code().kind()) {
            case NOT_VALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NOT_FOUND, GONE, NOT_ALLOWED, NOT_NOW -> throw refused;
        };
        var form = new Filled(Map.of(), Map.of(field, messages.say(language, refused)));
        return page(draft, xml, List.of(), Optional.empty(), form, "", status, language);
    }

    private ModelAndView page(
            Edition draft,
            String xml,
            List<String> faults,
            Optional<StudioModelView.Looked> looked,
            Filled form,
            String said,
            HttpStatus status,
            Language language) {
        var frame = new StudioWords(draft, messages, language).frame();
        return Pages.show(
                "catalogue/studio-model", new StudioModelView(frame, xml, faults, looked, form, said), status);
    }
}
