package vn.motcua.catalogue;

import java.util.List;
import java.util.Set;

/**
 * The published record of a procedure (thủ tục hành chính), as its agency announced it and nothing more. What the record
 * lacks is an empty list, an empty text or an absent value here, and is said on the page; it is never filled in.
 *
 * @param code the national code, e.g. {@code 1.001193}
 * @param name the official name
 * @param shortName a shorter name for lists; the official one where nobody gave a shorter
 * @param sector the field of administration (lĩnh vực), e.g. Hộ tịch; empty when the record names none
 * @param issuer the ministry that published it
 * @param levels at which levels it is settled
 * @param serviceLevel how much of it can be done online
 * @param agencyType the kind of unit that settles it, e.g. {@code commune-committee}; empty when not known
 * @param subjects for whom, in the record's own words
 * @param decision number of the publishing decision (quyết định công bố); may be empty
 * @param channels each published way of filing, with its own time and fee
 * @param documents the required documents by name, as far as the record lists them
 * @param results what one gets
 * @param legalBasis numbers of legal texts
 * @param keywords everyday words under which people look for it
 * @param detailUrl the page it was read from; may be empty
 * @param source where the record was taken from and when
 */
public record ProcedureRecord(
        String code,
        String name,
        String shortName,
        String sector,
        Issuer issuer,
        Set<Level> levels,
        ServiceLevel serviceLevel,
        String agencyType,
        List<String> subjects,
        String decision,
        List<PublishedChannel> channels,
        List<String> documents,
        List<Result> results,
        List<String> legalBasis,
        List<String> keywords,
        String detailUrl,
        String source) {

    /** The agency that published the procedure, by its national code and name. */
    public record Issuer(String code, String name) {}

    /** A result (kết quả) by its national code, which may be empty, and name. */
    public record Result(String code, String name) {}

    /** The level of government that settles a procedure. */
    public enum Level {
        /** Xã, phường, đặc khu. */
        COMMUNE,
        /** Tỉnh, thành phố. */
        PROVINCE,
        /** Bộ, cơ quan ngang bộ. */
        MINISTRY,
        /** Another body, such as a court or a notary's office. */
        OTHER
    }

    /** How much of a procedure can be done online (mức độ dịch vụ công trực tuyến). */
    public enum ServiceLevel {
        /** Toàn trình: nobody has to come. */
        FULL,
        /** Một phần: someone has to come at least once. */
        PARTIAL,
        /** Only at the counter. */
        COUNTER,
        /** The record does not say. */
        NOT_SAID
    }
}
