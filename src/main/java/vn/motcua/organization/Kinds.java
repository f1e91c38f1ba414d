package vn.motcua.organization;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Language;
import vn.motcua.shared.Remembered;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The kinds of positions and of units, with their names. */
@Component
public class Kinds {

    /** They lead nobody, but see what others do with people's data, or decide what is published to everybody. */
    private static final Set<String> OVERSEE =
            Set.of("inspector", "sector-supervisor", "procedure-author", "procedure-reviewer");

    /** The role of the steps of a route that the program does; nobody is appointed to it. */
    public static final String BY_ITSELF = "by-itself";

    private final JdbcClient db;
    private final Remembered<Map<String, PositionKind>> positions;
    private final Remembered<Map<String, UnitKind>> units;

    Kinds(JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var everyone = Scope.of(TenantId.NATIONAL);
        positions = new Remembered<>(
                () -> everyone.call(() -> reading.execute(_ -> byKey(readPositions(), PositionKind::role))),
                Duration.ofMinutes(10),
                clock);
        units = new Remembered<>(
                () -> everyone.call(() -> reading.execute(_ -> byKey(readUnits(), UnitKind::kind))),
                Duration.ofMinutes(10),
                clock);
    }

    /** Every kind of position by its role. */
    public Map<String, PositionKind> positions() {
        return positions.get();
    }

    /** Every kind of unit by its word. */
    public Map<String, UnitKind> units() {
        return units.get();
    }

    /** The name of a role; the role itself when nobody named it. */
    public String roleName(String role, Language language) {
        if (role.equals(BY_ITSELF)) {
            return switch (language) {
                case VI -> "Phần mềm";
                case EN -> "The program";
            };
        }
        var kind = positions().get(role);
        return kind == null ? role : kind.name(language);
    }

    /** Whether who holds this role sees the work of the units below. */
    public boolean leads(String role) {
        var kind = positions().get(role);
        return kind != null && kind.leads();
    }

    /** Whether two administrators are needed to give it: for a time or for good. */
    public boolean byTwo(String role) {
        return leads(role) || OVERSEE.contains(role);
    }

    void forget() {
        positions.forget();
        units.forget();
    }

    private List<PositionKind> readPositions() {
        return db.sql("select role, name, name_en, leads from position_kind where tenant_id = 0 order by role")
                .query((row, _) -> new PositionKind(
                        row.getString("role"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getBoolean("leads")))
                .list();
    }

    private List<UnitKind> readUnits() {
        return db.sql("select kind, name, name_en, level, roles from unit_kind where tenant_id = 0 order by kind")
                .query((row, _) -> new UnitKind(
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("name_en"),
                        UnitKind.Level.valueOf(row.getString("level")),
                        Units.texts(row.getArray("roles"))))
                .list();
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toUnmodifiableMap(key, it -> it));
    }
}
