package vn.motcua.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.messaging.Connections;
import vn.motcua.messaging.MailServer;
import vn.motcua.messaging.Receipts;
import vn.motcua.messaging.SmsGateway;
import vn.motcua.shared.Outgoing;

/** The sandbox's mail server and gateway as Motcua is told of them, where the configuration names no others. */
@Component
@Profile("demo")
public class SandboxPost implements Connections {

    /** Where the gateway takes messages. */
    public static final String SMS = "/sandbox/sms";

    private static final String NAME = "sandbox";
    /** A number that the gateway does not know. */
    private static final String UNKNOWN = "0900000000";

    private static final Logger LOG = LoggerFactory.getLogger(SandboxPost.class);

    private final MailCatcher catcher;
    private final Caught caught;
    private final Environment environment;
    private final Clock clock;
    private final String key;

    SandboxPost(MailCatcher catcher, Caught caught, Environment environment, Clock clock) {
        this.catcher = catcher;
        this.caught = caught;
        this.environment = environment;
        this.clock = clock;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = HexFormat.of().formatHex(bytes);
    }

    @Override
    public List<MailServer> mail() {
        return List.of(new MailServer(
                NAME,
                "localhost",
                catcher.port(),
                MailServer.Security.NONE,
                "",
                "",
                Optional.empty(),
                "mot-cua@sandbox.invalid",
                Optional.of(new MailServer.Mailbox("", 0, MailServer.Security.NONE, ""))));
    }

    @Override
    public List<SmsGateway> sms() {
        return List.of(new SmsGateway(NAME, home().resolve(SMS), key, key, Set.of()));
    }

    /** How the gateway answers a message. */
    public enum Answer {
        TAKEN,
        NO_SUCH_NUMBER,
        WRONG_KEY
    }

    /** Takes a message and says a moment later that it arrived. */
    public Answer take(String authorization, String reference, String to, String text) {
        if (!authorization.equals("Bearer " + key)) {
            return Answer.WRONG_KEY;
        }
        if (to.equals(UNKNOWN)) {
            return Answer.NO_SUCH_NUMBER;
        }
        caught.take("sms", reference, "", to, "", text, "", "delivered", clock.instant());
        Thread.startVirtualThread(() -> receipt(new Receipts.Receipt(NAME, reference, "delivered", "")));
        return Answer.TAKEN;
    }

    private void receipt(Receipts.Receipt it) {
        var home = home();
        try {
            Outgoing.to(Set.of(Outgoing.place(home)), Duration.ofSeconds(5), 10_000)
                    .post(
                            home.resolve("/messages/receipts"),
                            "gateway=" + it.gateway() + "&reference="
                                    + URLEncoder.encode(it.reference(), StandardCharsets.UTF_8) + "&state="
                                    + it.state(),
                            "X-Signature",
                            Receipts.signature(key, it));
        } catch (Outgoing.Unreachable e) {
            LOG.warn("nobody took the receipt: {}", e.getMessage());
        }
    }

    private URI home() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }
}
