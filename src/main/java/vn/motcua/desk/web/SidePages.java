package vn.motcua.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
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
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.InternalNotes;
import vn.motcua.dossier.NoteRefusal;
import vn.motcua.dossier.Presence;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.Tags;
import vn.motcua.identity.Door;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** What officers keep beside a dossier: notes, tags, and who has it open. Nothing of it is ever an applicant's to see. */
@Controller
public class SidePages {

    private final InternalNotes notes;
    private final Tags tags;
    private final Presence presence;
    private final ReadingDesk reading;
    private final WorkspaceWords words;
    private final Messages messages;
    private final Clock clock;

    SidePages(
            InternalNotes notes,
            Tags tags,
            Presence presence,
            ReadingDesk reading,
            WorkspaceWords words,
            Messages messages,
            Clock clock) {
        this.notes = notes;
        this.tags = tags;
        this.presence = presence;
        this.reading = reading;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who else has it open; the page of the dossier asks again and again and says by it that it is open itself. */
    public record Here(String base, List<String> colleagues) {}

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/notes")
    ModelAndView note(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var dossier = WorkspacePages.dossier(id);
        var typed = new Typed(Map.copyOf(posted), Map.of());
        try {
            notes.write(who, command, dossier, typed.value("body"));
        } catch (Refused refused) {
            return again(who, dossier, SideWords.NOTES, command, typed, refused, request);
        }
        return back(dossier, typed, SideWords.NOTES);
    }

    @Door(Door.Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/tags")
    ModelAndView tag(
            OfficerAt who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var dossier = WorkspacePages.dossier(id);
        var typed = new Typed(Map.copyOf(posted), Map.of());
        var chosen =
                typed.all("tag").stream().flatMap(it -> Ids.of(it).stream()).toList();
        try {
            tags.set(who, dossier, chosen, typed.value("fresh"));
        } catch (Refused refused) {
            return again(who, dossier, SideWords.TAGS, Ids.next(), typed, refused, request);
        }
        return back(dossier, typed, SideWords.TAGS);
    }

    @Door(Door.Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/here")
    ModelAndView here(OfficerAt who, @PathVariable String id) {
        var dossier = WorkspacePages.dossier(id);
        return Pages.show("desk/here", new Here("/desk/dossiers/" + dossier, presence.here(who, dossier)));
    }

    private static ModelAndView back(DossierId dossier, Typed typed, String what) {
        var place = ListPlace.of(typed.value("in"));
        return new ModelAndView(
                "redirect:" + place.map(it -> it.href(dossier)).orElse("/desk/dossiers/" + dossier) + "#" + what);
    }

    private ModelAndView again(
            OfficerAt who,
            DossierId dossier,
            String what,
            UUID command,
            Typed typed,
            Refused refused,
            HttpServletRequest request) {
        if (!(refused.code() instanceof NoteRefusal)) {
            throw refused;
        }
        var language = Languages.of(request);
        var attempt = new Attempt(what, command, typed, messages.say(language, refused));
        var view = words.view(
                who,
                reading.open(who, dossier, clock.instant()),
                language,
                null,
                "",
                false,
                Optional.of(attempt),
                ListPlace.of(typed.value("in")));
        return Pages.show("desk/workspace", view, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
