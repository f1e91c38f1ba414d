package vn.motcua.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.motcua.shared.Messages;

/** Who carries messages: what the configuration names, and where it names nobody of a channel, who else is known. */
@Component
class Carriers {

    private final SingletonSupplier<List<Carrier>> all;
    private final SingletonSupplier<List<MailServer>> servers;
    private final SingletonSupplier<List<SmsGateway>> gateways;

    Carriers(MessagingSettings settings, List<Connections> others, Messages messages, Clock clock) {
        this.servers = SingletonSupplier.of(() -> orElse(settings.servers(), others, Connections::mail));
        this.gateways = SingletonSupplier.of(() -> orElse(settings.gateways(), others, Connections::sms));
        this.all = SingletonSupplier.of(() -> Stream.concat(
                        servers.obtain().stream().<Carrier>map(it -> new SmtpCarrier(it, messages, clock)),
                        gateways.obtain().stream().map(SmsCarrier::new))
                .toList());
    }

    /** Those of a channel, the preferred one first. */
    List<Carrier> of(Channel channel) {
        return all.obtain().stream().filter(it -> it.channel() == channel).toList();
    }

    /** Who takes our mail. */
    List<MailServer> servers() {
        return servers.obtain();
    }

    /** With what a gateway signs its receipts; empty when there is no such gateway or it sends none. */
    Optional<String> receiptSecret(String gateway) {
        return gateways.obtain().stream()
                .filter(it -> it.name().equals(gateway))
                .map(SmsGateway::receiptSecret)
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    private static <T> List<T> orElse(
            List<T> configured, List<Connections> others, Function<Connections, List<T>> sort) {
        return configured.isEmpty()
                ? others.stream().flatMap(it -> sort.apply(it).stream()).toList()
                : configured;
    }
}
