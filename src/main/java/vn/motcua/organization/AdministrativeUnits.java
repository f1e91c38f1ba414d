package vn.motcua.organization;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.CollationKey;
import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.AdministrativeUnit.Tier;
import vn.motcua.shared.Remembered;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Provinces and wards (đơn vị hành chính) of all times, kept in memory: they are in every address on every form. */
@Component
public class AdministrativeUnits {

    private final JdbcClient db;
    private final Remembered<Register> register;

    AdministrativeUnits(JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.register = new Remembered<>(
                () -> Scope.of(TenantId.NATIONAL)
                        .call(() -> reading.execute(_ -> new Register(units(), successions()))),
                Duration.ofHours(1),
                clock);
    }

    /** The provinces in force on that day, in the order of the Vietnamese alphabet. */
    public List<AdministrativeUnit> provinces(LocalDate day) {
        return inForce(register.get().provinces(), day);
    }

    /** The wards of a province in force on that day, in the order of the Vietnamese alphabet; none for an unknown province. */
    public List<AdministrativeUnit> wards(String province, LocalDate day) {
        return inForce(register.get().wardsOf().getOrDefault(province, List.of()), day);
    }

    /** The province with that code on that day. */
    public Optional<AdministrativeUnit> province(String code, LocalDate day) {
        return one(register.get().provinceOf(), code, day);
    }

    /** The ward with that code on that day. */
    public Optional<AdministrativeUnit> ward(String code, LocalDate day) {
        return one(register.get().wardOf(), code, day);
    }

    /** The ward of that code that has not ended. */
    Optional<AdministrativeUnit> wardToday(String code) {
        return register.get().wardOf().getOrDefault(code, List.of()).stream()
                .filter(it -> it.to().isEmpty())
                .findFirst();
    }

    /** The full name of the province (two digits) or ward (five digits) with that code on that day. */
    public Optional<String> name(String code, LocalDate day) {
        return (code.length() == 2 ? province(code, day) : ward(code, day)).map(AdministrativeUnit::fullName);
    }

    /**
     * What became of an old ward or province: one successor, or several when it was split. Empty when nothing is
     * recorded, which is so for most units that ended before 06/2025.
     */
    public List<Succession> successorsOf(String oldCode) {
        var known = register.get();
        return (oldCode.length() == 2 ? known.provinceSuccessors() : known.wardSuccessors())
                .getOrDefault(oldCode, List.of());
    }

    /** Of which old wards a ward was made. */
    public List<Succession> predecessorsOf(String newCode) {
        var known = register.get();
        return (newCode.length() == 2 ? known.provinceSuccessors() : known.wardSuccessors())
                .values().stream()
                        .flatMap(List::stream)
                        .filter(it -> it.newCode().equals(newCode))
                        .toList();
    }

    void forget() {
        register.forget();
    }

    private List<AdministrativeUnit> units() {
        return db.sql("""
                        select tier, code, kind, name, full_name, full_name_en, province, valid_from, valid_to
                        from administrative_unit where tenant_id = 0
                        """).query((row, _) -> unit(row)).list();
    }

    private List<Tiered> successions() {
        return db.sql("""
                        select tier, old_code, new_code, whole, effective_on, resolution
                        from administrative_succession where tenant_id = 0 order by old_code, new_code
                        """)
                .query((row, _) -> new Tiered(
                        Tier.valueOf(row.getString("tier")),
                        new Succession(
                                row.getString("old_code"),
                                row.getString("new_code"),
                                row.getBoolean("whole"),
                                row.getObject("effective_on", LocalDate.class),
                                row.getString("resolution"))))
                .list();
    }

    private static AdministrativeUnit unit(ResultSet row) throws SQLException {
        return new AdministrativeUnit(
                Tier.valueOf(row.getString("tier")),
                row.getString("code"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("full_name"),
                row.getString("full_name_en"),
                row.getString("province"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }

    private static List<AdministrativeUnit> inForce(List<AdministrativeUnit> units, LocalDate day) {
        return units.stream().filter(it -> it.inForce(day)).toList();
    }

    /** As a Vietnamese dictionary orders them, syllable by syllable: Hà Tĩnh stands before Hải Phòng. */
    private static List<AdministrativeUnit> inOrder(List<AdministrativeUnit> units) {
        record Keyed(AdministrativeUnit unit, List<CollationKey> syllables) {}
        var alphabet = Collator.getInstance(Locale.forLanguageTag("vi"));
        var keys = new HashMap<String, CollationKey>();
        return units.stream()
                .map(it -> new Keyed(
                        it,
                        Arrays.stream(it.name().split(" ", -1))
                                .map(syllable -> keys.computeIfAbsent(syllable, alphabet::getCollationKey))
                                .toList()))
                .sorted(Comparator.comparing(Keyed::syllables, AdministrativeUnits::compare))
                .map(Keyed::unit)
                .toList();
    }

    private static int compare(List<CollationKey> one, List<CollationKey> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static Optional<AdministrativeUnit> one(
            Map<String, List<AdministrativeUnit>> byCode, String code, LocalDate day) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(it -> it.inForce(day))
                .findFirst();
    }

    private record Tiered(Tier tier, Succession succession) {}

    private record Register(
            List<AdministrativeUnit> provinces,
            Map<String, List<AdministrativeUnit>> provinceOf,
            Map<String, List<AdministrativeUnit>> wardOf,
            Map<String, List<AdministrativeUnit>> wardsOf,
            Map<String, List<Succession>> provinceSuccessors,
            Map<String, List<Succession>> wardSuccessors) {

        Register(List<AdministrativeUnit> units, List<Tiered> successions) {
            var sorted = inOrder(units);
            var provinces =
                    sorted.stream().filter(it -> it.tier() == Tier.PROVINCE).toList();
            var wards = sorted.stream().filter(it -> it.tier() == Tier.WARD).toList();
            this(
                    provinces,
                    provinces.stream().collect(groupingBy(AdministrativeUnit::code)),
                    wards.stream().collect(groupingBy(AdministrativeUnit::code)),
                    wards.stream().collect(groupingBy(AdministrativeUnit::province)),
                    of(successions, Tier.PROVINCE),
                    of(successions, Tier.WARD));
        }

        private static Map<String, List<Succession>> of(List<Tiered> all, Tier tier) {
            return all.stream()
                    .filter(it -> it.tier() == tier)
                    .map(Tiered::succession)
                    .collect(groupingBy(Succession::oldCode));
        }
    }
}
