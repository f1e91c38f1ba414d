package vn.motcua.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.TenantId;

/** How each agency collects: what the configuration names, and where it names nothing, who else knows. */
@Component
class Collectors {

    private final PaymentSettings settings;
    private final List<PaymentWays> others;
    private final Units units;

    Collectors(PaymentSettings settings, List<PaymentWays> others, Units units) {
        this.settings = settings;
        this.others = List.copyOf(others);
        this.units = units;
    }

    /** The body that collects for that unit. */
    Optional<Collector> of(UnitId unit) {
        var agency = units.agencyOf(unit);
        return agency.flatMap(Unit::agencyCode)
                .flatMap(code -> settings.collectors().stream()
                        .filter(it -> it.agency().equals(code))
                        .findFirst())
                .map(PaymentSettings.Agency::known)
                .or(() -> settings.collectors().isEmpty()
                        ? agency.flatMap(at -> others.stream()
                                .flatMap(it -> it.collector(at).stream())
                                .findFirst())
                        : Optional.empty());
    }

    /** The agency of a unit: what one agency collects goes to one account. */
    UnitId agency(UnitId unit) {
        return units.agencyOf(unit).map(Unit::id).orElse(unit);
    }

    /** The symbol of the receipts of that unit. */
    String symbol(UnitId unit) {
        return of(unit).map(Collector::symbol).orElse(settings.symbol());
    }

    /** The gateway. */
    Optional<Gateway> gateway() {
        var named = settings.gateway();
        return named != null
                ? Optional.of(named.known())
                : others.stream().flatMap(it -> it.gateway().stream()).findFirst();
    }

    /** With what the bank signs its notices. */
    Optional<GatewaySignature> bankNotices() {
        return settings.bankNotices()
                .or(() ->
                        others.stream().flatMap(it -> it.bankNotices().stream()).findFirst());
    }

    /** Where a banking application opens with that code. */
    Optional<String> bankApp(String payload) {
        return others.stream().flatMap(it -> it.bankApp(payload).stream()).findFirst();
    }

    /** What becomes of the receipt when a part of what was collected goes back. */
    ReceiptChange.Rule partRefund() {
        return settings.partRefund();
    }

    /**
     * Which agency looks after money at the gateway that is of no order: of the tenant whose order it names, the first one; of no tenant, the one
     * that is set, else the first of all. Empty where there is no agency at all.
     */
    Optional<Unit> looksAfter(Optional<TenantId> named) {
        return named.flatMap(this::first)
                .or(() -> units.tenants().stream()
                        .map(Tenant::id)
                        .filter(it -> !it.equals(TenantId.NATIONAL))
                        .flatMap(it -> units.of(it).stream())
                        .filter(it -> it.agencyCode()
                                .filter(settings.unidentifiedAt()::equals)
                                .isPresent())
                        .findFirst()
                        .or(() -> units.tenants().stream()
                                .map(Tenant::id)
                                .filter(it -> !it.equals(TenantId.NATIONAL))
                                .flatMap(it -> first(it).stream())
                                .findFirst()));
    }

    /** The agency of a tenant that has none above it. */
    private Optional<Unit> first(TenantId tenant) {
        return units.of(tenant).stream()
                .filter(it -> it.agencyCode().isPresent() && it.parent().isEmpty())
                .findFirst()
                .or(() -> units.of(tenant).stream()
                        .filter(it -> it.agencyCode().isPresent())
                        .findFirst());
    }

    /** How receipts that say something wrong are corrected. */
    ReceiptCorrection.Rule correction() {
        return settings.correction();
    }

    /** How long an order is offered. */
    Duration expires() {
        return settings.expires();
    }
}
