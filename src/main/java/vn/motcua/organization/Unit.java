package vn.motcua.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.motcua.shared.Language;
import vn.motcua.shared.TenantId;

/**
 * A unit of an agency, at any level: a people's committee, its one-stop, a division. Everybody may know that it exists,
 * where it is and when it is open; that is why units of all tenants can be read by all.
 *
 * @param tenant whose unit it is
 * @param parent the unit above it
 * @param kind what sort of unit, e.g. {@code commune-one-stop}; the same word as in a procedure's route
 * @param agencyCode the identification code (mã định danh) when the unit is an agency that numbers dossiers
 * @param numberPattern how the agency numbers dossiers, e.g. {@code {agency}-{yyMMdd}-{sequence:4}}
 * @param openingHours when its counter is open, e.g. {@code MON-FRI 07:30-11:30 13:30-17:00}
 * @param address where its counter is
 * @param territory for whom it is competent
 * @param from first day on which it exists
 * @param to last day
 * @param roles whose work it does, where a unit was split by roles; none means all of its kind
 */
public record Unit(
        TenantId tenant,
        UnitId id,
        Optional<UnitId> parent,
        String kind,
        String name,
        String nameEn,
        Optional<String> agencyCode,
        Optional<String> numberPattern,
        Optional<String> openingHours,
        String address,
        Territory territory,
        LocalDate from,
        Optional<LocalDate> to,
        Set<String> roles) {

    /** Keeps its own copy. */
    public Unit {
        roles = Set.copyOf(roles);
    }

    /** A unit that does all the work of its kind. */
    public Unit(
            TenantId tenant,
            UnitId id,
            Optional<UnitId> parent,
            String kind,
            String name,
            String nameEn,
            Optional<String> agencyCode,
            Optional<String> numberPattern,
            Optional<String> openingHours,
            String address,
            Territory territory,
            LocalDate from,
            Optional<LocalDate> to) {
        this(
                tenant,
                id,
                parent,
                kind,
                name,
                nameEn,
                agencyCode,
                numberPattern,
                openingHours,
                address,
                territory,
                from,
                to,
                Set.of());
    }

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.EN && !nameEn.isBlank() ? nameEn : name;
    }

    /** Whether it exists on that day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && to.map(it -> !day.isAfter(it)).orElse(true);
    }

    /** The same unit with that last day. */
    Unit until(LocalDate last) {
        return new Unit(
                tenant,
                id,
                parent,
                kind,
                name,
                nameEn,
                agencyCode,
                numberPattern,
                openingHours,
                address,
                territory,
                from,
                Optional.of(last),
                roles);
    }

    /** The same unit as it was: under that one, called so, competent there, for those roles. */
    Unit as(Optional<UnitId> under, String called, String calledEn, Territory competent, Set<String> working) {
        return new Unit(
                tenant,
                id,
                under,
                kind,
                called,
                calledEn,
                agencyCode,
                numberPattern,
                openingHours,
                address,
                competent,
                from,
                to,
                working);
    }
}
