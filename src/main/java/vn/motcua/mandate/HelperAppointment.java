package vn.motcua.mandate;

import java.time.LocalDate;
import java.util.UUID;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;

/**
 * A trusted helper whom an agency has named (thành viên tổ công nghệ số cộng đồng, nhân viên bưu điện): they may ask people
 * for consent as such, and no mandate of theirs outlasts it.
 *
 * @param account with which they sign in
 * @param body to which they belong, in words
 * @param unit which unit named them
 * @param from first day
 * @param until last day
 */
public record HelperAppointment(
        UUID id, AccountId account, String name, String body, UnitId unit, LocalDate from, LocalDate until) {

    /** Whether they are one on that day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
