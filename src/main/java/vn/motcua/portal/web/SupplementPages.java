package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Downloads;
import vn.motcua.document.Uploads;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.portal.PortalRefusal;
import vn.motcua.portal.SupplementDesk;
import vn.motcua.portal.SupplementDraft;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Answering a supplement request in the same dossier: one list with a place for a file and a word at each line, and the
 * way to the form. Every button first keeps what was typed and uploaded.
 */
@Controller
class SupplementPages {

    private static final String SEND = "send";
    private static final String REMOVE = "remove:";
    private static final String CORRECT = "correct:";

    private final Mine mine;
    private final SupplementDesk desk;
    private final SupplementWords words;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Messages messages;
    private final Clock clock;

    SupplementPages(
            Mine mine,
            SupplementDesk desk,
            SupplementWords words,
            Uploads uploads,
            Downloads downloads,
            Messages messages,
            Clock clock) {
        this.mine = mine;
        this.desk = desk;
        this.words = words;
        this.uploads = uploads;
        this.downloads = downloads;
        this.messages = messages;
        this.clock = clock;
    }

    /** The list. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/supplement")
    ModelAndView supplement(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.SUPPLEMENT, request);
        return dossier.toDo()
                ? page(who, dossier, Ids.next(), new SupplementWords.Faults(), HttpStatus.OK, request)
                : notAsked(who, dossier, request);
    }

    /** Nothing is asked; what was put together for a request whose last day has passed can be read. */
    private ModelAndView notAsked(SignedIn.Applicant who, ApplicantView dossier, HttpServletRequest request) {
        var kept = desk.draft(who, dossier);
        var lapsed = DossierWords.last(dossier, "supplement-lapsed").isPresent();
        return Pages.show(
                "portal/late",
                new LateView(
                        Mine.address(dossier),
                        dossier.procedureName(),
                        messages.say(
                                Languages.of(request),
                                lapsed ? "portal.supplement.lapsed" : "portal.supplement.notAsked"),
                        String.join("\n", words.kept(dossier, kept, Languages.of(request))),
                        List.of(),
                        kept.papers().stream()
                                .map(it -> new LateView.Kept(
                                        Mine.address(dossier) + "/supplement/files/" + it.id(), it.name()))
                                .toList(),
                        dossier.stageName()),
                HttpStatus.CONFLICT);
    }

    /** Keeps what came, then does what the button says. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/my/{code}/supplement")
    ModelAndView post(
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam int version,
            @RequestParam(name = "do", defaultValue = "save") String what,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.SUPPLEMENT, request);
        var act = new Act(command, who, version, clock.instant());
        if (!dossier.toDo()) {
            return again(act, dossier, posted, request);
        }
        var refusedFiles = keep(who, dossier, posted, request);
        var faults = new SupplementWords.Faults(Optional.empty(), refusedFiles);
        if (what.startsWith(REMOVE)) {
            desk.remove(who, dossier, paper(what.substring(REMOVE.length())));
        }
        if (what.startsWith(CORRECT) && refusedFiles.isEmpty()) {
            return new ModelAndView("redirect:" + Mine.address(dossier) + "/supplement/form/"
                    + CorrectionPages.section(desk.form(dossier), what.substring(CORRECT.length())));
        }
        if (what.equals(SEND)) {
            var kept = desk.draft(who, dossier);
            var draft = says(dossier, posted) ? kept.saying(notes(dossier, posted)) : kept;
            var open = desk.open(dossier, draft);
            if (!open.none() || !refusedFiles.isEmpty()) {
                faults = new SupplementWords.Faults(Optional.of(open), refusedFiles);
                return page(who, dossier, command, faults, HttpStatus.UNPROCESSABLE_CONTENT, request);
            }
            return send(act, dossier, draft, posted, request);
        }
        return refusedFiles.isEmpty()
                ? new ModelAndView("redirect:" + Mine.address(dossier) + "/supplement")
                : page(who, dossier, command, faults, HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    /** A file that is kept for sending. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/supplement/files/{file}")
    ResponseEntity<Resource> file(
            @PathVariable String code, @PathVariable String file, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.SUPPLEMENT, request);
        var found = desk.draft(who, dossier).papers().stream()
                .filter(it -> it.id().toString().equals(file))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return Mine.scope(who, dossier).call(() -> downloads.inline(found.file(), found.name()));
    }

    private ModelAndView send(
            Act act,
            ApplicantView dossier,
            SupplementDraft draft,
            MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        try {
            desk.send(act, dossier, draft);
        } catch (Refused refused) {
            return tooLate(refused, act, dossier, posted, request);
        }
        return Mine.done(dossier, "supplemented");
    }

    /** Nothing is asked any more: a second click on a supplement that has arrived, or somebody else was faster. */
    private ModelAndView again(
            Act act, ApplicantView dossier, MultiValueMap<String, String> posted, HttpServletRequest request) {
        try {
            desk.sentBefore(act, dossier);
        } catch (Refused refused) {
            return tooLate(refused, act, dossier, posted, request);
        }
        return Mine.done(dossier, "supplemented");
    }

