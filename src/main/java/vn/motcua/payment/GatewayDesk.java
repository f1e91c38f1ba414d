package vn.motcua.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierRef;
import vn.motcua.organization.Units;
import vn.motcua.payment.OrderStore.Source;
import vn.motcua.payment.OrderStore.Stored;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Outgoing;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * What gateways and banks say about payments, whoever brings it: their call, the payer's browser, the answer to our question. It is believed
 * by its signature alone, and the same told twice is told once.
 */
@Service
public class GatewayDesk {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayDesk.class);
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofHours(6);
    /** How long after its time an order is still asked about. */
    private static final Duration GIVE_UP = Duration.ofDays(3);

    private static final int LONGEST_ANSWER = 20_000;

    private final OrderStore store;
    private final PaymentOrders orders;
    private final Collectors collectors;
    private final Units units;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GatewayDesk(
            OrderStore store,
            PaymentOrders orders,
            Collectors collectors,
            Units units,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.orders = orders;
        this.collectors = collectors;
        this.units = units;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was made of what somebody said. */
    public enum Answer {
        TAKEN,
        NOT_BELIEVED,
        NOT_UNDERSTOOD
    }

    /** The address to which the payer goes, signed; for an attempt that was begun. */
    String address(Gateway gateway, TenantId tenant, Stored order, String returnTo, String notify, String language) {
        var parameters = new HashMap<String, String>();
        parameters.put("merchant", gateway.merchant());
        parameters.put("order", GatewayWord.order(tenant, order.order().reference(), order.attempts()));
        parameters.put("amount", Long.toString(order.order().amount().amount()));
        parameters.put("info", "Phi le phi " + order.order().reference());
        parameters.put("return", returnTo);
        parameters.put("notify", notify);
        parameters.put("language", language);
        return gateway.page() + "?" + gateway.signature().query(parameters);
    }

    /** Takes in the gateway's own call. */
    public Answer called(Map<String, String> said) {
        return take(said, Source.CALLBACK, Optional.empty());
    }

    /** Takes in what the payer's browser brings back for that dossier; anything about another one is not understood. */
    public Answer returned(Map<String, String> said, DossierRef dossier) {
        return take(said, Source.RETURN, Optional.of(dossier));
    }

    private Answer take(Map<String, String> said, Source source, Optional<DossierRef> about) {
        var gateway = collectors.gateway();
        if (gateway.filter(it -> it.signature().signed(said)).isEmpty()
                || !gateway.get().merchant().equals(said.get("merchant"))) {
            return Answer.NOT_BELIEVED;
        }
        return GatewayWord.of(said)
                .filter(it -> about.isEmpty() || about.get().tenant().equals(it.tenant()))
                .filter(it -> units.tenant(it.tenant()).isPresent())
                .map(it -> told(it, source, about))
                .orElse(Answer.NOT_UNDERSTOOD);
    }

    private Answer told(GatewayWord word, Source source, Optional<DossierRef> about) {
        return in(word.tenant(), () -> {
            var now = clock.instant();
            var found = store.find(word.reference())
                    .filter(it -> about.isEmpty()
                            || it.dossiers().contains(about.get().id()));
            if (found.isEmpty() || foreign(found.get(), word)) {
                return Answer.NOT_UNDERSTOOD;
            }
            switch (word.result()) {
                case PAID -> orders.arrived(found.get(), word.money(), source, now);
                case FAILED -> orders.failed(found.get(), word.attempt(), source, now);
                case PENDING -> LOG.debug("still pending: {}", word.reference());
            }
            return Answer.TAKEN;
        });
    }

    /** Whether that money was told of before as another order's. */
    private boolean foreign(Stored order, GatewayWord word) {
        return word.result() == GatewayWord.Result.PAID
                && store.orderOf(PaymentChannel.GATEWAY, word.transaction())
                        .filter(it -> !it.equals(order.order().id()))
                        .isPresent();
    }

    /**
     * Takes in the bank's notice of a transfer to an agency's account. One without a reference of ours is taken and waits for
     * the statement.
     */
    public Answer transferred(Map<String, String> said) {
        if (collectors.bankNotices().filter(it -> it.signed(said)).isEmpty()) {
            return Answer.NOT_BELIEVED;
        }
        return BankWord.of(said).map(this::transferred).orElse(Answer.NOT_UNDERSTOOD);
    }

    private Answer transferred(BankWord word) {
        var reference = PaymentReference.in(word.text());
        for (var tenant : units.tenants()) {
            var taken = in(
                    tenant.id(),
                    () -> reference
                            .flatMap(store::find)
                            .filter(it -> collectors
                                    .of(it.unit())
                                    .flatMap(Collector::account)
                                    .filter(account -> account.number().equals(word.account()))
                                    .isPresent())
                            .map(it -> {
                                orders.arrived(it, word.money(), Source.CALLBACK, clock.instant());
                                return true;
                            })
                            .orElse(false));
            if (taken) {
                return Answer.TAKEN;
            }
        }
        LOG.info("a transfer without an order of ours waits for the statement");
        return Answer.TAKEN;
    }

    /** Asks the gateway about orders of a tenant that wait for an answer, and ends those whose time is over; how many moved. */
    int round(TenantId tenant) {
        var now = clock.instant();
        var late = in(tenant, () -> store.late(now, 100));
        int moved = OneByOne.sum(
                "orders whose time is over",
                late,
                it -> in(tenant, () -> {
                    orders.late(it, now);
                    return 1;
                }));
        var gateway = collectors.gateway();
        if (gateway.isEmpty()) {
            return moved;
        }
        var toAsk = in(tenant, () -> {
            var found = store.toAsk(now, 50);
            found.forEach(it -> store.askAt(it.order().id(), next(it, now), it.asks() + 1));
            return found;
        });
        return moved + OneByOne.sum("orders asked about", toAsk, it -> ask(gateway.get(), tenant, it) ? 1 : 0);
    }

    /** A begun attempt is asked about after a minute, then less and less often. */
    static Optional<Instant> next(Stored it, Instant now) {
        var pause = FIRST.multipliedBy(1L << Math.min(it.asks(), 9));
        var at = now.plus(pause.compareTo(SELDOM) > 0 ? SELDOM : pause);
        return at.isAfter(it.order().until().plus(GIVE_UP)) ? Optional.empty() : Optional.of(at);
    }

    private boolean ask(Gateway gateway, TenantId tenant, Stored it) {
        var parameters = Map.of(
                "merchant",
                gateway.merchant(),
                "order",
                GatewayWord.order(tenant, it.order().reference(), it.attempts()),
                "at",
                clock.instant().toString());
        try {
            var answer = Outgoing.to(Set.of(Outgoing.place(gateway.query())), ANSWER, LONGEST_ANSWER)
                    .inside(gateway.insideHosts())
                    .post(gateway.query(), gateway.signature().query(parameters));
            return answer.ok()
                    && take(
                                    json.readValue(answer.body(), WORDS),
                                    Source.POLL,
                                    Optional.of(new DossierRef(tenant, it.dossier())))
                            == Answer.TAKEN;
        } catch (Outgoing.Unreachable | JacksonException e) {
            LOG.info("the gateway does not answer about {}: {}", it.order().reference(), e.getMessage());
            return false;
        }
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
