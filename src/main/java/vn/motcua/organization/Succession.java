package vn.motcua.organization;

import java.time.LocalDate;

/**
 * An old province or ward became part of a new one.
 *
 * @param oldCode the code that ended
 * @param newCode the code in force from the effective day
 * @param whole false when only a part of the old unit went there, so the person must be asked which
 * @param effective first day of the new unit
 * @param resolution the legal text, e.g. {@code 1673/NQ-UBTVQH15}
 */
public record Succession(String oldCode, String newCode, boolean whole, LocalDate effective, String resolution) {}
