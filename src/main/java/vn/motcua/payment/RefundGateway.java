package vn.motcua.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import vn.motcua.organization.Units;
import vn.motcua.payment.GatewayDesk.Answer;
import vn.motcua.payment.RefundStore.Source;
import vn.motcua.payment.RefundStore.Stored;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Outgoing;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Tells the gateway to pay back, and asks it until it says what became of that. Written down before it is told; told again, under the same
 * name, only when the gateway says that it never heard of it. What it says is believed by its signature, its amount and its payment.
 */
@Service
public class RefundGateway {

    private static final Logger LOG = LoggerFactory.getLogger(RefundGateway.class);
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofHours(6);
    private static final int AT_ONCE = 50;
    private static final int LONGEST_ANSWER = 20_000;

    private final RefundStore store;
    private final Refunds refunds;
    private final FeeAccounts accounts;
    private final Collectors collectors;
    private final Units units;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RefundGateway(
            RefundStore store,
            Refunds refunds,
            FeeAccounts accounts,
            Collectors collectors,
            Units units,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.refunds = refunds;
        this.accounts = accounts;
        this.collectors = collectors;
        this.units = units;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes in the gateway's own call about a refund. */
    public Answer called(Map<String, String> said) {
        return take(said, Source.CALLBACK).isPresent() ? Answer.TAKEN : notTaken(said);
    }

    private Answer notTaken(Map<String, String> said) {
        return believed(said) ? Answer.NOT_UNDERSTOOD : Answer.NOT_BELIEVED;
    }

    private boolean believed(Map<String, String> said) {
        return collectors
                .gateway()
                .filter(it -> it.signature().signed(said) && it.merchant().equals(said.get("merchant")))
                .isPresent();
    }

    /** What was understood of it and done; empty when it is not believed or says nothing of a refund of ours. */
    private Optional<RefundWord.Result> take(Map<String, String> said, Source source) {
        return Optional.of(said)
                .filter(this::believed)
                .flatMap(RefundWord::of)
                .filter(it -> units.tenant(it.tenant()).isPresent())
                .flatMap(it -> in(it.tenant(), () -> told(it, source)));
    }

    private Optional<RefundWord.Result> told(RefundWord word, Source source) {
        var first = store.find(word.refund());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        accounts.lock(first.get().dossier());
        var it = store.find(word.refund()).orElseThrow();
        if (!it.refund().amount().equals(word.amount()) || !it.transaction().equals(Optional.of(word.transaction()))) {
            LOG.warn("the gateway says something else than it was told about refund {}", word.refund());
            return Optional.empty();
        }
        var now = clock.instant();
        var step = switch (word.result()) {
            case DONE -> it.refund().done();
            case REFUSED -> it.refund().failed();
            case PENDING, UNKNOWN -> Optional.<Refund.Step>empty();
        };
        step.ifPresent(happened -> refunds.moved(it, happened, source, now));
        return Optional.of(word.result());
    }

    /** Tells and asks about the refunds of a tenant whose time has come. */
    void round(TenantId tenant) {
        var gateway = collectors.gateway().filter(it -> it.refund().isPresent());
        if (gateway.isEmpty()) {
            return;
        }
        OneByOne.each("refunds asked about", due(tenant), it -> {
            if (it.refund().state() == RefundState.APPROVED
                    || asked(gateway.get(), tenant, it)
                            .filter(RefundWord.Result.UNKNOWN::equals)
                            .isPresent()) {
                tell(gateway.get(), tenant, it);
            }
        });
    }

    private List<Stored> due(TenantId tenant) {
        return in(tenant, () -> {
                    var now = clock.instant();
                    var found = store.toAsk(now, AT_ONCE);
                    found.forEach(it -> store.askAt(it.refund().id(), next(it.asks(), now), it.asks() + 1));
                    return Optional.of(found);
                })
                .orElseThrow();
    }

    /** After a minute, then less and less often; it is never given up, for it is somebody's money. */
    static Instant next(int asks, Instant now) {
        var pause = FIRST.multipliedBy(1L << Math.min(asks, 9));
        return now.plus(pause.compareTo(SELDOM) > 0 ? SELDOM : pause);
    }

    private void tell(Gateway gateway, TenantId tenant, Stored first) {
        var written = in(tenant, () -> {
            accounts.lock(first.dossier());
            var it = store.find(first.refund().id()).orElseThrow();
            var step = it.refund().sent();
            step.ifPresent(sent -> refunds.moved(it, sent, Source.TIME, clock.instant()));
            return step;
        });
        if (written.isPresent()) {
            post(gateway, gateway.refund().orElseThrow(), words(gateway, tenant, first));
        }
    }

    private Optional<RefundWord.Result> asked(Gateway gateway, TenantId tenant, Stored it) {
        return post(gateway, gateway.query(), words(gateway, tenant, it));
    }

    private Map<String, String> words(Gateway gateway, TenantId tenant, Stored it) {
        var words = new HashMap<String, String>();
        words.put("merchant", gateway.merchant());
        words.put(RefundWord.NAME, RefundWord.name(tenant, it.refund().id()));
        words.put("transaction", it.transaction().orElseThrow());
        words.put("amount", Long.toString(it.refund().amount().amount()));
        words.put("at", clock.instant().toString());
        return words;
    }

    private Optional<RefundWord.Result> post(Gateway gateway, URI to, Map<String, String> words) {
        try {
            var answer = Outgoing.to(Set.of(Outgoing.place(to)), ANSWER, LONGEST_ANSWER)
                    .inside(gateway.insideHosts())
                    .post(to, gateway.signature().query(words));
            return answer.ok() ? take(json.readValue(answer.body(), WORDS), Source.POLL) : Optional.empty();
        } catch (Outgoing.Unreachable | JacksonException e) {
            LOG.info("the gateway does not answer about refund {}: {}", words.get(RefundWord.NAME), e.getMessage());
            return Optional.empty();
        }
    }

    private <T> Optional<T> in(TenantId tenant, Supplier<Optional<T>> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
