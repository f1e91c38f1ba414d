package vn.motcua.dossier;

import vn.motcua.organization.UnitId;

/**
 * Where a paper stands in its unit's book of that kind: the same for ever, however often it is printed and wherever the dossier
 * went since.
 *
 * @param unit whose book; it heads the paper
 * @param year of the book, in Vietnam's time; one volume a year
 * @param number in it, from 1
 */
public record Booked(UnitId unit, int year, int number) {

    /** The volume as papers print it, e.g. {@code 01/2026}. */
    public String volume() {
        return "01/" + year;
    }

    /** The number as papers print it: with a zero before 10, e.g. {@code 07}. */
    public String line() {
        return "%02d".formatted(number);
    }
}
