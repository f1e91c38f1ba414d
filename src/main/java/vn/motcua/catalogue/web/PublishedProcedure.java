package vn.motcua.catalogue.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedureRecord;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.PublishedChannel;

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
 * @param results what one gets
 * @param legalBasis numbers of legal texts
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
        List<ProcedureRecord.Result> results,
        List<String> legalBasis,
        boolean runnable,
        boolean online,
        String source,
        String sourceUrl,
        String page) {

    /** A way of filing; time and fee are {@code null} where the record gives none. */
    record Way(
            Channel method, @Nullable Time time, @Nullable Fee fee) {}

    /** A time as published; the unit is {@code UNSPECIFIED} where the record names none. */
    record Time(BigDecimal amount, PublishedChannel.Unit unit) {}

    /** An amount as published; currency after ISO 4217. */
    record Fee(BigDecimal amount, String currency) {}

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
                record.results(),
                record.legalBasis(),
                revision.runnable(),
                revision.online(),
                record.source(),
                record.detailUrl(),
                "/procedures/" + record.code());
    }

    private static Way way(PublishedChannel channel) {
        return new Way(
                channel.method(),
                orNull(channel.time().map(it -> new Time(it.amount(), it.unit()))),
                orNull(channel.fee().map(it -> new Fee(it.amount(), it.currency()))));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }
}
