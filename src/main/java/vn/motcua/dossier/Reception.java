package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.identity.OfficerId;

/**
 * That a dossier was received complete (tiếp nhận). Only now it has a legal number, an acknowledgement (giấy tiếp nhận
 * và hẹn trả) and a due moment (NĐ 118/2025 Điều 17 khoản 3, sửa đổi bởi NĐ 309/2026).
 *
 * @param number the dossier number (mã hồ sơ), the same on every screen and for life
 * @param at when it was received complete
 * @param due when the result is due
 * @param by the officer who received it
 * @param promised the due moment that an extension took the place of; empty while it was never extended
 * @param renewed the date that an apology named when it was too late to extend; nothing is measured by it
 */
public record Reception(
        DossierNumber number,
        Instant at,
        DueMoment due,
        OfficerId by,
        Optional<Instant> promised,
        Optional<Instant> renewed) {

    /** As it is received: nothing was extended. */
    Reception(DossierNumber number, Instant at, DueMoment due, OfficerId by) {
        this(number, at, due, by, Optional.empty(), Optional.empty());
    }

    /** The same reception with a due moment computed anew; the earlier one stays in the history. */
    Reception due(DueMoment again) {
        return new Reception(number, at, again, by, promised, renewed);
    }

    /** The same reception with a clock that starts anew at another one-stop. */
    Reception from(Instant there, DueMoment again) {
        return new Reception(number, there, again, by, promised, renewed);
    }

    /** The same reception with the one extension that the law allows. */
    Reception extended(DueMoment later) {
        return new Reception(number, at, later, by, Optional.of(due.at()), renewed);
    }

    /** The same reception with a date named too late: what was promised stays due. */
    Reception apologised(Instant date) {
        return new Reception(number, at, due, by, promised, Optional.of(date));
    }
}
