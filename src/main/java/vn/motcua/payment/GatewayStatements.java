package vn.motcua.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.payment.StatementFile.Line;
import vn.motcua.payment.StatementStore.Origin;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Outgoing;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Asks the gateway for its statements of the last days and holds them against what is known, agency by agency. A statement that says the same
 * as the night before was taken in then.
 */
@Component
class GatewayStatements {

    /** So many days back, so that a night in which the gateway did not answer is made up for. */
    private static final int DAYS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(GatewayStatements.class);
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final long LONGEST_ANSWER = 20_000_000;
    private static final int NAMED = 5;

    private final Collectors collectors;
    private final StatementReading reading;
    private final StatementStore store;
    private final OrderStore orders;
    private final UnidentifiedTransfers transfers;
    private final Units units;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GatewayStatements(
            Collectors collectors,
            StatementReading reading,
            StatementStore store,
            OrderStore orders,
            UnidentifiedTransfers transfers,
            Units units,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.collectors = collectors;
        this.reading = reading;
        this.store = store;
        this.orders = orders;
        this.transfers = transfers;
        this.units = units;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes in those of the last days, the oldest first; what was wrong is the answer. */
    List<String> take() {
        var gateway = collectors.gateway().filter(it -> it.statement().isPresent());
        if (gateway.isEmpty()) {
            return List.of();
        }
        var troubles = new ArrayList<String>();
        var today = VietnamTime.dayOf(clock.instant());
        for (int back = DAYS; back > 0; back--) {
            var day = today.minusDays(back);
            try {
                take(day, ask(gateway.get(), day), troubles);
            } catch (Outgoing.Unreachable | JacksonException | Refused e) {
                LOG.warn("no statement of the gateway of {}: {}", day, e.getMessage());
                troubles.add("the gateway's of " + day + ": " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("the statement of the gateway of {} cannot be taken in", day, e);
                troubles.add("the gateway's of " + day + " cannot be taken in: "
                        + e.getClass().getSimpleName());
            }
        }
        return troubles;
    }

    private List<Line> ask(Gateway gateway, LocalDate day) throws Outgoing.Unreachable {
        var to = gateway.statement().orElseThrow();
        var words = Map.of("merchant", gateway.merchant(), "day", day.toString());
        var answer = Outgoing.to(Set.of(Outgoing.place(to)), ANSWER, LONGEST_ANSWER)
                .inside(gateway.insideHosts())
                .post(to, gateway.signature().query(words));
        if (!answer.ok()) {
            throw new Outgoing.Unreachable("answered " + answer.status(), null);
        }
        var said = json.readValue(answer.body(), WORDS);
        if (!gateway.signature().signed(said)
                || !gateway.merchant().equals(said.get("merchant"))
                || !day.toString().equals(said.get("day"))) {
            throw new Outgoing.Unreachable("the answer is not signed as it should be", null);
        }
        return StatementFile.all(said.getOrDefault("statement", ""));
    }

    private void take(LocalDate day, List<Line> lines, List<String> troubles) {
        var nobodys = new ArrayList<Line>();
        var byTenant = new HashMap<TenantId, List<Line>>();
        for (var line : lines) {
            GatewayWord.tenant(line.text())
                    .filter(it -> units.tenant(it).isPresent())
                    .ifPresentOrElse(
                            it -> byTenant.computeIfAbsent(it, _ -> new ArrayList<>())
                                    .add(line),
                            () -> nobodys.add(line));
        }
        var homeless = new TreeSet<String>(unidentified(Optional.empty(), nobodys));
        for (var tenant : units.tenants()) {
            homeless.addAll(Scope.of(tenant.id())
                    .call(() -> take(tenant.id(), day, byTenant.getOrDefault(tenant.id(), List.of()))));
        }
        if (!homeless.isEmpty()) {
            troubles.add(homeless.size() + " payments on the gateway's of " + day + " are of no order and no agency: "
                    + homeless.stream().limit(NAMED).toList());
        }
    }

    /** Money that is of no order waits with the agency that looks after it; the numbers of what has none are the answer. */
    private List<String> unidentified(Optional<TenantId> named, List<Line> lines) {
        var owner = collectors.looksAfter(named);
        if (lines.isEmpty() || owner.isEmpty()) {
            return lines.stream().map(Line::transaction).toList();
        }
        var agency = owner.get();
        return Scope.of(agency.tenant())
                .call(() -> in(() -> {
                    for (var line : lines) {
                        var money = new Arrival(PaymentChannel.GATEWAY, line.transaction(), line.amount(), line.at());
                        transfers.found(agency.id(), money, "", StatementReading.words(line.text()), clock.instant());
                    }
                    return List.of();
                }));
    }

    private List<String> take(TenantId tenant, LocalDate day, List<Line> lines) {
        var nobodys = new ArrayList<Line>();
        var from = day.atStartOfDay(VietnamTime.ZONE).toInstant();
        var to = day.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant().minusNanos(1_000);
        var byAgency = byAgency(lines, nobodys);
        in(() -> store.unitsOf(PaymentChannel.GATEWAY, from, to))
                .forEach(it -> byAgency.putIfAbsent(collectors.agency(it), new ArrayList<>()));
        byAgency.forEach((agency, some) -> take(tenant, agency, day, some, from, to));
        return unidentified(Optional.of(tenant), nobodys);
    }

    private Map<UnitId, List<Line>> byAgency(List<Line> lines, List<Line> nobodys) {
        return in(() -> {
            var byAgency = new HashMap<UnitId, List<Line>>();
            for (var line : lines) {
                PaymentReference.in(line.text())
                        .flatMap(orders::find)
                        .ifPresentOrElse(
                                it -> byAgency.computeIfAbsent(collectors.agency(it.unit()), _ -> new ArrayList<>())
                                        .add(line),
                                () -> nobodys.add(line));
            }
            return byAgency;
        });
    }

    private void take(TenantId tenant, UnitId agency, LocalDate day, List<Line> lines, Instant from, Instant to) {
        var own = units.subtree(agency).stream().map(Unit::id).toList();
        var digest =
                Sha256.hex(lines.stream().map(Line::toString).sorted().toList().toString());
        var given = new StatementReading.Given(
                Ids.once("statement " + tenant.value() + " " + agency + " gateway " + day + " " + digest),
                agency,
                PaymentChannel.GATEWAY,
                lines,
                digest,
                Origin.GATEWAY,
                Optional.empty(),
                own,
                own,
                from,
                to);
        if (reading.take(given, clock.instant(), () -> {})) {
            LOG.info("tenant {}: {} payments of {} on the gateway's statement", tenant, lines.size(), day);
        }
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
