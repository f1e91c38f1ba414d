package vn.motcua.signature;

import java.util.UUID;

/**
 * Whose signature it is: the competent person's, or the agency's own (NĐ 30/2020 Điều 5: an electronic paper has the value of
 * the original when both have signed it).
 *
 * @param id of the account of the person, or of the unit
 * @param kind whose
 * @param name the person's full name, or the agency's name
 * @param position the person's, e.g. "Chủ tịch"; empty for an agency
 * @param agency for which the person signs; of an agency its own name
 */
public record Signatory(UUID id, Kind kind, String name, String position, String agency) {

    /** Whose signature. */
    public enum Kind {
        /** Of the competent person (người có thẩm quyền). */
        PERSON,
        /** Of the agency (cơ quan), drawn as its seal. */
        AGENCY
    }

    /** A person who signs for an agency. */
    public static Signatory person(UUID account, String name, String position, String agency) {
        return new Signatory(account, Kind.PERSON, name, position, agency);
    }

    /** The agency itself. */
    public static Signatory agency(UUID unit, String name) {
        return new Signatory(unit, Kind.AGENCY, name, "", name);
    }
}
