package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.ReceiptCorrection.State;
import vn.motcua.payment.ReceiptCorrection.Way;
import vn.motcua.payment.ReceiptCorrection.Words;
import vn.motcua.shared.Scope;

/** The corrections of the current tenant's receipts. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReceiptCorrectionStore {

    private static final TypeReference<List<ReceiptLine>> LINES = new TypeReference<>() {};

    private static final String CORRECTION = """
            select k.id, k.dossier, k.unit, k.no, k.symbol, k.year, k.receipt_no, k.way, k.said, k.sheet, k.lines,
                coalesce(
                    (select e.lines from receipt_correction e
                        where e.tenant_id = k.tenant_id and e.symbol = k.symbol and e.year = k.year and e.receipt_no = k.receipt_no
                            and e.state = 'DONE' and e.way = 'NOTICE' and e.no < k.no
                        order by e.no desc limit 1),
                    r.lines) as said_lines,
                k.reason, k.state, k.version, k.proposer, k.proposer_name, k.proposed_at, k.decider, k.decider_name, k.decided_at, k.answer,
                n.symbol as new_symbol, n.year as new_year, n.no as new_no
            from receipt_correction k
            join receipt r on r.tenant_id = k.tenant_id and r.symbol = k.symbol and r.year = k.year and r.no = k.receipt_no
            left join receipt n on n.tenant_id = k.tenant_id and n.correction = k.id
            where k.tenant_id = :tenant
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    ReceiptCorrectionStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * One as it is kept.
     *
     * @param no 1, 2, 3 … within the dossier
     * @param receipt that is wrong
     * @param said what it says
     * @param should what it should say
     * @param decidedBy account of who decided
     * @param by the receipt that replaces it
     */
    record Stored(
            ReceiptCorrection correction,
            DossierId dossier,
            UnitId unit,
            int no,
            ReceiptNumber receipt,
            Words said,
            Words should,
            String reason,
            String proposer,
            Instant proposedAt,
            Optional<UUID> decidedBy,
            String decider,
            Optional<Instant> decidedAt,
            String answer,
            Optional<ReceiptNumber> by) {}

    /** A new one: of which receipt, which its dossier has locked, what it says and should say. */
    record New(Receipt receipt, Words said, Words should, String reason, String proposer) {}

    /** Keeps a new one. */
    void add(ReceiptCorrection it, New what, Instant now) {
        db.sql("""
                        insert into receipt_correction (tenant_id, id, dossier, unit, no, symbol, year, receipt_no, way, said, sheet, lines,
                            reason, state, version, proposer, proposer_name, proposed_at, told)
                        values (:tenant, :id, :dossier, :unit,
                            (select coalesce(max(k.no), 0) + 1 from receipt_correction k where k.tenant_id = :tenant
                                and k.dossier = :dossier),
                            :symbol, :year, :receipt, :way, cast(:said as jsonb), cast(:sheet as jsonb), cast(:lines as jsonb),
                            :reason, :state, :version, :by, :name, :now, :version)
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("dossier", what.receipt().dossier().value())
                .param("unit", what.receipt().unit().value())
                .param("symbol", what.receipt().number().symbol())
                .param("year", what.receipt().number().year())
                .param("receipt", what.receipt().number().no())
                .param("way", it.way().name())
                .param("said", json.writeValueAsString(what.said().sheet()))
                .param("sheet", json.writeValueAsString(what.should().sheet()))
                .param("lines", json.writeValueAsString(what.should().lines()))
                .param("reason", what.reason())
                .param("state", it.state().name())
                .param("version", it.version())
                .param("by", it.proposer())
                .param("name", what.proposer())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Saves what a second person said. */
    void decided(ReceiptCorrection it, UUID by, String name, String answer, Instant now) {
        int changed = db.sql("""
                        update receipt_correction k
                        set state = :state, version = :version, decider = :by, decider_name = :name, decided_at = :now, answer = :answer
                        where k.tenant_id = :tenant and k.id = :id and k.version = :version - 1
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("state", it.state().name())
                .param("version", it.version())
                .param("by", by)
                .param("name", name)
                .param("answer", answer)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("changed while its dossier was locked: " + it.id());
        }
    }

    /** The one of that id. */
    Optional<Stored> find(UUID id) {
        return db.sql(CORRECTION + " and k.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** Whether somebody has proposed to correct that receipt and nobody has decided. */
    boolean open(ReceiptNumber it) {
        return db.sql("""
                        select exists (select 1 from receipt_correction k where k.tenant_id = :tenant and k.symbol = :symbol
                            and k.year = :year and k.receipt_no = :no and k.state = 'PROPOSED')
                        """)
                .param("tenant", tenant())
                .param("symbol", it.symbol())
                .param("year", it.year())
                .param("no", it.no())
                .query(Boolean.class)
                .single();
    }

    /** Those of units: what waits for somebody first, then the newest. */
    List<Stored> of(List<UnitId> units, int most) {
        return db.sql(CORRECTION + """
                         and k.unit in (:units) order by k.state <> 'PROPOSED', k.proposed_at desc, k.id limit :most
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** Those that were decided and of which the payer was not told. */
    List<Stored> untold(int most) {
        return db.sql(CORRECTION + " and k.told < k.version order by k.proposed_at limit :most")
                .param("tenant", tenant())
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** They were told up to that version. */
    void told(ReceiptCorrection it) {
        db.sql(
                        "update receipt_correction set told = :version where tenant_id = :tenant and id = :id and told < :version")
                .param("tenant", tenant())
                .param("id", it.id())
                .param("version", it.version())
                .update();
    }

    private Stored stored(ResultSet row) throws SQLException {
        var replacing = row.getString("new_symbol");
        return new Stored(
                new ReceiptCorrection(
                        row.getObject("id", UUID.class),
                        Way.valueOf(row.getString("way")),
                        row.getObject("proposer", UUID.class),
                        State.valueOf(row.getString("state")),
                        row.getInt("version")),
                new DossierId(row.getObject("dossier", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getInt("no"),
                new ReceiptNumber(row.getString("symbol"), row.getInt("year"), row.getInt("receipt_no")),
                words(row, "said", "said_lines"),
                words(row, "sheet", "lines"),
                row.getString("reason"),
                row.getString("proposer_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decider", UUID.class)),
                row.getString("decider_name"),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("answer"),
                replacing == null
                        ? Optional.empty()
                        : Optional.of(new ReceiptNumber(replacing, row.getInt("new_year"), row.getInt("new_no"))));
    }

    private Words words(ResultSet row, String sheet, String lines) throws SQLException {
        return new Words(
                json.readValue(row.getString(sheet), ReceiptSheet.class), json.readValue(row.getString(lines), LINES));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
