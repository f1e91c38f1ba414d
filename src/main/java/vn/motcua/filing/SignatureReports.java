package vn.motcua.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.FileId;
import vn.motcua.document.FileKind;
import vn.motcua.document.FilesArrive;
import vn.motcua.document.StoredFile;
import vn.motcua.shared.Scope;
import vn.motcua.signature.Finding;
import vn.motcua.signature.Judgement;

/**
 * What was found about the signatures of files that people uploaded, by their content, and which are still to be looked at. Looking
 * is the work of {@link SignatureRounds}: here an upload only leaves a row, so that nobody waits.
 */
@Repository
public class SignatureReports implements FilesArrive {

    /** How often a file is tried at which the program fails, or dies. */
    static final int TRIES = 5;

    /** How long after a file was given it is judged again by a newer trust list. */
    static final Duration AGAIN = Duration.ofDays(30);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Judgement UNREAD = new Judgement(List.of(), Set.of(Finding.NOT_A_PDF));

    private final JdbcClient db;
    private final Clock clock;

    SignatureReports(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param at when it was judged
     * @param judged by the trust list and the revocation lists of that moment
     */
    public record Report(Instant at, Judgement judged) {

        /** Whether its signatures could not be read, so that nothing is known about them. */
        public boolean unread() {
            return judged.about().contains(Finding.NOT_A_PDF);
        }
    }

    /**
     * What came of looking at a file.
     *
     * @param judged empty where nothing in it is signed
     */
    record Looked(Instant at, Optional<Judgement> judged) {}

    /**
     * The reports about files of the current tenant, by their content hashes.
     *
     * @param files content hashes
     * @return of each that is signed and was looked at; of all others nothing is said
     */
    @Transactional(readOnly = true)
    public Map<String, Report> of(Collection<String> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                        select file, judged_at, report from signature_report
                        where tenant_id = :tenant and file = any(:files) and report is not null
                        """)
                .param("tenant", tenant())
                .param("files", files.toArray(String[]::new))
                .query((row, _) -> Map.entry(
                        row.getString("file"),
                        new Report(at(row), judgement(row.getString("report")).orElseThrow())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(StoredFile file) {
        if (file.kind() != FileKind.PDF || file.uploadedBy().isEmpty()) {
            return;
        }
        db.sql("""
                insert into signature_report (tenant_id, file, arrived_at) values (:tenant, :file, :now)
                on conflict (tenant_id, file) do update set arrived_at = excluded.arrived_at, attempts = 0
                """)
                .param("tenant", tenant())
                .param("file", file.id().sha256())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The next file at which nobody has looked, in hand until the lease ends; copies of the program get others. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<FileId> lease(Instant now, Instant until) {
        return db.sql("""
                        with next as (
                            select tenant_id, file from signature_report
                            where tenant_id = :tenant and judged_at is null and next_try_at <= :now and attempts < :tries
                            order by next_try_at, file limit 1 for update skip locked
                        )
                        update signature_report r set next_try_at = :until, attempts = attempts + 1
                        from next n where r.tenant_id = n.tenant_id and r.file = n.file
                        returning r.file
                        """)
                .param("tenant", tenant())
                .param("now", utc(now))
                .param("until", utc(until))
                .param("tries", TRIES)
                .query((row, _) -> FileId.of(row.getString("file")))
                .optional();
    }

    /** The same of signed files that were given lately and judged by another version of the trust list. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<FileId> leaseOutdated(String trust, Instant now, Instant until) {
        return db.sql("""
                        with next as (
                            select tenant_id, file from signature_report
                            where tenant_id = :tenant and report is not null and arrived_at > :since and trust <> :trust
                                and next_try_at <= :now and attempts < :tries
                            order by arrived_at, file limit 1 for update skip locked
                        )
                        update signature_report r set next_try_at = :until, attempts = attempts + 1
                        from next n where r.tenant_id = n.tenant_id and r.file = n.file
                        returning r.file
                        """)
                .param("tenant", tenant())
                .param("trust", trust)
                .param("since", utc(now.minus(AGAIN)))
                .param("now", utc(now))
                .param("until", utc(until))
                .param("tries", TRIES)
                .query((row, _) -> FileId.of(row.getString("file")))
                .optional();
    }

    /** What came of looking at that file with that version of the trust list; empty while nobody has. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Optional<Looked> looked(FileId file, String trust) {
        return db.sql("""
                        select judged_at, report from signature_report
                        where tenant_id = :tenant and file = :file and judged_at is not null
                            and (trust = :trust or report is null)
                        """)
                .param("tenant", tenant())
                .param("file", file.sha256())
                .param("trust", trust)
                .query((row, _) -> new Looked(at(row), judgement(row.getString("report"))))
                .optional();
    }

    /** Somebody looked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void looked(FileId file, String trust, Looked looked) {
        db.sql("""
                update signature_report set judged_at = :at, trust = :trust, report = cast(:report as jsonb), attempts = 0,
                    next_try_at = '-infinity', last_error = ''
                where tenant_id = :tenant and file = :file
                """)
                .param("tenant", tenant())
                .param("file", file.sha256())
                .param("at", utc(looked.at()))
                .param("trust", trust)
                .param("report", looked.judged().map(JSON::writeValueAsString).orElse(null), Types.VARCHAR)
                .update();
    }

    /** The program failed at it; it is tried again after a wait that grows. */
    @Transactional(propagation = Propagation.MANDATORY)
    void failed(FileId file, String why, Instant now) {
        db.sql("""
                update signature_report set last_error = :why,
                    next_try_at = :now + least(interval '1 hour', interval '15 seconds' * attempts)
                where tenant_id = :tenant and file = :file
                """)
                .param("tenant", tenant())
                .param("file", file.sha256())
                .param("why", why)
                .param("now", utc(now))
                .update();
    }

    /**
     * Ends trying what was tried often enough, also where the program died of it: a file about which nothing was found before is
     * one whose signatures cannot be read, every other keeps its report with its date.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int giveUp(String trust, Instant now) {
        return db.sql("""
                        update signature_report set report = coalesce(report, cast(:unread as jsonb)),
                            judged_at = coalesce(judged_at, :now), trust = :trust, attempts = 0, next_try_at = '-infinity'
                        where tenant_id = :tenant and attempts >= :tries and next_try_at <= :now
                            and (judged_at is null or report is not null and arrived_at > :since)
                        """)
                .param("tenant", tenant())
                .param("unread", JSON.writeValueAsString(UNREAD))
                .param("now", utc(now))
                .param("since", utc(now.minus(AGAIN)))
                .param("trust", trust)
                .param("tries", TRIES)
                .update();
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("judged_at", OffsetDateTime.class).toInstant();
    }

    private static Optional<Judgement> judgement(@Nullable String json) {
        return Optional.ofNullable(json).map(it -> JSON.readValue(it, Judgement.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
