package vn.motcua.messaging;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.messaging.MailServer.Security;
import vn.motcua.shared.Outgoing;

/**
 * How messages leave the house ({@code motcua.messages.*}); see {@code docs/operating/messages.md}.
 *
 * @param mail servers by their names, tried in the order of these
 * @param sms gateways by their names, tried in the order of these
 * @param insideHosts hosts of gateways that may lie in a private network
 * @param quietFrom from when telephones are left alone, time of Vietnam
 * @param quietUntil until when
 * @param quietChannels which channels wait through these hours
 * @param slow an answer that takes longer counts against its carrier
 * @param giveUpAfter how long a message is tried
 * @param keep how long what was sent is kept
 */
@ConfigurationProperties("motcua.messages")
record MessagingSettings(
        @DefaultValue Map<String, Server> mail,
        @DefaultValue Map<String, Gateway> sms,
        @DefaultValue Set<String> insideHosts,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("07:00") LocalTime quietUntil,
        @DefaultValue("SMS") Set<Channel> quietChannels,
        @DefaultValue("10s") Duration slow,
        @DefaultValue("2d") Duration giveUpAfter,
        @DefaultValue("90d") Duration keep) {

    /** Refuses what can only be a mistake, when the program starts. */
    MessagingSettings {
        mail = new TreeMap<>(mail);
        sms = new TreeMap<>(sms);
        mail.forEach(MessagingSettings::check);
        sms.values().forEach(it -> Outgoing.place(it.address()));
        if (!giveUpAfter.isPositive() || !slow.isPositive() || keep.toDays() < 1) {
            throw new IllegalArgumentException("motcua.messages: times must be positive, keep at least a day");
        }
    }

    /**
     * A server for mail.
     *
     * @param password better in a file
     * @param passwordFile a file with nothing else in it
     * @param authority a file with the certificate that vouches for the server's
     * @param receipts the mailbox of {@code from}, where receipts come back
     */
    record Server(
            String host,
            @DefaultValue("587") int port,
            @DefaultValue("STARTTLS") Security security,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @Nullable Path passwordFile,
            @Nullable Path authority,
            String from,
            @Nullable Mailbox receipts) {}

    /** A mailbox read over IMAP, with the server's user and password. */
    record Mailbox(
            String host,
            @DefaultValue("993") int port,
            @DefaultValue("TLS") Security security,
            @DefaultValue("INBOX") String folder) {

        MailServer.Mailbox known() {
            return new MailServer.Mailbox(host, port, security, folder);
        }
    }

    /**
     * A gateway for short messages.
     *
     * @param key better in a file
     * @param keyFile a file with nothing else in it
     * @param receiptSecret better in a file
     * @param receiptSecretFile a file with nothing else in it
     */
    record Gateway(
            URI address,
            @DefaultValue("") String key,
            @Nullable Path keyFile,
            @DefaultValue("") String receiptSecret,
            @Nullable Path receiptSecretFile) {}

    List<MailServer> servers() {
        return mail.entrySet().stream()
                .map(it -> new MailServer(
                        it.getKey(),
                        it.getValue().host(),
                        it.getValue().port(),
                        it.getValue().security(),
                        it.getValue().user(),
                        secret(it.getValue().password(), it.getValue().passwordFile()),
                        Optional.ofNullable(it.getValue().authority()),
                        it.getValue().from(),
                        Optional.ofNullable(it.getValue().receipts()).map(Mailbox::known)))
                .toList();
    }

    List<SmsGateway> gateways() {
        return sms.entrySet().stream()
                .map(it -> new SmsGateway(
                        it.getKey(),
                        it.getValue().address(),
                        secret(it.getValue().key(), it.getValue().keyFile()),
                        secret(it.getValue().receiptSecret(), it.getValue().receiptSecretFile()),
                        insideHosts))
                .toList();
    }

    QuietHours quietHours() {
        return new QuietHours(quietFrom, quietUntil);
    }

    private static String secret(String given, @Nullable Path file) {
        if (file == null) {
            return given;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    private static void check(String name, Server it) {
        var here = here(it.host());
        var box = it.receipts();
        if (box != null && box.security() == Security.NONE && !here(box.host())) {
            throw new IllegalArgumentException(
                    "motcua.messages.mail." + name + ".receipts: security NONE only for a mailbox on this machine");
        }
        if (it.security() == Security.NONE && !here) {
            throw new IllegalArgumentException(
                    "motcua.messages.mail." + name + ": security NONE only for a server on this machine");
        }
        if (box != null && it.user().isEmpty()) {
            throw new IllegalArgumentException("motcua.messages.mail." + name + ".receipts: the server needs a user");
        }
        if (it.security() == Security.NONE && !it.user().isEmpty()) {
            throw new IllegalArgumentException("motcua.messages.mail." + name + ": no password over an open line");
        }
        if (!Addresses.isMail(it.from())) {
            throw new IllegalArgumentException("motcua.messages.mail." + name + ".from is no address: " + it.from());
        }
    }

    private static boolean here(String host) {
        return Set.of("localhost", "127.0.0.1", "::1").contains(host);
    }
}
