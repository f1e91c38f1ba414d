package vn.motcua.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.dossier.Elsewhere;
import vn.motcua.dossier.WaitingFor;
import vn.motcua.shared.VietnamTime;

/** What a dossier waits for, as a note to the officer who opens it. */
record WaitWords(Speech speech, Instant now) {

    String say(WaitingFor awaited) {
        return speech.t(
                        "desk.acts.waits." + awaited.kind(),
                        awaited.what(),
                        awaited.above().map(Elsewhere::name).orElse(""))
                + awaited.until().map(it -> " " + until(awaited, it)).orElse("")
                + " " + speech.t(awaited.stops() ? "desk.wait.stops" : "desk.wait.runs");
    }

    /** Silence from a unit above is late, and nothing else. */
    private String until(WaitingFor awaited, LocalDate day) {
        var late =
                awaited.kind() == WaitKind.HIGHER_UNIT && VietnamTime.dayOf(now).isAfter(day);
        return speech.t(late ? "desk.acts.waits.overdue" : "desk.acts.waits.until", VietnamTime.day(day));
    }
}
