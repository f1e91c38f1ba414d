package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/**
 * A time in which a dossier lay with a unit above.
 *
 * @param unit what that unit was called
 * @param from when it went there
 * @param until when it came back; empty while it lies there
 * @param stops whether the time limit leaves that time out
 */
public record Above(String unit, Instant from, Optional<Instant> until, boolean stops) {

    /** Something that happened, and when. */
    public record Moment(DossierEvent event, Instant at) {}

    /** All such times of a dossier, first to last. */
    public static List<Above> of(List<Moment> history) {
        var all = new ArrayList<Above>();
        for (var one : history) {
            if (one.event() instanceof DossierEvent.SentUp(var wait)) {
                all.add(new Above(
                        wait.above().map(Elsewhere::name).orElse(""), one.at(), Optional.empty(), wait.stops()));
            } else if (ends(one.event())
                    && !all.isEmpty()
                    && all.getLast().until().isEmpty()) {
                var last = all.removeLast();
                all.add(new Above(last.unit(), last.from(), Optional.of(one.at()), last.stops()));
            }
        }
        return List.copyOf(all);
    }

    private static boolean ends(DossierEvent event) {
        return event instanceof DossierEvent.AnsweredAbove
                || event instanceof DossierEvent.WaitEnded
                || event instanceof DossierEvent.DossierWithdrawn;
    }

    /** As the explanation of the due moment says it. */
    String say(Language language, Messages messages) {
        return messages.say(
                language,
                "dossier.above." + (until.isPresent() ? "back" : "there") + (stops ? ".stops" : ".runs"),
                unit,
                VietnamTime.moment(from),
                until.map(VietnamTime::moment).orElse(""));
    }
}
