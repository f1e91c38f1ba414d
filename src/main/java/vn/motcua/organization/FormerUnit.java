package vn.motcua.organization;

import java.time.LocalDate;

/**
 * How a unit was until a change: its name, the unit above it, its territory, its roles. What is not among these is as it
 * is now.
 *
 * @param unit as it was
 * @param until the last day on which it was so
 */
public record FormerUnit(Unit unit, LocalDate until) {}