    private ModelAndView tooLate(
            Refused refused,
            Act act,
            ApplicantView dossier,
            MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        if (refused.code().kind() != RefusalCode.Kind.NOT_NOW) {
            throw refused;
        }
        var typed = posted.entrySet().stream()
                .filter(it -> it.getKey().startsWith("note."))
                .flatMap(it -> it.getValue().stream())
                .map(Text::clean)
                .filter(it -> !it.isEmpty())
                .toList();
        var now = mine.open((SignedIn.Applicant) act.by(), dossier.word(), request);
        return late(now, messages.say(Languages.of(request), refused), String.join("\n", typed), unsent(now, request));
    }

    /** The files that came with this page; those that are in the dossier by now were sent by the other one. */
    private static List<String> unsent(ApplicantView now, HttpServletRequest request) {
        return IntStream.range(0, 100)
                .mapToObj(it -> files(request, "file." + it))
                .flatMap(List::stream)
                .map(SupplementPages::name)
                .filter(it ->
                        now.papers().stream().noneMatch(paper -> paper.name().equals(it)))
                .toList();
    }

    private static ModelAndView late(ApplicantView dossier, String why, String typed, List<String> files) {
        return Pages.show(
                "portal/late",
                new LateView(
                        Mine.address(dossier),
                        dossier.procedureName(),
                        why,
                        typed,
                        files,
                        List.of(),
                        dossier.stageName()),
                HttpStatus.CONFLICT);
    }

    private ModelAndView page(
            SignedIn who,
            ApplicantView dossier,
            UUID command,
            SupplementWords.Faults faults,
            HttpStatus status,
            HttpServletRequest request) {
        return Pages.show(
                "portal/supplement",
                words.say(dossier, desk.draft(who, dossier), command, faults, Languages.of(request)),
                status);
    }

    /** Keeps notes and files; says which files were not taken, by the place of their line. */
    private Map<Integer, String> keep(
            SignedIn who, ApplicantView dossier, MultiValueMap<String, String> posted, HttpServletRequest request) {
        var places = IntStream.range(0, dossier.asked().size()).boxed().toList();
        if (says(dossier, posted)) {
            desk.note(who, dossier, notes(dossier, posted));
        }
        var refused = new LinkedHashMap<Integer, String>();
        for (int place : places) {
            var said = files(request, "file." + place).stream()
                    .flatMap(it -> take(who, dossier, place, it, request).stream())
                    .toList();
            if (!said.isEmpty()) {
                refused.put(place, String.join(" ", said));
            }
        }
        return refused;
    }

    private Optional<String> take(
            SignedIn who, ApplicantView dossier, int line, MultipartFile file, HttpServletRequest request) {
        try (var content = file.getInputStream()) {
            var stored = uploads.accept(content, name(file), uploads.usualLimits(), Mine.scope(who, dossier));
            desk.add(who, dossier, line, stored);
            return Optional.empty();
        } catch (Refused refused) {
            if (refused.code() instanceof DocumentRefusal
                    || refused.code() == PortalRefusal.TOO_MANY_SUPPLEMENT_FILES) {
                var language = Languages.of(request);
                return Optional.of(messages.say(
                        language, "portal.supplement.refused", name(file), messages.say(language, refused)));
            }
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(ApplicantView dossier, MultiValueMap<String, String> posted) {
        return IntStream.range(0, dossier.asked().size()).anyMatch(it -> posted.containsKey("note." + it));
    }

    private static List<String> notes(ApplicantView dossier, MultiValueMap<String, String> posted) {
        return IntStream.range(0, dossier.asked().size())
                .mapToObj(it -> note(posted, it))
                .toList();
    }

    /** What was typed; more than fits is cut, as the page says. */
    private static String note(MultiValueMap<String, String> posted, int line) {
        var typed =
                Text.clean(Optional.ofNullable(posted.getFirst("note." + line)).orElse(""));
        return typed.length() <= SupplementDesk.LONGEST_NOTE ? typed : typed.substring(0, SupplementDesk.LONGEST_NOTE);
    }

    /** The files chosen in that field; a field without a choice sends one without a name. */
    private static List<MultipartFile> files(HttpServletRequest request, String field) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null
                ? List.of()
                : parts.getFiles(field).stream()
                        .filter(it -> !it.isEmpty() || !name(it).isEmpty())
                        .toList();
    }

    private static UUID paper(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
