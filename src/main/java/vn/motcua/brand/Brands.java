package vn.motcua.brand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.motcua.document.FileId;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Remembered;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The published brands of all agencies, kept in memory: every page asks. */
@Component
public class Brands {

    static final String COLUMNS = "name, name_en, paper_name, accent, address, hotline, footer, footer_en, emblem";

    private final JdbcClient db;
    private final Units units;
    private final Remembered<Map<BrandPlace, Brand>> published;

    Brands(JdbcClient db, Units units, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.units = units;
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.published = new Remembered<>(
                () -> Scope.of(TenantId.NATIONAL).call(() -> reading.execute(_ -> read())),
                Duration.ofMinutes(1),
                clock);
    }

    /** What is filled in for exactly that place. */
    public Brand filledIn(BrandPlace place) {
        return published.get().getOrDefault(place, Brand.NONE);
    }

    /** Whether there is such a tenant, or such a unit of it. */
    public boolean known(BrandPlace place) {
        return place.unit()
                .map(it -> units.unit(it)
                        .filter(unit -> unit.tenant().equals(place.tenant()))
                        .isPresent())
                .orElseGet(() -> place.tenant().equals(TenantId.NATIONAL)
                        || units.tenant(place.tenant()).isPresent());
    }

    /** How that place shows itself: what it does not fill in is as it is above. */
    public Brand of(BrandPlace place) {
        var chain = new ArrayList<BrandPlace>();
        chain.add(BrandPlace.of(place.tenant()));
        place.unit().ifPresent(unit -> {
            var above = new ArrayList<>(units.tree().above(unit));
            Collections.reverse(above);
            above.forEach(it -> chain.add(new BrandPlace(place.tenant(), Optional.of(it))));
            chain.add(place);
        });
        return chain.stream().map(this::filledIn).reduce(Brand.NONE, (above, it) -> it.over(above));
    }

    /** How the unit shows itself. */
    public Brand of(UnitId unit) {
        return units.unit(unit)
                .map(it -> of(new BrandPlace(it.tenant(), Optional.of(unit))))
                .orElse(Brand.NONE);
    }

    /** The unit's name as it stands on papers and in messages. */
    public String nameOf(Unit unit, Language language) {
        var own =
                filledIn(new BrandPlace(unit.tenant(), Optional.of(unit.id()))).paperName();
        return own.isEmpty() || (language == Language.EN && !unit.nameEn().isBlank()) ? unit.name(language) : own;
    }

    /** Address and telephone of the unit in one line; empty when neither is filled in. */
    public String reached(UnitId unit) {
        var brand = of(unit);
        return String.join(
                " · ",
                List.of(brand.address(), brand.hotline()).stream()
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    /** Those places for which anything was ever published. */
    public Map<BrandPlace, Brand> all() {
        return published.get();
    }

    /** Publishes it for the place, which is of the current tenant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(BrandPlace place, Brand brand, UUID by, Instant now) {
        db.sql("""
                        insert into brand (tenant_id, unit, name, name_en, paper_name, accent, address, hotline, footer,
                            footer_en, emblem, published_at, published_by)
                        values (:tenant, :unit, :name, :nameEn, :paperName, :accent, :address, :hotline, :footer,
                            :footerEn, :emblem, :at, :by)
                        on conflict (tenant_id, unit) do update set name = excluded.name, name_en = excluded.name_en,
                            paper_name = excluded.paper_name, accent = excluded.accent, address = excluded.address,
                            hotline = excluded.hotline, footer = excluded.footer, footer_en = excluded.footer_en,
                            emblem = excluded.emblem, published_at = excluded.published_at,
                            published_by = excluded.published_by
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("unit", place.column())
                .params(parameters(brand))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                published.forget();
            }
        });
    }

    static Map<String, Object> parameters(Brand brand) {
        var all = new HashMap<String, Object>();
        all.put("name", brand.name());
        all.put("nameEn", brand.nameEn());
        all.put("paperName", brand.paperName());
        all.put("accent", brand.accent());
        all.put("address", brand.address());
        all.put("hotline", brand.hotline());
        all.put("footer", brand.footer());
        all.put("footerEn", brand.footerEn());
        all.put("emblem", brand.emblem().map(FileId::sha256).orElse(null));
        return all;
    }

    static Brand brand(ResultSet row) throws SQLException {
        return new Brand(
                row.getString("name"),
                row.getString("name_en"),
                row.getString("paper_name"),
                row.getString("accent"),
                row.getString("address"),
                row.getString("hotline"),
                row.getString("footer"),
                row.getString("footer_en"),
                Optional.ofNullable(row.getString("emblem")).map(FileId::of));
    }

    private Map<BrandPlace, Brand> read() {
        var all = new HashMap<BrandPlace, Brand>();
        db.sql("select tenant_id, unit, " + COLUMNS + " from brand").query(row -> {
            all.put(BrandPlace.of(row.getInt("tenant_id"), row.getObject("unit", UUID.class)), brand(row));
        });
        return Map.copyOf(all);
    }
}
