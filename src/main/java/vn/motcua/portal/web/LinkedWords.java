package vn.motcua.portal.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.linked.Branch;
import vn.motcua.linked.Branch.State;
import vn.motcua.linked.Whole;
import vn.motcua.linked.WholeWords;
import vn.motcua.portal.WholeFees;
import vn.motcua.shared.Language;

/** Puts a linked filing into words for its applicant: each part's door, until when, and what to do. */
@Component
class LinkedWords {

    private final WholeWords words;

    LinkedWords(WholeWords words) {
        this.words = words;
    }

    FilingView.Linked say(Whole whole, TrackingCode code, WholeFees fees, Language language) {
        return new FilingView.Linked(
                words.title(whole, language),
                words.promise(whole, language),
                words.explained(whole, language),
                words.late(whole, language),
                whole.branches().stream()
                        .map(it -> part(whole, it, code, language))
                        .toList(),
                Optional.of(fees).filter(it -> !it.shown().isEmpty()));
    }

    /** What the acknowledgement says of the whole, in Vietnamese as the paper is. */
    List<String> onPaper(Whole whole, String part) {
        return words.onPaper(whole, part, Language.VI);
    }

    private FilingView.Part part(Whole whole, Branch branch, TrackingCode code, Language language) {
        var said = words.line(whole, branch, language);
        var page = "/my/" + code.value() + "." + branch.place();
        var waits = branch.state() instanceof State.Waiting;
        return new FilingView.Part(
                branch.place(),
                said.name(),
                said.agency(),
                said.state(),
                said.tone(),
                icon(said.tone()),
                said.detail(),
                branch.state() instanceof State.Open ? page : "",
                waits ? "/my/" + code.value() + "/parts/" + branch.part().id() + "/leave" : "",
                said.toDo());
    }

    private static String icon(String tone) {
        return List.of("warn", "bad").contains(tone) ? "warning" : tone.equals("good") ? "check" : "clock";
    }
}
