package vn.motcua.dossier;

import org.springframework.stereotype.Component;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;

/** When a dossier is due: the procedure's limit, counted over the working calendar and the one-stop's hours. */
@Component
class DueMoments {

    private final Places places;
    private final WorkingCalendar calendar = WorkingCalendar.national();

    DueMoments(Places places) {
        this.places = places;
    }

    /** Received complete and correct now. */
    Due received(Work work) {
        return Deadlines.due(
                limit(work), work.now(), places.hours(work.dossier().filed().unit()), calendar);
    }

    /** Supplemented now: the law's clock starts from zero (NĐ 61/2018 Điều 19 khoản 4). */
    Due supplemented(Work work) {
        return Deadlines.restarted(
                limit(work), work.now(), places.hours(work.dossier().filed().unit()), calendar);
    }

    /** How long the agency has for these answers. */
    TimeLimit limit(Work work) {
        return work.procedure().limit(work.answers(), work.circumstances(work.now()));
    }
}
