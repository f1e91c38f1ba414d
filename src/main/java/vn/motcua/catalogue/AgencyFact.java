package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** What a result paper may say that nobody types: the program knows it when the paper is made. */
public enum AgencyFact {
    /** The unit where it was decided. */
    AGENCY_NAME("agency.name"),
    /** The number of the result, without the year or sign behind it. */
    REGISTER_NUMBER("register.no"),
    /** The year in which the result is made. */
    REGISTER_YEAR("register.year"),
    /** The day on which it is made. */
    REGISTER_DATE("register.date"),
    /** The same, for papers that call it a decision. */
    DECISION_DATE("decision.date"),
    /** The child's date of birth in words. */
    BIRTH_DATE_IN_WORDS("decision.birthDateWords"),
    /** The number of the dossier. */
    DOSSIER_NUMBER("dossier.no");

    private final String place;

    AgencyFact(String place) {
        this.place = place;
    }

    /** As a template writes it. */
    public String place() {
        return place;
    }

    /** The fact of that place; empty when it is none of these. */
    public static Optional<AgencyFact> at(String place) {
        return Arrays.stream(values()).filter(it -> it.place.equals(place)).findFirst();
    }
}
