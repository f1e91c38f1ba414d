package vn.motcua.dossier;

import java.time.Instant;
import vn.motcua.identity.OfficerId;

/**
 * That a dossier was received complete (tiếp nhận). Only now it has a legal number, an acknowledgement (giấy tiếp nhận
 * và hẹn trả) and a due moment (NĐ 118/2025 Điều 17 khoản 3, sửa đổi bởi NĐ 309/2026).
 *
 * @param number the dossier number (mã hồ sơ), the same on every screen and for life
 * @param at when it was received complete
 * @param due when the result is due
 * @param by the officer who received it
 */
public record Reception(DossierNumber number, Instant at, DueMoment due, OfficerId by) {

    /** The same reception with a due moment computed anew; the earlier one stays in the history. */
    Reception due(DueMoment again) {
        return new Reception(number, at, again, by);
    }
}
