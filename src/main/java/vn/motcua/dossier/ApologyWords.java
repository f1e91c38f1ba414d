package vn.motcua.dossier;

import java.time.Duration;
import vn.motcua.route.Route;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Why a result will be late, in the sentence that stands on the apology (Mẫu 04), in Vietnamese as the form is. */
record ApologyWords(Messages messages) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Because of that stretch of time. */
    String of(Route route, Course.Spell spell) {
        var from = VietnamTime.moment(spell.from());
        var until = VietnamTime.moment(spell.until());
        return switch (spell.place()) {
            case Course.Place.AtStep(var step) -> {
                var name = route.step(step).name().in(Language.VI);
                yield spell.over() ? say("step", name, from, until) : say("open", name, from);
            }
            case Course.Place.Waited it -> {
                var what = say("for." + it.word());
                yield spell.over() ? say("waited", what, from, until) : say("waits", what, from);
            }
        };
    }

    /** Because so much is left to do, though nothing took too long until now. */
    String left(Duration working) {
        return say("left", hours(working));
    }

    /** The same once the due moment has passed. */
    String rest(Duration working) {
        return say("rest", hours(working));
    }

    private static long hours(Duration working) {
        return (working.toMinutes() + HOUR.toMinutes() - 1) / HOUR.toMinutes();
    }

    private String say(String key, Object... arguments) {
        return messages.say(Language.VI, "dossier.apology." + key, arguments);
    }
}
