package vn.motcua.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Unit;
import vn.motcua.payment.Collector;
import vn.motcua.payment.Gateway;
import vn.motcua.payment.GatewaySignature;
import vn.motcua.payment.GatewaySignature.Algorithm;
import vn.motcua.payment.PaymentWays;
import vn.motcua.payment.VietQr;
import vn.motcua.sandbox.gateway.GatewayServer;
import vn.motcua.shared.Outgoing;

/**
 * The demonstration's ways to pay: the accounts of its agencies, a bank, and a gateway, which is a {@link GatewayServer} on a port of its own, started
 * when it is needed first. Both speak to Motcua over HTTP as real ones do; money is invented.
 */
@Component
@Profile("demo")
public class SandboxGateway implements PaymentWays, DisposableBean {

    /** Where the bank's page is. */
    public static final String BANK = "/sandbox/bank";

    private static final String MERCHANT = "MOTCUA";
    private static final String NAME = "Cổng thử nghiệm";
    private static final String NO_BANK = "970499";

    private static final Logger LOG = LoggerFactory.getLogger(SandboxGateway.class);

    private final Environment environment;
    private final Clock clock;
    private final String secret = secret();
    private final GatewaySignature bankSignature = new GatewaySignature(Algorithm.SHA256, secret());
    private final AtomicInteger numbers = new AtomicInteger();
    private final String day;
    private Optional<GatewayServer> server = Optional.empty();

    SandboxGateway(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        this.day = Long.toString(clock.instant().getEpochSecond(), 36);
    }

    @Override
    public Optional<Collector> collector(Unit agency) {
        return agency.agencyCode().map(code -> {
            var letters = code.replaceAll("[^A-Z0-9]", "");
            return new Collector(
                    "BL-" + letters.substring(0, Math.min(8, letters.length())),
                    "0000000000",
                    Optional.of(new Collector.BankAccount(
                            NO_BANK,
                            "Ngân hàng thử nghiệm",
                            "99" + letters.replaceAll("[^0-9]", "") + "000001",
                            "TAI KHOAN THU NGHIEM " + letters)));
        });
    }

    @Override
    public Optional<Gateway> gateway() {
        var there = URI.create("http://localhost:" + server().port());
        return Optional.of(new Gateway(
                NAME,
                environment.getProperty("motcua.sandbox.gateway.address", there.toString()) + "/pay",
                there.resolve("/query"),
                Optional.of(there.resolve("/refund")),
                Optional.of(there.resolve("/statement")),
                MERCHANT,
                new GatewaySignature(Algorithm.SHA512, secret),
                Set.of()));
    }

    /**
     * On the port that {@code motcua.sandbox.gateway.port} says, else on a free one; only this machine reaches it, unless
     * {@code motcua.sandbox.gateway.host} says on what else it listens.
     */
    private synchronized GatewayServer server() {
        if (server.isEmpty()) {
            var host = environment.getProperty("motcua.sandbox.gateway.host", "localhost");
            int port = environment.getProperty("motcua.sandbox.gateway.port", Integer.class, 0);
            var started = GatewayServer.start(
                    new GatewayServer.Settings(host, port, MERCHANT, secret, Optional.of(home())), clock);
            LOG.info("the sandbox gateway is a server of its own on port {}", started.port());
            server = Optional.of(started);
        }
        return server.get();
    }

    @Override
    public synchronized void destroy() {
        server.ifPresent(GatewayServer::close);
        server = Optional.empty();
    }

    @Override
    public Optional<GatewaySignature> bankNotices() {
        return Optional.of(bankSignature);
    }

    @Override
    public Optional<String> bankApp(String payload) {
        return Optional.of(BANK + "?qr=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
    }

    /** Somebody pays that code with a banking application: the bank tells the account's holder. */
    public void transfer(VietQr qr, long amount, String text) {
        var words = new HashMap<String, String>();
        words.put("account", qr.account());
        words.put("amount", Long.toString(amount));
        words.put("text", "MBVCB." + numbers.incrementAndGet() + "." + text + ".CT tu 0011000000001");
        words.put("transaction", "SB" + day + "." + numbers.incrementAndGet());
        words.put("at", clock.instant().toString());
        try {
            Outgoing.to(Set.of(Outgoing.place(home())), Duration.ofSeconds(5), 10_000)
                    .post(home().resolve("/payments/bank"), bankSignature.query(words));
        } catch (Outgoing.Unreachable e) {
            LOG.warn("nobody took the notice of a payment: {}", e.getMessage());
        }
    }

    private URI home() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
