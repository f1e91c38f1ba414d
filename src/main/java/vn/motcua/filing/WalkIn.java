package vn.motcua.filing;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.identity.PersonId;

/**
 * Who stands at the counter.
 *
 * @param person when the system knows them
 * @param personalNumber twelve digits; empty for a foreigner with a passport
 * @param phone may be empty
 * @param passport a foreigner's passport number; empty for whoever has a personal number
 * @param email where they want to be told; may be empty
 * @param quiet whether they want no short messages
 */
public record WalkIn(
        Optional<PersonId> person,
        String personalNumber,
        String name,
        Optional<LocalDate> bornOn,
        String phone,
        String passport,
        String email,
        boolean quiet) {

    /** The number by which they are told apart: the personal number, else the passport's. */
    public String number() {
        return personalNumber.isEmpty() ? passport : personalNumber;
    }
}
