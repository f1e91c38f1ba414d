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
import java.util.Set;
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
                () -> everyone.call(() -> reading.execute(_ -> new UnitTree(read(), readFormer(), readHeirs()))),
                Duration.ofMinutes(1),
                clock);
        this.tenants = new Remembered<>(
                () -> everyone.call(() -> reading.execute(_ -> readTenants())), Duration.ofMinutes(1), clock);
    }

    /** All units as they are known now; one tree for one decision. */
    public UnitTree tree() {
        return tree.get();
    }

    /** All units as the current transaction sees them, its own changes too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UnitTree fresh() {
        return new UnitTree(read(), readFormer(), readHeirs());
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

    /** The units of a tenant that exist today. */
    public List<Unit> today(TenantId tenant) {
        var today = VietnamTime.dayOf(clock.instant());
        return of(tenant).stream().filter(it -> it.inForce(today)).toList();
    }

    /** Who does the work of that unit today; empty when it ended and nobody took over. */
    public Optional<Unit> living(UnitId id, Optional<String> role) {
        return living(id, role, Optional.empty());
    }

    /** The same for the work of a place, given by the code of a ward or of a province. */
    public Optional<Unit> living(UnitId id, Optional<String> role, Optional<String> place) {
        return tree().living(id, role, place.flatMap(Units::ward), VietnamTime.dayOf(clock.instant()));
    }

    /** Who works today in the place of the units of that kind that were competent there once. */
    public List<Unit> inPlaceOfEnded(TenantId tenant, String kind, String place, String role) {
        var today = VietnamTime.dayOf(clock.instant());
        return tree().ended(tenant, kind, ward(place), province(place), today).stream()
                .flatMap(it -> tree().living(it.id(), Optional.of(role), ward(place), today).stream())
                .distinct()
                .toList();
    }

    /** The units of a tenant, also those that ended and those to come. */
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

    /** Writes what a change made of the tenant's units, in one transaction with what moves because of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Reorganisation.Outcome outcome) {
        outcome.units().forEach(this::write);
        outcome.former().forEach(this::write);
        outcome.heirs().forEach(this::write);
        afterCommit(tree::forget);
    }

    /** Gives a unit of the current tenant other opening hours. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UnitId unit, String hours) {
        db.sql("update unit set opening_hours = :hours where tenant_id = :tenant and id = :unit")
                .param("hours", hours)
                .param("tenant", Scope.current().tenant().value())
                .param("unit", unit.value())
                .update();
        afterCommit(tree::forget);
    }

    private void write(FormerUnit former) {
        var unit = former.unit();
        db.sql("""
                        insert into unit_former (tenant_id, unit, until_day, parent, name, name_en, territory, roles)
                        values (:tenant, :unit, :until, :parent, :name, :nameEn, :territory, :roles)
                        on conflict (tenant_id, unit, until_day) do nothing
                        """)
                .param("tenant", unit.tenant().value())
                .param("unit", unit.id().value())
                .param("until", former.until())
                .param("parent", unit.parent().map(UnitId::value).orElse(null), java.sql.Types.OTHER)
                .param("name", unit.name())
                .param("nameEn", unit.nameEn())
                .param("territory", unit.territory().places().toArray(String[]::new))
                .param("roles", sorted(unit.roles()))
                .update();
    }

    private void write(Heir heir) {
        db.sql("""
                        insert into unit_heir (tenant_id, old_unit, new_unit, from_day, roles, wards)
                        values (:tenant, :old, :next, :from, :roles, :wards)
                        on conflict (tenant_id, old_unit, new_unit) do nothing
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("old", heir.old().value())
                .param("next", heir.next().value())
                .param("from", heir.from())
                .param("roles", sorted(heir.roles()))
                .param("wards", sorted(heir.wards()))
                .update();
    }

    private void write(Unit unit) {
        db.sql("""
                        insert into unit (tenant_id, id, parent, kind, name, name_en, agency_code, number_pattern,
                            opening_hours, address, territory, valid_from, valid_to, roles)
                        values (:tenant, :id, :parent, :kind, :name, :nameEn, :agencyCode, :numberPattern,
                            :openingHours, :address, :territory, :from, :to, :roles)
                        on conflict (tenant_id, id) do update set parent = excluded.parent, kind = excluded.kind,
                            name = excluded.name, name_en = excluded.name_en, agency_code = excluded.agency_code,
                            number_pattern = excluded.number_pattern, opening_hours = excluded.opening_hours,
                            address = excluded.address, territory = excluded.territory,
                            valid_from = excluded.valid_from, valid_to = excluded.valid_to, roles = excluded.roles
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
                .param("roles", sorted(unit.roles()))
                .update();
    }

    private List<Unit> read() {
        return db.sql("""
                        select tenant_id, id, parent, kind, name, name_en, agency_code, number_pattern, opening_hours,
                            address, territory, valid_from, valid_to, roles
                        from unit order by tenant_id, name, id
                        """).query((row, _) -> unit(row)).list();
    }

    private List<FormerUnit> readFormer() {
        return db.sql("""
                        select u.tenant_id, u.id, f.parent, u.kind, f.name, f.name_en, u.agency_code, u.number_pattern,
                            u.opening_hours, u.address, f.territory, u.valid_from, u.valid_to, f.roles, f.until_day
                        from unit_former f join unit u on u.tenant_id = f.tenant_id and u.id = f.unit
                        order by f.until_day, u.id
                        """)
                .query((row, _) -> new FormerUnit(unit(row), row.getObject("until_day", LocalDate.class)))
                .list();
    }

    private List<Heir> readHeirs() {
        return db.sql(
                        "select old_unit, new_unit, from_day, roles, wards from unit_heir order by from_day, old_unit, new_unit")
                .query((row, _) -> new Heir(
                        new UnitId(row.getObject("old_unit", UUID.class)),
                        new UnitId(row.getObject("new_unit", UUID.class)),
                        row.getObject("from_day", LocalDate.class),
                        Set.copyOf(texts(row.getArray("roles"))),
                        Set.copyOf(texts(row.getArray("wards")))))
                .list();
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
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                Set.copyOf(texts(row.getArray("roles"))));
    }

    private static String[] sorted(Set<String> roles) {
        return roles.stream().sorted().toArray(String[]::new);
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
