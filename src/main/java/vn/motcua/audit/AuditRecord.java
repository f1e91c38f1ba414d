package vn.motcua.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.shared.TenantId;

/**
 * One line of the audit log.
 *
 * @param transaction number of the database transaction that wrote it
 * @param at when, by the program's clock, to the microsecond
 * @param actor account of whoever acted
 * @param position in which position, empty for an applicant
 * @param role the role of that position then
 * @param purpose why, a {@link Purpose}
 * @param subject the dossier, or the person who was looked up
 * @param act what was done: kinds of dossier events, or an {@link Look#act()}
 * @param fields which classes of data were read or written, see {@link Fields}
 * @param before digest of the state before, if there was one
 * @param after digest of the state after or of the state read
 * @param content digest of what the act brought: events, papers, answers
 */
public record AuditRecord(
        TenantId tenant,
        long transaction,
        UUID id,
        Instant at,
        UUID actor,
        Optional<UUID> position,
        Optional<String> role,
        String purpose,
        UUID subject,
        String act,
        String fields,
        Optional<Hash> before,
        Optional<Hash> after,
        Optional<Hash> content) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The line as it is sealed: a JSON array of its parts in the order above, moments in UTC with six decimals. */
    public String line() {
        return Line.write(
                tenant.toString(),
                Long.toUnsignedString(transaction),
                id.toString(),
                MICROSECONDS.format(at),
                actor.toString(),
                position.map(UUID::toString).orElse(null),
                role.orElse(null),
                purpose,
                subject.toString(),
                act,
                fields,
                before.map(Hash::hex).orElse(null),
                after.map(Hash::hex).orElse(null),
                content.map(Hash::hex).orElse(null));
    }

    /** Reads such a line; {@link IllegalArgumentException} when it is none. */
    public static AuditRecord of(String line) {
        var part = Line.read(line, 14);
        return new AuditRecord(
                new TenantId(Integer.parseInt(part.text(0))),
                Long.parseUnsignedLong(part.text(1)),
                UUID.fromString(part.text(2)),
                Instant.parse(part.text(3)),
                UUID.fromString(part.text(4)),
                part.optional(5).map(UUID::fromString),
                part.optional(6),
                part.text(7),
                UUID.fromString(part.text(8)),
                part.text(9),
                part.text(10),
                part.optional(11).map(Hash::new),
                part.optional(12).map(Hash::new),
                part.optional(13).map(Hash::new));
    }

    Hash leaf() {
        return HashTree.leaf(line());
    }
}
