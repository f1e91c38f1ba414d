package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the words that a package adds to a notice may name: nothing of what the applicant answered, for mail is read by others
 * too.
 */
public enum ToldFact {
    /** What the procedure is called. */
    PROCEDURE_NAME("procedure.name"),
    /** What its result is called. */
    RESULT_NAME("result.name"),
    /** The agency with which it was filed. */
    AGENCY_NAME("agency.name"),
    /** The number of the dossier, once it is received. */
    DOSSIER_NUMBER("dossier.no"),
    /** The moment for which the result is promised. */
    DOSSIER_DUE("dossier.due");

    private final String place;

    ToldFact(String place) {
        this.place = place;
    }

    /** As the words write it, without its braces. */
    public String place() {
        return place;
    }

    /** The fact of that place; empty when it is none of these. */
    static Optional<ToldFact> at(String place) {
        return Arrays.stream(values()).filter(it -> it.place.equals(place)).findFirst();
    }

    /** All places, as an author is told of them. */
    static String places() {
        return Arrays.stream(values()).map(ToldFact::place).collect(Collectors.joining(", "));
    }
}
