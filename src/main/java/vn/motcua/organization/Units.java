package vn.motcua.organization;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Remembered;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** The directory of units of all tenants, kept in memory: units change a few times a year and are asked for on every page. */
@Component
public class Units {

    private final JdbcClient db;
    private final Clock clock;
    private final AdministrativeUnits places;
    private final Remembered<UnitTree> tree;
    private final Remembered<List<Tenant>> tenants;

    Units(JdbcClient db, Clock clock, AdministrativeUnits places, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.places = places;
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var everyone = Scope.of(TenantId.NATIONAL);
        this.tree = new Remembered<>(
                () -> everyone.call(() -> reading.execute(_ -> new UnitTree(read()))), Duration.ofMinutes(1), clock);
        this.tenants = new Remembered<>(
                () -> everyone.call(() -> reading.execute(_ -> readTenants())), Duration.ofMinutes(1), clock);
    }

    /** All units as they are known now; one tree for one decision. */
    public UnitTree tree() {
        return tree.get();
    }

    /** That unit, empty when there is none. */
    public Optional<Unit> unit(UnitId id) {
        return tree().unit(id);
    }

    /**
     * The unit that is competent today for somebody or something at a place: a commune's own unit by the ward, else the
     * province's by the ward's province, else the national one.
     *
     * @param kind which sort of unit, as a procedure's route names it
     * @param place the code of a ward (five digits) or of a province (two digits)
     */
    public Optional<Unit> competent(String kind, String place) {
        var today = VietnamTime.dayOf(clock.instant());
        if (place.length() == 2) {
            return tree().competent(kind, Optional.empty(), Optional.of(place), today);
        }
        var province = places.ward(place, today).map(AdministrativeUnit::province);
        return province.isEmpty() ? Optional.empty() : tree().competent(kind, Optional.of(place), province, today);
    }

    /**
     * The units of a tenant that are competent today at a place, of the closest sort that there is; two of them mean that
     * their territories overlap.
     *
     * @param kind which sort of unit, as a procedure's route names it
     * @param place the code of a ward (five digits) or of a province (two digits)
     */
    public List<Unit> covering(TenantId tenant, String kind, String place) {
        return tree().covering(tenant, kind, ward(place), province(place), VietnamTime.dayOf(clock.instant()));
    }

    /** Whether the unit's territory reaches that place, given by the code of a ward or of a province. */
    public boolean covers(Unit unit, String place) {
        return unit.territory().covers(ward(place), province(place));
    }

    private static Optional<String> ward(String place) {
        return Optional.of(place).filter(it -> it.length() == 5);
    }

    private Optional<String> province(String place) {
        return place.length() == 2
                ? Optional.of(place)
                : places.ward(place, VietnamTime.dayOf(clock.instant())).map(AdministrativeUnit::province);
    }

    /** The agency that a unit belongs to, whose code stands in a dossier's number. */
    public Optional<Unit> agencyOf(UnitId id) {
        return tree().agencyOf(id);
    }

    /** The unit and all below it. */
    public List<Unit> subtree(UnitId id) {
        return tree().subtree(id);
    }

    /** The units of a tenant. */
    public List<Unit> of(TenantId tenant) {
        return tree().all().stream().filter(it -> it.tenant().equals(tenant)).toList();
    }

    /** Every tenant of this installation. */
    public List<Tenant> tenants() {
        return tenants.get();
    }

    /** That tenant, empty when it is not of this installation. */
    public Optional<Tenant> tenant(TenantId id) {
        return tenants().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Writes a tenant, new or changed; the scope is the tenant's own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Tenant tenant) {
        db.sql("""
                        insert into tenant (tenant_id, name, name_en) values (:tenant, :name, :nameEn)
                        on conflict (tenant_id) do update set name = excluded.name, name_en = excluded.name_en
                        """)
                .param("tenant", tenant.id().value())
                .param("name", tenant.name())
                .param("nameEn", tenant.nameEn())
                .update();
        afterCommit(tenants::forget);
    }

    /** Writes units, new or changed, parents before children; the scope is the tenant's own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Collection<Unit> units) {
        units.forEach(this::write);
        afterCommit(tree::forget);
    }

    private void write(Unit unit) {
        db.sql("""
                        insert into unit (tenant_id, id, parent, kind, name, name_en, agency_code, number_pattern,
                            opening_hours, address, territory, valid_from, valid_to)
                        values (:tenant, :id, :parent, :kind, :name, :nameEn, :agencyCode, :numberPattern,
                            :openingHours, :address, :territory, :from, :to)
                        on conflict (tenant_id, id) do update set parent = excluded.parent, kind = excluded.kind,
                            name = excluded.name, name_en = excluded.name_en, agency_code = excluded.agency_code,
                            number_pattern = excluded.number_pattern, opening_hours = excluded.opening_hours,
                            address = excluded.address, territory = excluded.territory,
                            valid_from = excluded.valid_from, valid_to = excluded.valid_to
                        """)
                .param("tenant", unit.tenant().value())
                .param("id", unit.id().value())
                .param("parent", unit.parent().map(UnitId::value).orElse(null), java.sql.Types.OTHER)
                .param("kind", unit.kind())
                .param("name", unit.name())
                .param("nameEn", unit.nameEn())
                .param("agencyCode", unit.agencyCode().orElse(null), java.sql.Types.VARCHAR)
                .param("numberPattern", unit.numberPattern().orElse(null), java.sql.Types.VARCHAR)
                .param("openingHours", unit.openingHours().orElse(null), java.sql.Types.VARCHAR)
                .param("address", unit.address())
                .param("territory", unit.territory().places().toArray(String[]::new))
                .param("from", unit.from())
                .param("to", unit.to().orElse(null), java.sql.Types.DATE)
                .update();
    }

    private List<Unit> read() {
        return db.sql("""
                        select tenant_id, id, parent, kind, name, name_en, agency_code, number_pattern, opening_hours,
                            address, territory, valid_from, valid_to
                        from unit order by tenant_id, name, id
                        """).query((row, _) -> unit(row)).list();
    }

    private List<Tenant> readTenants() {
        return db.sql("select tenant_id, name, name_en from tenant order by tenant_id")
                .query((row, _) -> new Tenant(
                        new TenantId(row.getInt("tenant_id")), row.getString("name"), row.getString("name_en")))
                .list();
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                new TenantId(row.getInt("tenant_id")),
                new UnitId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("parent", UUID.class)).map(UnitId::new),
                row.getString("kind"),
                row.getString("name"),
                row.getString("name_en"),
                Optional.ofNullable(row.getString("agency_code")),
                Optional.ofNullable(row.getString("number_pattern")),
                Optional.ofNullable(row.getString("opening_hours")),
                row.getString("address"),
                Territory.of(texts(row.getArray("territory"))),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
