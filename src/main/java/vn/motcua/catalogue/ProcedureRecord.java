package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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
 * @param partialReason why it can be done online in part only, as published (NĐ 42/2022 Điều 14); may be empty
 * @param agencyType the kind of unit that settles it, e.g. {@code commune-committee}; empty when not known
 * @param agencies who is competent, authorised, co-ordinates, in the record's own words
 * @param subjects for whom, in the record's own words
 * @param decision number of the publishing decision (quyết định công bố); may be empty
 * @param channels each published way of filing, with its own times and fees
 * @param cases the cases (trường hợp), each with its own documents and steps; what holds for all stands under one without a name
 * @param results what one gets
 * @param legalBasis legal texts
 * @param requirements requirements and conditions (yêu cầu, điều kiện); may be empty
 * @param keywords everyday words under which people look for it
 * @param trust which part has been compared with its source, in Vietnamese, by part
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
        String partialReason,
        String agencyType,
        List<Agency> agencies,
        List<String> subjects,
        String decision,
        List<PublishedChannel> channels,
        List<PublishedCase> cases,
        List<Result> results,
        List<LegalText> legalBasis,
        String requirements,
        List<String> keywords,
        Map<String, String> trust,
        String detailUrl,
        String source) {

    /** Keeps its own copies. */
    public ProcedureRecord {
        levels = levels.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(levels));
        agencies = List.copyOf(agencies);
        subjects = List.copyOf(subjects);
        channels = List.copyOf(channels);
        cases = List.copyOf(cases);
        results = List.copyOf(results);
        legalBasis = List.copyOf(legalBasis);
        keywords = List.copyOf(keywords);
        trust = Collections.unmodifiableMap(new TreeMap<>(trust));
    }

    /** The names of all documents of all cases, each once, in their order. */
    public List<String> documents() {
        return cases.stream()
                .flatMap(it -> it.documents().stream())
                .map(PublishedDocument::name)
                .distinct()
                .toList();
    }

    /** Who settles it: the kind of unit, and those whom the record names as competent, authorised or performing. */
    public List<String> settledBy() {
        return Stream.concat(
                        Stream.of(agencyType).filter(it -> !it.isEmpty()),
                        agencies.stream()
                                .filter(it -> it.role() != AgencyRole.COORDINATING)
                                .map(Agency::name))
                .distinct()
                .toList();
    }

    /** The numbers of the legal texts, or the name of one without a number. */
    public List<String> legalNumbers() {
        return legalBasis.stream()
                .map(it -> it.number().isEmpty() ? it.name() : it.number())
                .toList();
    }

    /**
     * An agency that takes part.
     *
     * @param role as what
     * @param name as the record names it
     */
    public record Agency(AgencyRole role, String name) {}

    /** As what an agency takes part in settling. */
    public enum AgencyRole {
        /** Cơ quan có thẩm quyền quyết định. */
        COMPETENT,
        /** Cơ quan được ủy quyền, phân cấp. */
        AUTHORISED,
        /** Cơ quan trực tiếp thực hiện. */
        PERFORMING,
        /** Cơ quan phối hợp. */
        COORDINATING
    }

    /**
     * A legal text (văn bản) on which the procedure stands.
     *
     * @param number e.g. {@code 123/2015/NĐ-CP}; may be empty
     * @param name its name; may be empty
     * @param issuer who issued it; may be empty
     * @param date when; empty where the record does not say
     */
    public record LegalText(String number, String name, String issuer, Optional<LocalDate> date) {

        /** Of which the record gives the number and nothing else. */
        public static LegalText of(String number) {
            return new LegalText(number, "", "", Optional.empty());
        }
    }

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
