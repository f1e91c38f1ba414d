package vn.motcua.reminder.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.Apologies;
import vn.motcua.dossier.Watch;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.reminder.Reminders;
import vn.motcua.reminder.Urgency;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** What an officer is reminded of, and the apologies that wait for their word. */
@Controller
public class ReminderPages {

    private final Reminders reminders;
    private final Watch watch;
    private final Messages messages;

    ReminderPages(Reminders reminders, Watch watch, Messages messages) {
        this.reminders = reminders;
        this.watch = watch;
        this.messages = messages;
    }

    /**
     * The page.
     *
     * @param corrections how many requests for correction are late, in words; empty when none is
     * @param above how many dossiers units below have sent up whose day is near or past, in words; empty when there is none
     */
    public record View(List<Apology> apologies, List<Line> lines, String corrections, String above) {}

    /**
     * A draft of an apology, with what its form posts.
     *
     * @param latest until when the law lets the date be moved, or that this has passed and what it means
     * @param late whether it has: then what was promised stays due
     */
    public record Apology(
            String dossier,
            int version,
            String command,
            String number,
            String procedure,
            String promised,
            String latest,
            boolean late,
            int days,
            String due,
            String reason) {}

    /** A reminder; {@code kind} is a badge's class. */
    public record Line(
            String dossier,
            String number,
            String procedure,
            String step,
            String due,
            String urgency,
            String kind,
            boolean own) {}

    @Door(Who.OFFICER)
    @GetMapping("/desk/reminders")
    ModelAndView reminders(OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "reminder/reminders",
                new View(
                        reminders.apologies(who).stream()
                                .map(it -> new Apology(
                                        it.dossier().toString(),
                                        it.version(),
                                        Ids.next().toString(),
                                        it.number().value(),
                                        watch.procedureName(it.revision(), language),
                                        VietnamTime.moment(it.promised()),
                                        latest(it, language),
                                        it.tooLate(),
                                        it.workingDays(),
                                        VietnamTime.moment(it.due()),
                                        it.reason()))
                                .toList(),
                        reminders.of(who).stream().map(it -> line(it, language)).toList(),
                        some("reminder.corrections", reminders.lateCorrections(who), language),
                        some("reminder.above", reminders.above(who).size(), language)));
    }

    private String latest(Apologies.Draft draft, Language language) {
        var latest = VietnamTime.moment(draft.latest());
        return draft.late()
                ? messages.say(language, "reminder.latest.past")
                : draft.tooLate() ? messages.say(language, "reminder.latest.over", latest) : latest;
    }

    private String some(String key, int many, Language language) {
        return many == 0 ? "" : messages.say(language, key, many);
    }

    private Line line(Reminders.Reminder it, Language language) {
        return new Line(
                it.work().dossier().toString(),
                it.work().number().value(),
                watch.procedureName(it.work().revision(), language),
                watch.stepName(it.work(), language),
                VietnamTime.moment(it.due()),
                messages.say(language, (it.ofStep() ? "reminder.step." : "reminder.urgency.") + it.urgency()),
                tone(it.urgency()),
                it.own());
    }

    private static String tone(Urgency urgency) {
        return switch (urgency) {
            case LATE -> "bad";
            case TODAY -> "warn";
            case SOON -> "info";
        };
    }
}
