package vn.motcua.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.OrderStore.Source;
import vn.motcua.payment.OrderStore.Stored;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * Where what is due for a dossier is paid online. Who may was asked by whoever calls; each method is one transaction of the tenant that has
 * the dossier.
 */
@Service
public class PaymentDesk {

    /** After how long the gateway is asked for the first time. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final FeeAccounts accounts;
    private final PaymentOrders orders;
    private final OrderStore store;
    private final StrayedMoney strayed;
    private final ReceiptBook receipts;
    private final Collectors collectors;
    private final GatewayDesk gateways;
    private final Clock clock;

    PaymentDesk(
            FeeAccounts accounts,
            PaymentOrders orders,
            OrderStore store,
            StrayedMoney strayed,
            ReceiptBook receipts,
            Collectors collectors,
            GatewayDesk gateways,
            Clock clock) {
        this.accounts = accounts;
        this.orders = orders;
        this.store = store;
        this.strayed = strayed;
        this.receipts = receipts;
        this.collectors = collectors;
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * How it stands with the money of a dossier.
     *
     * @param byTransfer whether the agency takes transfers
     * @param gateway the gateway's name; empty where there is none
     * @param open the open order; empty when none is
     * @param strayed money that came and is to be paid back
     * @param strayedTogether the same that came for several dossiers and stands with another one
     * @param receipts for what was paid
     */
    public record Overview(
            FeeAccount account,
            boolean byTransfer,
            Optional<String> gateway,
            Optional<Open> open,
            List<Dong> strayed,
            List<StrayedTogether> strayedTogether,
            List<Receipt> receipts) {

        /** Keeps its own copies. */
        public Overview {
            strayed = List.copyOf(strayed);
            strayedTogether = List.copyOf(strayedTogether);
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * An order that can be paid.
     *
     * @param reference the text of a transfer
     * @param attempts how often the payer set out to the gateway
     * @param failed whether the last attempt came to nothing
     * @param awaited whether the payer set out and the gateway has not answered
     * @param until up to when it is offered
     * @param together over how many dossiers it is
     */
    public record Open(
            String reference,
            Dong amount,
            int attempts,
            boolean failed,
            boolean awaited,
            Instant until,
            int together) {}

    /**
     * What is owed for a dossier, and who collects it.
     *
     * @param agency what one agency collects can be paid at once
     * @param byTransfer whether it takes transfers
     * @param gateway the gateway's name; empty where there is none
     */
    public record Due(
            DossierId dossier,
            Dong owed,
            UnitId agency,
            boolean byTransfer,
            Optional<String> gateway,
            Optional<Open> open) {}

    /**
     * What a payer needs for a transfer.
     *
     * @param payload of the VietQR code
     * @param app where a banking application opens with it; empty where none is known
     */
    public record Transfer(Open order, Collector.BankAccount account, String payload, Optional<String> app) {}

    /** How it stands now. */
    @Transactional(readOnly = true)
    public Overview overview(DossierId dossier) {
        var collector = collectors.of(accounts.unit(dossier));
        return new Overview(
                accounts.of(dossier),
                collector.flatMap(Collector::account).isPresent(),
                collectors.gateway().map(Gateway::name),
                store.open(dossier).map(PaymentDesk::open),
                strayed.of(dossier),
                strayed.together(dossier),
                receipts.of(dossier));
    }

    /** What is owed for these dossiers; one that owes nothing is left out. */
    @Transactional(readOnly = true)
    public List<Due> due(List<DossierId> dossiers) {
        return dossiers.stream()
                .flatMap(dossier -> Optional.of(accounts.of(dossier).owed())
                        .filter(it -> !it.equals(Dong.ZERO))
                        .map(owed -> due(dossier, owed))
                        .stream())
                .toList();
    }

    private Due due(DossierId dossier, Dong owed) {
        var unit = accounts.unit(dossier);
        return new Due(
                dossier,
                owed,
                collectors.agency(unit),
                collectors.of(unit).flatMap(Collector::account).isPresent(),
                collectors.gateway().map(Gateway::name),
                store.open(dossier).map(PaymentDesk::open));
    }

    /** Makes the order for what is owed, or finds the open one: asking twice makes one. */
    @Transactional
    public void ask(DossierId dossier) {
        ask(List.of(dossier));
    }

    /** The same for all that is owed for several dossiers; those of several collecting agencies are refused. */
    @Transactional
    public void ask(List<DossierId> dossiers) {
        if (collectors.of(collecting(dossiers)).flatMap(Collector::account).isEmpty()) {
            throw new Refused(PaymentRefusal.NO_WAY_TO_PAY);
        }
        orders.asked(dossiers, clock.instant());
    }

    /** The agency that collects for all of them. */
    private UnitId collecting(List<DossierId> dossiers) {
        var agencies = dossiers.stream()
                .map(it -> collectors.agency(accounts.unit(it)))
                .distinct()
                .toList();
        if (agencies.size() != 1) {
            throw new Refused(PaymentRefusal.NOT_TOGETHER);
        }
        return agencies.getFirst();
    }

    /** What a payer needs to pay the open order by a transfer; empty when none is open. */
    @Transactional(readOnly = true)
    public Optional<Transfer> transfer(DossierId dossier) {
        var account = collectors.of(accounts.unit(dossier)).flatMap(Collector::account);
        return offered(dossier)
                .flatMap(it -> account.map(at -> {
                    var payload = VietQr.transfer(
                                    at.bank(),
                                    at.number(),
                                    it.order().amount(),
                                    it.order().reference().value())
                            .payload();
                    return new Transfer(open(it), at, payload, collectors.bankApp(payload));
                }));
    }

    /** Begins an attempt at the gateway for what is owed. */
    @Transactional
    public void setOut(DossierId dossier) {
        setOut(List.of(dossier));
    }

    /** The same for all that is owed for several dossiers; those of several collecting agencies are refused. */
    @Transactional
    public void setOut(List<DossierId> dossiers) {
        collecting(dossiers);
        if (collectors.gateway().isEmpty()) {
            throw new Refused(PaymentRefusal.NO_WAY_TO_PAY);
        }
        var now = clock.instant();
        var order = orders.asked(dossiers, now);
        store.save(order.order().attempt(), Source.PAYER, now);
        store.askAt(order.order().id(), Optional.of(now.plus(FIRST)), 0);
    }

    /**
     * Where the payer goes for the attempt that was begun last; empty when none is open.
     *
     * @param returnTo where the gateway sends the browser back
     * @param notify where it calls the server
     */
    @Transactional(readOnly = true)
    public Optional<Leaving> leaving(DossierId dossier, String returnTo, String notify, String language) {
        return collectors
                .gateway()
                .flatMap(gateway -> offered(dossier)
                        .filter(it -> it.attempts() > 0)
                        .map(it -> new Leaving(
                                gateway.name(),
                                open(it),
                                gateways.address(gateway, Scope.current().tenant(), it, returnTo, notify, language))));
    }

    /** On the way to the gateway. */
    public record Leaving(String gateway, Open order, String address) {}

    /** The open order, where all of it is still owed: of several dossiers one may owe nothing any more. */
    private Optional<Stored> offered(DossierId dossier) {
        return store.open(dossier).filter(orders::owed);
    }

    private static Open open(Stored it) {
        return new Open(
                it.order().reference().value(),
                it.order().amount(),
                it.attempts(),
                it.last() == PaymentEvent.FAILED,
                it.last() == PaymentEvent.ATTEMPTED,
                it.order().until(),
                it.shares().size());
    }

    /** The receipt of that number for a dossier. */
    @Transactional(readOnly = true)
    public Optional<Receipt> receipt(DossierId dossier, String number) {
        return ReceiptNumber.of(number).flatMap(it -> receipts.of(dossier, it));
    }
}
