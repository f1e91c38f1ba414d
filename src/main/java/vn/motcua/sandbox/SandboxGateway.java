package vn.motcua.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import vn.motcua.shared.Outgoing;
import vn.motcua.shared.VietnamTime;

/**
 * The sandbox's payment gateway and bank, which speak to Motcua over HTTP as real ones do, and the accounts of the demonstration's agencies.
 * The gateway can be told to be slow, wrong, silent or to say everything twice; money is invented.
 */
@Component
@Profile("demo")
public class SandboxGateway implements PaymentWays {

    /** Where the gateway's pages and its answers are. */
    public static final String PATH = "/sandbox/gateway";
    /** Where the bank's page is. */
    public static final String BANK = "/sandbox/bank";

    private static final String MERCHANT = "MOTCUA";
    private static final String NAME = "Cổng thử nghiệm";
    private static final String NO_BANK = "970499";
    private static final Duration SLOW = Duration.ofSeconds(4);

    private static final Logger LOG = LoggerFactory.getLogger(SandboxGateway.class);

    private final Environment environment;
    private final Clock clock;
    private final GatewaySignature signature = new GatewaySignature(Algorithm.SHA512, secret());
    private final GatewaySignature bankSignature = new GatewaySignature(Algorithm.SHA256, secret());
    private final Map<String, Asked> payments = new ConcurrentHashMap<>();
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final String day;

    SandboxGateway(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        this.day = Long.toString(clock.instant().getEpochSecond(), 36);
    }

    /** How the gateway tells of a payment. */
    public enum Mood {
        /** At once and once. */
        NORMAL,
        /** Some seconds later. */
        SLOW,
        /** A smaller amount than was paid for. */
        WRONG,
        /** Only when it is asked. */
        SILENT,
        /** Twice. */
        TWICE
    }

