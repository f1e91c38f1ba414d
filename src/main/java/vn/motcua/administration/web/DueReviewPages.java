package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.administration.CalendarChanges;
import vn.motcua.administration.DueReviews;
import vn.motcua.administration.DueReviews.Review;
import vn.motcua.administration.DueReviews.State;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.DueReview.Difference;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Which due moments a changed calendar would move, and how far moving them is. */
@Controller
public class DueReviewPages {

    private static final String HERE = "/admin/calendar/due";

    private final DueReviews reviews;
    private final CalendarChanges calendars;
    private final Messages messages;

    DueReviewPages(DueReviews reviews, CalendarChanges calendars, Messages messages) {
        this.reviews = reviews;
        this.calendars = calendars;
        this.messages = messages;
    }

    /**
     * The page.
     *
     * @param state of the last review, in small letters; {@code none} before the first one
     * @param begun when it began
     * @param progress how many are done of {@code all} in this state
     * @param spread by how many days how many would move
     * @param rows what would move, or what was kept out
     * @param more where the next rows stand; empty for no more
     */
    public record View(
            String review,
            String state,
            String begun,
            int progress,
            int all,
            int differ,
            int moved,
            int keptOut,
            List<String> spread,
            List<Row> rows,
            String more,
            Filled form,
            String command) {

        /** Whether something is going on by itself. */
        public boolean busy() {
            return state.equals("looking") || state.equals("moving");
        }
    }

    /** A dossier with its due moment as it is and as it would be. */
    public record Row(String number, String procedure, String before, String after) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping(HERE)
    ModelAndView due(Administrator who, @RequestParam(defaultValue = "") String after, HttpServletRequest request) {
        return page(who, Filled.empty(), Ids.of(after), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping(HERE)
    ModelAndView begin(Administrator who, @RequestParam UUID command, HttpServletRequest request) {
        reviews.begin(who, command, Languages.of(request));
        return back(request);
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping(HERE + "/move")
    ModelAndView move(
            Administrator who,
            @RequestParam(defaultValue = "") String review,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        try {
            var id = Ids.of(review).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            reviews.confirm(who, id, typed.getOrDefault("reason", ""));
            return back(request);
        } catch (Refused refused) {
            if (refused.code() != DossierRefusal.REASON_MISSING) {
                throw refused;
            }
            var language = Languages.of(request);
            var form = new Filled(typed, Map.of("reason", messages.say(language, refused)));
            return page(who, form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    private static ModelAndView back(HttpServletRequest request) {
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + HERE);
    }

    private ModelAndView page(
            Administrator who, Filled form, Optional<UUID> after, HttpStatus status, Language language) {
        var view = reviews.last(who)
                .map(it -> view(who, it, form, after, language))
                .orElseGet(() ->
                        new View("", "none", "", 0, 0, 0, 0, 0, List.of(), List.of(), "", Filled.empty(), command()));
        return Pages.show("administration/calendar-due", view, status);
    }

    private View view(Administrator who, Review it, Filled form, Optional<UUID> after, Language language) {
        var found = switch (it.state()) {
            case LOOKED -> reviews.differences(who, it.id(), after);
            case DONE -> reviews.keptOut(who, it.id());
            case LOOKING, MOVING, DROPPED -> List.<Difference>of();
        };
        var shown = found.stream().limit(DueReviews.PAGE).toList();
        var spread = it.state() == State.LOOKED ? reviews.spread(who, it.id()) : Map.<Integer, Integer>of();
        return new View(
                it.id().toString(),
                it.state().name().toLowerCase(java.util.Locale.ROOT),
                VietnamTime.moment(it.begunAt()),
                it.state() == State.MOVING ? it.moved() + it.keptOut() : it.looked(),
                it.state() == State.MOVING ? it.differ() : Math.max(it.open(), it.looked()),
                it.differ(),
                it.moved(),
                it.keptOut(),
                spread.entrySet().stream()
                        .map(one -> byDays(one.getKey(), one.getValue(), language))
                        .toList(),
                shown.stream().map(DueReviewPages::row).toList(),
                found.size() > DueReviews.PAGE
                        ? HERE + "?after=" + shown.getLast().dossier()
                        : "",
                form.wrong() ? form : new Filled(Map.of("reason", calendars.lastDocument(who)), Map.of()),
                command());
    }

    private String byDays(int days, int dossiers, Language language) {
        var key = days > 0 ? "later" : days < 0 ? "earlier" : "sameDay";
        return messages.say(language, "administration.calendar.spread." + key, Math.abs(days), dossiers);
    }

    private static Row row(Difference it) {
        return new Row(
                it.number().value(), it.procedure(), VietnamTime.moment(it.before()), VietnamTime.moment(it.after()));
    }

    private static String command() {
        return Ids.next().toString();
    }
}
