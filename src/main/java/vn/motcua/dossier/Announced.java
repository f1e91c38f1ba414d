package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;

/** What happened to a dossier of the current tenant and whom it concerns, for modules that are told of it afterwards. */
@Service
public class Announced {

    private final JdbcClient db;

    Announced(JdbcClient db) {
        this.db = db;
    }

    /**
     * A thing that happened.
     *
     * @param at when it was recorded
     * @param owners whose dossier it is: account, and person or organisation, as the directory of filings knows them
     * @param by who did it, as its applicant sees them
     */
    public record Fact(DossierEvent event, Instant at, List<UUID> owners, By by) {

        /** Keeps its own copy. */
        public Fact {
            owners = List.copyOf(owners);
        }
    }

    /** Who did something to a dossier, as its applicant sees them. */
    public enum By {
        /** The account that filed it, for themselves or their organisation. */
        THEMSELVES,
        /** An officer, or somebody with a mandate or of the same organisation. */
        ANOTHER,
        /** The program, by a plan or after something else happened. */
        PROGRAM
    }

    /** What made that version. */
    @Transactional(readOnly = true)
    public Fact of(DossierId dossier, int version) {
        return db.sql("""
                        select e.kind, e.data, e.recorded_at, f.submitter, f.person, f.organisation,
                            e.role is null and e.actor = f.submitter as own, e.actor
                        from dossier_event e
                        join dossier d on d.tenant_id = e.tenant_id and d.id = e.dossier
                        join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        where e.tenant_id = :tenant and e.dossier = :dossier and e.version = :version
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .param("version", version)
                .query((row, _) -> fact(row))
                .single();
    }

    /** For what it waited last when that version was made; empty where it had not waited, but for a supplement. */
    @Transactional(readOnly = true)
    public Optional<WaitingFor> waitedFor(DossierId dossier, int version) {
        return db.sql("""
                        select e.data -> 'waitingFor' as waiting_for from dossier_event e
                        where e.tenant_id = :tenant and e.dossier = :dossier and e.version < :version
                            and e.kind in ('payment-awaited', 'answer-awaited', 'sent-up')
                        order by e.version desc limit 1
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .param("version", version)
                .query((row, _) -> EventJson.MAPPER.readValue(row.getString("waiting_for"), WaitingFor.class))
                .optional();
    }

    /** Whether its applicant, or somebody in their place, has done something after that version. */
    @Transactional(readOnly = true)
    public boolean answeredSince(DossierId dossier, int version) {
        return db.sql("""
                        select exists (select 1 from dossier_event e
                            where e.tenant_id = :tenant and e.dossier = :dossier and e.version > :version
                                and e.role is null and e.actor <> :program)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .param("version", version)
                .param("program", ByItself.ACCOUNT.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * How a dossier is now.
     *
     * @param version its last
     * @param owners as of a {@link Fact}
     */
    public record Latest(int version, List<UUID> owners) {

        /** Keeps its own copy. */
        public Latest {
            owners = List.copyOf(owners);
        }
    }

    /** Whose it is and in which version, for what happens beside its own course. */
    @Transactional(readOnly = true)
    public Latest latest(DossierId dossier) {
        return db.sql("""
                        select d.version, f.submitter, f.person, f.organisation
                        from dossier d join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        where d.tenant_id = :tenant and d.id = :dossier
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .query((row, _) -> new Latest(row.getInt("version"), owners(row)))
                .single();
    }

    /**
     * Whose a dossier is, for what it leaves with its owner.
     *
     * @param name of the applicant
     * @param number their personal number, or an organisation's tax code; empty where nobody knows it
     * @param organisation whether it is an organisation's
     * @param address where they live or sit, as they wrote it; may be empty
     * @param procedure the national code
     * @param dossierNumber its legal number, once it is received
     */
    public record Matter(
            String name,
            Optional<String> number,
            boolean organisation,
            String address,
            String procedure,
            Optional<String> dossierNumber,
            TrackingCode code) {}

    /** Whose that dossier is. */
    @Transactional(readOnly = true)
    public Matter matter(DossierId dossier) {
        return db.sql("""
                        select f.applicant_name, f.personal_number, f.organisation is not null as organisation, f.address,
                            d.procedure, d.number, f.tracking_code
                        from dossier d join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        where d.tenant_id = :tenant and d.id = :dossier
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .query((row, _) -> new Matter(
                        row.getString("applicant_name"),
                        DossierRow.text(row, "personal_number"),
                        row.getBoolean("organisation"),
                        row.getString("address"),
                        row.getString("procedure"),
                        DossierRow.text(row, "number"),
                        new TrackingCode(row.getString("tracking_code"))))
                .single();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                EventJson.read(row.getString("kind"), row.getString("data")),
                DossierRow.moment(row, "recorded_at").orElseThrow(),
                owners(row),
                by(row));
    }

    private static By by(ResultSet row) throws SQLException {
        if (row.getBoolean("own")) {
            return By.THEMSELVES;
        }
        return ByItself.ACCOUNT.value().equals(row.getObject("actor", UUID.class)) ? By.PROGRAM : By.ANOTHER;
    }

    private static List<UUID> owners(ResultSet row) throws SQLException {
        var organisation = Optional.ofNullable(row.getObject("organisation", UUID.class));
        var about = organisation.isPresent() ? organisation : Optional.ofNullable(row.getObject("person", UUID.class));
        return Stream.concat(Stream.ofNullable(row.getObject("submitter", UUID.class)), about.stream())
                .distinct()
                .toList();
    }
}