    /**
     * A payment as the gateway knows it.
     *
     * @param order the merchant's name of it
     * @param result PENDING until the payer has chosen
     * @param transaction the gateway's number; empty before it is paid
     * @param told the amount that the gateway tells of
     */
    public record Asked(
            String order,
            String amount,
            String info,
            String returnTo,
            String tellTo,
            String result,
            String transaction,
            String told,
            Instant at) {}

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
        return Optional.of(new Gateway(
                NAME,
                PATH + "/pay",
                home().resolve(PATH + "/query"),
                Optional.of(home().resolve(PATH + "/refund")),
                Optional.of(home().resolve(PATH + "/statement")),
                MERCHANT,
                signature,
                Set.of()));
    }

    @Override
    public Optional<GatewaySignature> bankNotices() {
        return Optional.of(bankSignature);
    }

    @Override
    public Optional<String> bankApp(String payload) {
        return Optional.of(BANK + "?qr=" + encoded(payload));
    }

    /** Takes in what the merchant's payer brings; empty when it is not signed as it should be. */
    public Optional<Asked> begin(Map<String, String> said) {
        if (!signature.signed(said) || !MERCHANT.equals(said.get("merchant"))) {
            return Optional.empty();
        }
        var asked = new Asked(
                said.getOrDefault("order", ""),
                said.getOrDefault("amount", ""),
                said.getOrDefault("info", ""),
                said.getOrDefault("return", ""),
                said.getOrDefault("notify", ""),
                "PENDING",
                "",
                said.getOrDefault("amount", ""),
                clock.instant());
        return Optional.of(payments.computeIfAbsent(asked.order(), _ -> asked));
    }

    /**
     * The payer has chosen; the second choice for the same payment changes nothing.
     *
     * @return where the browser goes back to, signed; empty when there is no such payment
     */
    public Optional<String> choose(String order, boolean pays, Mood mood) {
        var chosen = payments.computeIfPresent(
                order, (_, it) -> it.result().equals("PENDING") ? decided(it, pays, mood) : it);
        if (chosen == null) {
            return Optional.empty();
        }
        moods.putIfAbsent(chosen.transaction(), mood);
        tell(chosen, mood);
        var separator = chosen.returnTo().contains("?") ? "&" : "?";
        return Optional.of(
                mood == Mood.NORMAL || mood == Mood.TWICE
                        ? chosen.returnTo() + separator + signature.query(words(chosen))
                        : chosen.returnTo());
    }

    private Asked decided(Asked it, boolean pays, Mood mood) {
        var told = mood == Mood.WRONG ? Long.toString(Long.parseLong(it.amount()) - 1_000) : it.amount();
        return new Asked(
                it.order(),
                it.amount(),
                it.info(),
                it.returnTo(),
                it.tellTo(),
                pays ? "PAID" : "FAILED",
                pays ? number() : "",
                told,
                clock.instant());
    }

    private void tell(Asked it, Mood mood) {
        if (mood == Mood.SILENT) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                if (mood == Mood.SLOW) {
                    Thread.sleep(SLOW);
                }
                for (var times = mood == Mood.TWICE ? 2 : 1; times > 0; times--) {
                    post(URI.create(it.tellTo()), signature.query(words(it)));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The answer to a question about a payment; empty when it is not signed or there is none. */
    public Optional<Map<String, String>> answer(Map<String, String> said) {
        return Optional.of(said)
                .filter(signature::signed)
                .map(it -> payments.get(it.getOrDefault("order", "")))
                .map(it -> {
                    var words = words(it);
                    words.put(GatewaySignature.PARAMETER, signature.of(words));
                    return words;
                });
    }

    /** What was paid on a day in Vietnam, as the merchant asks for it; empty when it is not the merchant who asks. */
    public Optional<Map<String, String>> statement(Map<String, String> said) {
        if (!signed(said)) {
            return Optional.empty();
        }
        var asked = said.getOrDefault("day", "");
        var lines = payments.values().stream()
                .filter(it -> it.result().equals("PAID")
                        && VietnamTime.dayOf(it.at()).toString().equals(asked))
                .map(it -> String.join(",", it.at().toString(), it.transaction(), it.told(), it.order()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Optional.of(sign(Map.of("day", asked, "statement", "at,transaction,amount,text\n" + lines)));
    }

    /** The payment of that number that somebody made here; empty for none. */
    Optional<Asked> paid(String transaction) {
        return payments.values().stream()
                .filter(it -> it.result().equals("PAID") && it.transaction().equals(transaction))
                .findFirst();
    }

    /** How this gateway behaves about that payment, as its payer chose. */
    Mood mood(String transaction) {
        return moods.getOrDefault(transaction, Mood.NORMAL);
    }

    /** Whether it is the merchant who says it. */
    boolean signed(Map<String, String> said) {
        return signature.signed(said) && MERCHANT.equals(said.get("merchant"));
    }

    /** The same words with who the merchant is and their signature. */
    Map<String, String> sign(Map<String, String> words) {
        var signed = new HashMap<>(words);
        signed.put("merchant", MERCHANT);
        signed.put(GatewaySignature.PARAMETER, signature.of(signed));
        return signed;
    }

    /** Calls the merchant's server about that payment. */
    void call(Asked about, Map<String, String> words) {
        var named = new HashMap<>(words);
        named.put("merchant", MERCHANT);
        post(URI.create(about.tellTo()), signature.query(named));
    }

    private static Map<String, String> words(Asked it) {
        var words = new HashMap<String, String>();
        words.put("merchant", MERCHANT);
        words.put("order", it.order());
        words.put("amount", it.told());
        words.put("result", it.result());
        words.put("transaction", it.transaction());
        words.put("at", it.at().toString());
        return words;
    }

    /** Somebody pays that code with a banking application: the bank tells the account's holder. */
    public void transfer(VietQr qr, long amount, String text) {
        var words = new HashMap<String, String>();
        words.put("account", qr.account());
        words.put("amount", Long.toString(amount));
        words.put("text", "MBVCB." + numbers.incrementAndGet() + "." + text + ".CT tu 0011000000001");
        words.put("transaction", number());
        words.put("at", clock.instant().toString());
        post(home().resolve("/payments/bank"), bankSignature.query(words));
    }

    private void post(URI address, String form) {
        try {
            Outgoing.to(Set.of(Outgoing.place(home())), Duration.ofSeconds(5), 10_000)
                    .post(home().resolve(address.getRawPath()), form);
        } catch (Outgoing.Unreachable e) {
            LOG.warn("nobody took the notice of a payment: {}", e.getMessage());
        }
    }

    /** Different after each start, as a real gateway's are. */
    private String number() {
        return "SB" + day + "." + numbers.incrementAndGet();
    }

    private URI home() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
