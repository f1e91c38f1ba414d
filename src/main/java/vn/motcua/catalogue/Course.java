package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What everybody may know of the revision of a procedure that is in force.
 *
 * @param since when it came into force here
 * @param next the day on which another one comes into force; empty when none is decided
 */
public record Course(Instant since, Optional<LocalDate> next) {}
