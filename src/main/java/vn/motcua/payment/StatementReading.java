package vn.motcua.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.Collector.BankAccount;
import vn.motcua.payment.OrderStore.Source;
import vn.motcua.payment.StatementStore.Found;
import vn.motcua.payment.StatementStore.Origin;
import vn.motcua.payment.StatementStore.Verdict;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Holds the lines of a statement against what is known, in the current scope. What came and nobody told of is put right, whatever state its order
 * is in, each in a transaction of its own: a long statement holds nobody up, and one that was broken off goes on where it stopped. In the end
 * the statement is kept with what was found about each line.
 */
@Component
class StatementReading {

    private static final int AT_ONCE = 500;
    private static final int LONGEST_WORDS = 500;

    private final StatementStore store;
    private final OrderStore orderStore;
    private final PaymentOrders orders;
    private final Collectors collectors;
    private final UnidentifiedTransfers transfers;
    private final Differences differences;
    private final TransactionTemplate transaction;

    StatementReading(
            StatementStore store,
            OrderStore orderStore,
            PaymentOrders orders,
            Collectors collectors,
            UnidentifiedTransfers transfers,
            Differences differences,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.orderStore = orderStore;
        this.orders = orders;
        this.collectors = collectors;
        this.transfers = transfers;
        this.differences = differences;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A statement to be held against what is known.
     *
     * @param id the same for the same statement: it is kept once, however many take it at once
     * @param unit under which it is listed, and whose account it is
     * @param digest of what it says
     * @param by who took it in; empty for what came by itself
     * @param theirs the units whose orders it may move
     * @param known the units whose money should stand on it
     * @param from the first moment that it covers
     * @param to the last
     */
    record Given(
            UUID id,
            UnitId unit,
            PaymentChannel channel,
            List<StatementFile.Line> lines,
            String digest,
            Origin origin,
            Optional<UUID> by,
            List<UnitId> theirs,
            List<UnitId> known,
            Instant from,
            Instant to) {}

    /**
     * Takes it in; false where it was taken in before. A bank's statement moves only orders whose money goes to the account that it is of,
     * and is refused where its unit has none: otherwise one transfer could come twice, under two accounts.
     *
     * @param with what else is written down when it is kept
     */
    boolean take(Given it, Instant now, Runnable with) {
        if (in(() -> store.seen(it.id()))) {
            return false;
        }
        var account = account(it);
        var found = new ArrayList<Found>();
        var seen = new HashSet<String>();
        var arrivals = arrivals(it, account);
        for (int from = 0; from < arrivals.size(); from += AT_ONCE) {
            var some = arrivals.subList(from, Math.min(from + AT_ONCE, arrivals.size()));
            List<Optional<Found>> known =
                    in(() -> some.stream().map(one -> known(one.money())).toList());
            for (int at = 0; at < some.size(); at++) {
                var one = some.get(at);
                if (seen.add(one.money().transaction())) {
                    found.add(known.get(at).orElseGet(() -> in(() -> judge(one, it, account, now))));
                }
            }
        }
        return in(() -> kept(it, found, seen, now, with));
    }

    private boolean kept(Given it, List<Found> found, Set<String> seen, Instant now, Runnable with) {
        var kept = new StatementStore.New(it.id(), it.unit(), it.channel(), it.digest(), it.origin(), it.by());
        if (!store.add(kept, now)) {
            return false;
        }
        var lines = new ArrayList<>(found);
        store.known(it.known(), it.channel(), it.from(), it.to()).stream()
                .filter(known -> !seen.contains(known.transaction()))
                .forEach(lines::add);
        int no = 0;
        for (var line : lines) {
            store.add(it.id(), ++no, line);
        }
        differences.taken(kept, lines, now);
        with.run();
        return true;
    }

    /** Money as the statement tells of it, with the words beside it. */
    private record Told(Arrival money, String text) {}

    /** Whose movements a bank's statement has; empty for the gateway's. */
    private Optional<BankAccount> account(Given it) {
        return it.channel() == PaymentChannel.VIETQR
                ? Optional.of(
                        in(() -> accountOf(it.unit())).orElseThrow(() -> new Refused(PaymentRefusal.STATEMENT_ACCOUNT)))
                : Optional.empty();
    }

    private Optional<BankAccount> accountOf(UnitId unit) {
        return collectors.of(unit).flatMap(Collector::account);
    }

    /** The numbers of a bank are made one's own by the account. */
    private static List<Told> arrivals(Given it, Optional<BankAccount> account) {
        var before = account.map(at -> at.number() + ".").orElse("");
        return it.lines().stream()
                .map(line -> new Told(
                        new Arrival(it.channel(), before + line.transaction(), line.amount(), line.at()), line.text()))
                .toList();
    }

    private Optional<Found> known(Arrival money) {
        return store.arrived(money).map(it -> {
            var same = it.amount().equals(money.amount());
            var verdict = !same ? Verdict.OTHER_AMOUNT : it.unlisted().orElse(Verdict.KNOWN);
            return found(
                    money,
                    verdict,
                    Optional.of(it.order()),
                    Optional.of(it.amount()).filter(_ -> !same));
        });
    }

    private Found judge(Told told, Given of, Optional<BankAccount> account, Instant now) {
        var money = told.money();
        var reference = PaymentReference.in(told.text());
        var named = reference
                .flatMap(orderStore::find)
                .filter(it -> account.isEmpty() || accountOf(it.unit()).equals(account));
        var order = named.filter(it -> of.theirs().contains(it.unit()));
        if (order.isEmpty()) {
            // What names an order of others is theirs: at the gateway, where all agencies have one account, whatever
            // names an order at all.
            if (named.isEmpty() && (account.isPresent() || reference.isEmpty())) {
                transfers.found(
                        of.unit(), money, account.map(BankAccount::number).orElse(""), words(told.text()), now);
            }
            return found(money, Verdict.NO_ORDER, Optional.empty(), Optional.empty());
        }
        // Nothing new where another copy of the program put it right just now: what it made of it is known by then.
        // What was given back or kept as
        // another income stays so.
        return orders.arrived(order.get(), money, Source.STATEMENT, now)
                .map(it -> it == PaymentEvent.MONEY_CAME ? Verdict.PAID : Verdict.STRAYED)
                .map(it -> found(money, it, Optional.of(order.get().order().id()), Optional.empty()))
                .or(() -> known(money))
                .orElseGet(() -> found(money, Verdict.NO_ORDER, Optional.empty(), Optional.empty()));
    }

    /** The words beside a payment, as they are kept. */
    static String words(String said) {
        var clean = Text.clean(said);
        return clean.substring(0, Math.min(clean.length(), LONGEST_WORDS));
    }

    private static Found found(Arrival it, Verdict verdict, Optional<UUID> order, Optional<Dong> known) {
        return new Found(it.at(), it.amount(), it.transaction(), verdict, order, known);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
