package vn.motcua.filing;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.identity.PersonId;

/**
 * Who stands at the counter.
 *
 * @param person when the system knows them
 * @param personalNumber twelve digits
 * @param phone may be empty
 */
public record WalkIn(
        Optional<PersonId> person, String personalNumber, String name, Optional<LocalDate> bornOn, String phone) {}
