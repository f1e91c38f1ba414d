package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.DraftEditionDesk;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.LayerDesk;
import vn.motcua.catalogue.PackageArchive;
import vn.motcua.catalogue.Phase;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** What authors and reviewers see of the procedures that their agency publishes; to all others none of it is there. */
@Controller
class EditionPages {

    static final String CHANGES = "/admin/procedures/changes";
    static final String REVISIONS = "/admin/procedures/revisions";

    private static final int A_PAGE = 30;
    private static final Set<Phase.Name> GOING_ON =
            EnumSet.of(Phase.Name.DRAFT, Phase.Name.IN_REVIEW, Phase.Name.APPROVED);

    private final RevisionDesk desk;
    private final LayerDesk laid;
    private final DraftEditionDesk drafts;
    private final EditionViews views;
    private final Messages messages;

    EditionPages(RevisionDesk desk, LayerDesk laid, DraftEditionDesk drafts, EditionViews views, Messages messages) {
        this.desk = desk;
        this.laid = laid;
        this.drafts = drafts;
        this.views = views;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping(CHANGES)
    ModelAndView changes(
            OfficerAt who,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request) {
        return list(who, phase, code, from, Filled.empty(), HttpStatus.OK, Languages.of(request));
    }

    ModelAndView list(
            OfficerAt who, String phase, String code, String from, Filled form, HttpStatus status, Language language) {
        var role = desk.role(who);
        var words = new EditionWords(messages, language);
        var chosen = Arrays.stream(Phase.Name.values())
                .filter(it -> it.name().equals(phase))
                .findFirst();
        var looked = code.matches("\\d\\.\\d{6}(\\.H\\d\\d)?(@\\d\\d)?") ? code : "";
        int begin = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        var found =
                desk.list(who, chosen.<Set<Phase.Name>>map(EnumSet::of).orElse(GOING_ON), looked, A_PAGE + 1, begin);
        var filters = new ArrayList<EditionLists.Filter>();
        filters.add(new EditionLists.Filter(CHANGES, words.t("catalogue.edition.goingOn"), chosen.isEmpty()));
        for (var it : Phase.Name.values()) {
            filters.add(new EditionLists.Filter(
                    CHANGES + "?phase=" + it.name(),
                    words.phase(it),
                    chosen.filter(it::equals).isPresent()));
        }
        return Pages.show(
                "catalogue/changes",
                new EditionLists.Changes(
                        role.agencyName(),
                        filters,
                        looked,
                        found.stream()
                                .limit(A_PAGE)
                                .map(it -> views.row(it, language))
                                .toList(),
                        found.size() > A_PAGE
                                ? CHANGES + "?phase=" + chosen.map(Enum::name).orElse("") + "&code=" + looked + "&from="
                                        + (begin + A_PAGE)
                                : "",
                        views.procedures(role, language),
                        !looked.isEmpty() && drafts.hasRecordOnly(who, looked) ? REVISIONS + "/" + looked : "",
                        role.writes(),
                        form,
                        EditionViews.command()),
                status);
    }

    @Door(Who.OFFICER)
    @GetMapping(REVISIONS + "/{code}")
    ModelAndView procedure(OfficerAt who, @PathVariable String code, HttpServletRequest request) {
        var language = Languages.of(request);
        var words = new EditionWords(messages, language);
        var lays = desk.mayLay(who, code);
        var all = lays ? laid.of(who, code) : desk.of(who, code);
        var copy = desk.role(who).writes()
                && (lays
                        || all.stream()
                                .anyMatch(it -> it.phase() instanceof Phase.Published
                                        && !desk.files(who, it).isEmpty()));
        return Pages.show(
                "catalogue/revisions",
                new EditionLists.Procedure(
                        code,
                        views.name(code, all, language),
                        REVISIONS + "/" + code,
                        all.stream().map(it -> views.row(it, language)).toList(),
                        copy,
                        drafts.hasRecordOnly(who, code),
                        EditionViews.command(),
                        all.stream()
                                .map(it -> new Forms.Choice(
                                        Integer.toString(it.no()),
                                        words.t("catalogue.edition.numbered", it.no(), words.state(it.phase()))))
                                .toList(),
                        all.isEmpty()
                                ? Filled.empty()
                                : new Filled(
                                        Map.of(
                                                "from",
                                                Integer.toString(all.get(Math.min(1, all.size() - 1))
                                                        .no()),
                                                "to",
                                                Integer.toString(all.getFirst().no())),
                                        Map.of())));
    }

    @Door(Who.OFFICER)
    @GetMapping(REVISIONS + "/{code}/difference")
    ModelAndView difference(
            OfficerAt who,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        var all = desk.of(who, code);
        return Pages.show(
                "catalogue/difference",
                views.difference(
                        who,
                        from.isEmpty() ? all.get(Math.min(1, all.size() - 1)) : edition(who, code, from),
                        to.isEmpty() ? all.getFirst() : edition(who, code, to),
                        Languages.of(request)));
    }

    @Door(Who.OFFICER)
    @GetMapping(REVISIONS + "/{code}/{no}")
    ModelAndView one(OfficerAt who, @PathVariable String code, @PathVariable String no, HttpServletRequest request) {
        return Pages.show(
                "catalogue/edition",
                views.one(
                        who,
                        edition(who, code, no),
                        Filled.empty(),
                        EditionViews.command(),
                        "",
                        Languages.of(request)));
    }

    @Door(Who.OFFICER)
    @GetMapping(REVISIONS + "/{code}/{no}/package.zip")
    void zip(OfficerAt who, @PathVariable String code, @PathVariable String no, HttpServletResponse response)
            throws IOException {
        var edition = edition(who, code, no);
        var files = desk.files(who, edition);
        if (files.isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(edition.code() + "-" + edition.no() + ".zip")
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        PackageArchive.write(files, response.getOutputStream());
    }

    /** The edition of that number as it stands in an address; anything else is not there. */
    Edition edition(OfficerAt who, String code, String no) {
        desk.role(who);
        if (!no.matches("[1-9]\\d{0,5}")) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return desk.get(who, code, Integer.parseInt(no));
    }
}
