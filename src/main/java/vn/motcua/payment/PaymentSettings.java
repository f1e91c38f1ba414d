package vn.motcua.payment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.payment.GatewaySignature.Algorithm;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Outgoing;

/**
 * How fees are paid ({@code motcua.payment.*}); see {@code docs/money.md}.
 *
 * @param symbol of the receipts of agencies that are not among the collectors
 * @param collectors agencies with their accounts and receipts
 * @param gateway the payment gateway; none without it
 * @param bankSecretFile a file with the secret of the bank's notices and nothing else
 * @param expires how long an order is offered before a new one is made
 * @param partRefund what becomes of the receipt when a part of what was collected goes back
 * @param correction how receipts that say something wrong are corrected
 * @param unidentifiedAt the agency code of the agency that looks after money at the gateway of which nobody can say whose it is; the first
 *     agency of the first tenant where it is empty
 * @param statements the folder into which statements are laid; none is looked for without it
 */
@ConfigurationProperties("motcua.payment")
record PaymentSettings(
        @DefaultValue("BL") String symbol,
        @DefaultValue List<Agency> collectors,
        @Nullable To gateway,
        @Nullable Path bankSecretFile,
        @DefaultValue("24h") Duration expires,
        @DefaultValue("ADJUST") ReceiptChange.Rule partRefund,
        @DefaultValue("NOTICE_OR_REPLACE") ReceiptCorrection.Rule correction,
        @DefaultValue("") String unidentifiedAt,
        @Nullable Path statements) {

    /** Refuses what can only be a mistake, when the program starts. */
    PaymentSettings {
        collectors = List.copyOf(collectors);
        if (!expires.isPositive()) {
            throw new IllegalArgumentException("motcua.payment.expires must be positive");
        }
        new Collector(symbol, "", Optional.empty());
        collectors.forEach(Agency::known);
        if (gateway != null) {
            gateway.known();
        }
        if (statements != null && !Files.isDirectory(statements)) {
            throw new IllegalArgumentException("motcua.payment.statements is no folder: " + statements);
        }
    }

    /**
     * An agency that collects.
     *
     * @param agency its identification code (mã định danh)
     * @param bank BIN of its bank; empty where no transfers are taken
     */
    record Agency(
            String agency,
            String symbol,
            @DefaultValue("") String taxCode,
            @DefaultValue("") String bank,
            @DefaultValue("") String bankName,
            @DefaultValue("") String account,
            @DefaultValue("") String holder) {

        Collector known() {
            if (bank.isEmpty()) {
                return new Collector(symbol, taxCode, Optional.empty());
            }
            var made = new Collector.BankAccount(bank, bankName, account, holder);
            VietQr.transfer(bank, account, new Dong(1), "A");
            return new Collector(symbol, taxCode, Optional.of(made));
        }
    }

    /**
     * A gateway.
     *
     * @param secretFile a file with the secret and nothing else
     */
    record To(
            String name,
            URI page,
            URI query,
            @Nullable URI refund,
            @Nullable URI statement,
            String merchant,
            @DefaultValue("SHA512") Algorithm algorithm,
            Path secretFile,
            @DefaultValue Set<String> insideHosts) {

        Gateway known() {
            Outgoing.place(page);
            Outgoing.place(query);
            if (refund != null) {
                Outgoing.place(refund);
            }
            if (statement != null) {
                Outgoing.place(statement);
            }
            return new Gateway(
                    name,
                    page.toString(),
                    query,
                    Optional.ofNullable(refund),
                    Optional.ofNullable(statement),
                    merchant,
                    new GatewaySignature(algorithm, secret(secretFile)),
                    insideHosts);
        }
    }

    /** The secret of the bank's notices, where there is one. */
    Optional<GatewaySignature> bankNotices() {
        return Optional.ofNullable(bankSecretFile).map(it -> new GatewaySignature(Algorithm.SHA256, secret(it)));
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }
}
