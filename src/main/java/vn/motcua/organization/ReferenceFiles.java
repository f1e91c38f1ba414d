package vn.motcua.organization;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.TenantId;

/**
 * Brings provinces, wards, kinds of units and of positions from the files into the database at the first start, and
 * again only when a file has changed. All files go in together or not at all.
 */
@Component
@Order(ReferenceFiles.ORDER)
public class ReferenceFiles implements ApplicationRunner {

    /** Runs before everything that needs units: later loads take a higher number. */
    public static final int ORDER = 100;

    private static final String NAME = "organization";
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceFiles.class);
    private static final List<String> FILES = List.of(
            "admin/provinces.csv",
            "admin/wards.csv",
            "admin/wards_old.csv",
            "admin/mapping.csv",
            "admin/mapping_provinces.csv",
            "organization/positions.csv",
            "organization/unit_kinds.csv");

    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AdministrativeUnits places;
    private final Kinds kinds;
    private final LoadedFiles loaded;

    ReferenceFiles(
            JdbcClient db,
            Clock clock,
            PlatformTransactionManager transactions,
            AdministrativeUnits places,
            Kinds kinds,
            LoadedFiles loaded) {
        this.db = db;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.places = places;
        this.kinds = kinds;
        this.loaded = loaded;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Scope.of(TenantId.NATIONAL).run(() -> transaction.executeWithoutResult(_ -> loadWhatChanged()));
    }

    private void loadWhatChanged() {
        var digest = digest();
        if (loaded.has(NAME, digest)) {
            return;
        }
        var begun = clock.instant();
        for (var table : List.of("administrative_unit", "administrative_succession", "position_kind", "unit_kind")) {
            db.sql("delete from " + table + " where tenant_id = 0").update();
        }
        provinces();
        wards();
        oldWards();
        successions();
        kinds();
        loaded.remember(NAME, digest);
        places.forget();
        kinds.forget();
        LOG.info(
                "Loaded 34 provinces, their wards and predecessors in {} ms",
                Duration.between(begun, clock.instant()).toMillis());
    }

    private void provinces() {
        var rows = rows("admin/provinces.csv");
        units(rows, "PROVINCE", it -> it.get("code"));
    }

    private void wards() {
        units(rows("admin/wards.csv"), "WARD", it -> it.get("province_code"));
    }

    private void oldWards() {
        units(rows("admin/wards_old.csv"), "WARD", it -> it.get("province_code"));
    }

    private void units(List<CSVRecord> rows, String tier, Function<CSVRecord, String> province) {
        db.sql("""
                        insert into administrative_unit (tenant_id, tier, code, valid_from, valid_to, kind, name, full_name,
                            full_name_en, province)
                        select 0, :tier, code, coalesce(nullif(valid_from, '')::date, '-infinity'::date),
                            nullif(valid_to, '')::date, kind, name, full_name, full_name_en, province
                        from unnest(:code, :from, :to, :kind, :name, :fullName, :fullNameEn, :province)
                            as it (code, valid_from, valid_to, kind, name, full_name, full_name_en, province)
                        """)
                .param("tier", tier)
                .param("code", column(rows, "code"))
                .param("from", column(rows, "valid_from"))
                .param("to", column(rows, "valid_to"))
                .param("kind", column(rows, "type"))
                .param("name", column(rows, "name"))
                .param("fullName", column(rows, "full_name"))
                .param("fullNameEn", column(rows, "full_name_en"))
                .param("province", rows.stream().map(province).toArray(String[]::new))
                .update();
    }

    private void successions() {
        var wards = rows("admin/mapping.csv").stream()
                .filter(it -> it.get("old_level").equals("ward"))
                .toList();
        successions("WARD", wards, rows(wards, it -> it.get("old_part").equals("full")));
        var provinces = rows("admin/mapping_provinces.csv");
        successions("PROVINCE", provinces, rows(provinces, _ -> true));
    }

    private void successions(String tier, List<CSVRecord> rows, String[] whole) {
        db.sql("""
                        insert into administrative_succession (tenant_id, tier, old_code, new_code, effective_on, whole,
                            resolution)
                        select 0, :tier, old_code, new_code, effective_on::date, whole::boolean, resolution
                        from unnest(:oldCode, :newCode, :effective, :whole, :resolution)
                            as it (old_code, new_code, effective_on, whole, resolution)
                        on conflict (tenant_id, tier, old_code, new_code, effective_on) do nothing
                        """)
                .param("tier", tier)
                .param("oldCode", column(rows, "old_code"))
                .param("newCode", column(rows, "new_code"))
                .param("effective", column(rows, "effective_date"))
                .param("whole", whole)
                .param("resolution", column(rows, "resolution"))
                .update();
    }

    private void kinds() {
        for (var row : rows("organization/positions.csv")) {
            db.sql("""
                            insert into position_kind (tenant_id, role, name, name_en, leads)
                            values (0, :role, :name, :nameEn, :leads)
                            """)
                    .param("role", row.get("role"))
                    .param("name", row.get("name"))
                    .param("nameEn", row.get("name_en"))
                    .param("leads", Boolean.valueOf(row.get("leads")))
                    .update();
        }
        for (var row : rows("organization/unit_kinds.csv")) {
            var roles = row.get("roles");
            db.sql("""
                            insert into unit_kind (tenant_id, kind, name, name_en, level, roles)
                            values (0, :kind, :name, :nameEn, :level, :roles)
                            """)
                    .param("kind", row.get("kind"))
                    .param("name", row.get("name"))
                    .param("nameEn", row.get("name_en"))
                    .param("level", row.get("level"))
                    .param("roles", roles.isEmpty() ? new String[0] : roles.split("\\|", -1))
                    .update();
        }
    }

    private static String digest() {
        var sum = Sha256.begin();
        for (var file : FILES) {
            sum.update(content(file));
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    private static List<CSVRecord> rows(String file) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(new String(content(file), StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] column(List<CSVRecord> rows, String name) {
        return rows.stream().map(it -> it.get(name)).toArray(String[]::new);
    }

    private static String[] rows(List<CSVRecord> rows, Predicate<CSVRecord> test) {
        return rows.stream().map(it -> Boolean.toString(test.test(it))).toArray(String[]::new);
    }

    private static byte[] content(String file) {
        try {
            return new ClassPathResource("data/" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
