package vn.motcua.filing.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.filing.Case;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.EarlierAnswers;
import vn.motcua.filing.FilingRefusal;
import vn.motcua.filing.Step;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.CompiledForm;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** What was answered in an earlier filing, offered with where it is from, and taken over on its owner's word. */
@Controller
public class EarlierPages {

    private final Opened opened;
    private final EarlierAnswers earlier;
    private final Messages messages;

    EarlierPages(Opened opened, EarlierAnswers earlier, Messages messages) {
        this.opened = opened;
        this.earlier = earlier;
        this.messages = messages;
    }

    /**
     * What one filing offers.
     *
     * @param dossier sent back to take it
     * @param procedure what was filed
     * @param filedOn the day
     * @param lines questions of this page with the answers of that filing
     */
    public record Offer(String dossier, String procedure, String filedOn, List<Line> lines) {}

    /** A question and its answer in words. */
    public record Line(String question, String answer) {}

    /** What is offered on that page. */
    List<Offer> offers(SignedIn who, Case of, String section, Language language) {
        var words = new AnswerWords(messages, language, of.facts().places());
        return earlier.of(who, of, section).stream()
                .map(it -> new Offer(
                        it.dossier().toString(),
                        it.revision().shortName(language),
                        VietnamTime.day(VietnamTime.dayOf(it.filedAt())),
                        it.answers().entrySet().stream()
                                .map(one -> new Line(
                                        one.getKey().label().in(language),
                                        words.say(one.getKey(), java.util.Optional.of(one.getValue()))))
                                .toList()))
                .toList();
    }

    @Door(Who.SIGNED_IN)
    @PostMapping("/drafts/{id}/earlier")
    ModelAndView take(
            @PathVariable String id,
            @RequestParam String section,
            @RequestParam(defaultValue = "") String from,
            SignedIn who) {
        return opened.with(who, id, of -> {
            var step = step(of, section);
            var taken = earlier.take(who, DraftId.of(id), section, from);
            return Opened.to(Opened.address(of) + "/" + step.path() + "?taken=" + taken);
        });
    }

    private static Step step(Case of, String section) {
        return section.equals(CompiledForm.QUESTIONS)
                ? new Step.Case()
                : Opened.topic(of, section).orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
    }
}
