package vn.motcua.messaging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.shared.Outgoing;

/**
 * Short messages through one gateway: a form over HTTP with the message's own number, by which the gateway knows a
 * repetition. 200 is taken, 422 is no such number, all else is trouble of the gateway.
 */
final class SmsCarrier implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST_ANSWER = 10_000;
    private static final int NO_SUCH_NUMBER = 422;

    private final SmsGateway gateway;
    private final Outgoing outgoing;

    SmsCarrier(SmsGateway gateway) {
        this.gateway = gateway;
        this.outgoing = Outgoing.to(Set.of(Outgoing.place(gateway.address())), PATIENCE, LARGEST_ANSWER)
                .inside(gateway.insideHosts());
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public Outcome carry(Parcel parcel) {
        var form = new LinkedHashMap<String, String>();
        form.put("reference", parcel.reference());
        form.put("to", parcel.address());
        form.put("text", parcel.text().replace("\n\n", " "));
        try {
            var answer = outgoing.post(gateway.address(), encoded(form), "Authorization", "Bearer " + gateway.key());
            if (answer.ok()) {
                return new Outcome.Accepted(parcel.reference());
            }
            return answer.status() == NO_SUCH_NUMBER
                    ? new Outcome.NoSuchAddress("the gateway " + gateway.name() + " knows no such number")
                    : new Outcome.Unavailable(gateway.name() + " answered " + answer.status());
        } catch (Outgoing.Unreachable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
