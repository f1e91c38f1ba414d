package vn.motcua.catalogue.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedureRecord;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.PublishedCase;
import vn.motcua.catalogue.PublishedChannel;
import vn.motcua.catalogue.PublishedTime;

/**
 * A procedure as the API gives it: the published record and nothing filled in. What the record lacks is an empty list,
 * an empty text or {@code null}. Names stay as they are within version 1; more may be added.
 *
 * @param code national code, e.g. {@code 1.001193}
 * @param revision id of this revision; changes whenever the content does
 * @param name official name, in Vietnamese
 * @param shortName a shorter name, in Vietnamese
 * @param sector field of administration
 * @param issuer the agency that published it
 * @param levels levels of government that settle it
 * @param serviceLevel how much can be done online
 * @param agencyType kind of unit that settles it; may be empty
 * @param subjects for whom
 * @param decision number of the publishing decision
 * @param channels ways of filing, each with its published time and fee
 * @param documents names of the required documents
 * @param cases the cases with their own documents and steps; what holds for all has an empty name
 * @param agencies who is competent, authorised, performs, co-ordinates
 * @param requirements requirements and conditions; may be empty
 * @param partialReason why it can be done online in part only; may be empty
 * @param results what one gets
 * @param legalBasis numbers of legal texts
 * @param legalTexts the same with name, issuer and date as far as the record gives them
 * @param trust which part has been compared with its source, in Vietnamese, by part
 * @param runnable whether it can be filed and settled on this system
 * @param online whether it can be filed online on this system
 * @param source where the record was taken from
 * @param sourceUrl the page that was read
 * @param page address of its page on this system
 */
record PublishedProcedure(
        String code,
        UUID revision,
        String name,
        String shortName,
        String sector,
        ProcedureRecord.Issuer issuer,
        Set<ProcedureRecord.Level> levels,
        ProcedureRecord.ServiceLevel serviceLevel,
        String agencyType,
        List<String> subjects,
        String decision,
        List<Way> channels,
        List<String> documents,
        List<Case> cases,
        List<ProcedureRecord.Agency> agencies,
        String requirements,
        String partialReason,
        List<ProcedureRecord.Result> results,
        List<String> legalBasis,
        List<Legal> legalTexts,
        Map<String, String> trust,
        boolean runnable,
        boolean online,
        String source,
        String sourceUrl,
        String page) {

    /**
     * A way of filing; time and fee are the first of all, {@code null} where the record gives none.
     *
     * @param notUnderstood texts about the time that could not be read
     */
    record Way(
            Channel method,
            @Nullable Time time,
            @Nullable Fee fee,
            List<Time> times,
            List<String> notUnderstood,
            List<Fee> fees,
            String note) {}

    /** A time as published; the unit is {@code UNSPECIFIED} where the record names none. */
    record Time(@Nullable BigDecimal least, BigDecimal amount, PublishedTime.Unit unit, String condition) {}

    /** An amount as published; currency after ISO 4217. */
    record Fee(String name, BigDecimal amount, String currency, String condition) {}

    /** A case; its times are empty where those of the way of filing hold. */
    record Case(String code, String name, List<Time> times, List<Paper> documents, List<String> steps) {}

    /** A document; counts are {@code null} where the record does not say. */
    record Paper(
            String name,
            String code,
            @Nullable Integer originals,
            @Nullable Integer copies,
            String form,
            boolean eForm) {}

    /** A legal text; what the record does not give is empty or {@code null}. */
    record Legal(
            String number,
            String name,
            String issuer,
            @Nullable LocalDate date) {}

    static PublishedProcedure of(ProcedureRevision revision) {
        var record = revision.record();
        return new PublishedProcedure(
                record.code(),
                revision.id().value(),
                record.name(),
                record.shortName(),
                record.sector(),
                record.issuer(),
                record.levels(),
                record.serviceLevel(),
                record.agencyType(),
                record.subjects(),
                record.decision(),
                record.channels().stream().map(PublishedProcedure::way).toList(),
                record.documents(),
                record.cases().stream().map(PublishedProcedure::of).toList(),
                record.agencies(),
                record.requirements(),
                record.partialReason(),
                record.results(),
                record.legalNumbers(),
                record.legalBasis().stream()
                        .map(it -> new Legal(it.number(), it.name(), it.issuer(), orNull(it.date())))
                        .toList(),
                record.trust(),
                revision.runnable(),
                revision.online(),
                record.source(),
                record.detailUrl(),
                "/procedures/" + record.code());
    }

    private static Way way(PublishedChannel channel) {
        var times = channel.times().stream().map(PublishedProcedure::of).toList();
        var fees = channel.fees().stream()
                .map(it -> new Fee(it.name(), it.amount(), it.currency(), it.condition()))
                .toList();
        return new Way(
                channel.method(),
                orNull(times.stream().findFirst()),
                orNull(fees.stream().findFirst()),
                times,
                channel.notUnderstood(),
                fees,
                channel.note());
    }

    private static Time of(PublishedTime it) {
        return new Time(orNull(it.least()), it.amount(), it.unit(), it.condition());
    }

    private static Case of(PublishedCase it) {
        return new Case(
                it.code(),
                it.name(),
                it.times().stream().map(PublishedProcedure::of).toList(),
                it.documents().stream()
                        .map(one -> new Paper(
                                one.name(),
                                one.code(),
                                orNull(one.originals()),
                                orNull(one.copies()),
                                one.form(),
                                one.eForm()))
                        .toList(),
                it.steps());
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }
}
