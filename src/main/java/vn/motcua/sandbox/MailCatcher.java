package vn.motcua.sandbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.messaging.Receipts;

/**
 * A mail server on this machine that takes everything and brings it nowhere. Speaks as much SMTP (RFC 5321) as a sender
 * needs: EHLO, MAIL, RCPT, DATA, RSET, NOOP, QUIT; and gives receipts (RFC 3461): whatever begins with {@value #NOBODY} does not
 * arrive, all else does.
 */
@Component
@Profile("demo")
class MailCatcher implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailCatcher.class);
    private static final int LONGEST = 2_000_000;
    private static final int PATIENCE_MILLIS = 30_000;

    private static final String NOBODY = "khong-co";
    private static final Pattern NUMBER = Pattern.compile("(?i) ENVID=(\\S+)");
    private static final Pattern RECIPIENT = Pattern.compile("(?i)TO:\\s*<([^>]*)>(.*)");

    private final ServerSocket door;
    private final Caught caught;
    private final ObjectProvider<Receipts> receipts;
    private final Clock clock;

    MailCatcher(Caught caught, ObjectProvider<Receipts> receipts, Clock clock) {
        this.caught = caught;
        this.receipts = receipts;
        this.clock = clock;
        try {
            this.door = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("sandbox-mail").start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void destroy() throws IOException {
        door.close();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                guest.setSoTimeout(PATIENCE_MILLIS);
                Thread.startVirtualThread(() -> talk(guest));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.warn("the sandbox's mail server: {}", e.getMessage());
                }
            }
        }
    }

    private void talk(Socket guest) {
        try (guest;
                var in = new BufferedReader(
                        new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(guest, "220 sandbox");
            var number = "";
            var to = "";
            var wanted = false;
            var line = in.readLine();
            while (line != null) {
                var word = line.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (word) {
                    case "EHLO" -> say(guest, "250-sandbox\r\n250 DSN");
                    case "HELO" -> say(guest, "250 sandbox");
                    case "MAIL" -> {
                        var found = NUMBER.matcher(line);
                        number = found.find() ? found.group(1) : "";
                        say(guest, "250 fine");
                    }
                    case "RCPT" -> {
                        var found = RECIPIENT.matcher(line);
                        to = found.find() ? found.group(1) : "";
                        wanted = !to.isEmpty()
                                && found.group(2).toUpperCase(Locale.ROOT).contains("SUCCESS");
                        say(guest, "250 fine");
                    }
                    case "DATA" -> {
                        say(guest, "354 go on");
                        take(data(in), wanted ? arrives(to) ? "delivered" : "failed" : "");
                        say(guest, "250 taken");
                        if (wanted) {
                            receipts.getObject().take(receipt(number, to));
                        }
                    }
                    case "QUIT" -> {
                        say(guest, "221 goodbye");
                        return;
                    }
                    case "RSET", "NOOP" -> say(guest, "250 fine");
                    default -> say(guest, "502 not spoken here");
                }
                line = in.readLine();
            }
        } catch (IOException | MessagingException e) {
            LOG.warn("the sandbox's mail server broke off: {}", e.getMessage());
        }
    }

    private static void say(Socket guest, String words) throws IOException {
        guest.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String data(BufferedReader in) throws IOException {
        var data = new StringBuilder();
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (data.length() > LONGEST) {
                throw new IOException("a message longer than " + LONGEST);
            }
            data.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
            line = in.readLine();
        }
        return data.toString();
    }

    private static boolean arrives(String to) {
        return !to.startsWith(NOBODY);
    }

    /** A report as RFC 3464 has it. */
    private static MimeMessage receipt(String number, String to) throws MessagingException {
        return message(
                """
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=part

                --part
                Content-Type: text/plain

                The sandbox brings nothing anywhere.
                --part
                Content-Type: message/delivery-status

                Reporting-MTA: dns; sandbox
                Original-Envelope-Id: %s

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s

                --part--
                """.formatted(number, to, arrives(to) ? "delivered" : "failed", arrives(to) ? "2.0.0" : "5.1.1"));
    }

    private static MimeMessage message(String data) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(data.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void take(String data, String receipt) throws MessagingException, IOException {
        var message = message(data);
        caught.take(
                "mail",
                String.valueOf(message.getMessageID()),
                sender(message),
                InternetAddress.toString(message.getRecipients(Message.RecipientType.TO)),
                String.valueOf(message.getSubject()),
                part(message.getContent(), "text/plain"),
                part(message.getContent(), "text/html"),
                receipt,
                clock.instant());
    }

    private static String sender(MimeMessage message) throws MessagingException {
        var from = (InternetAddress) message.getFrom()[0];
        return from.getPersonal() == null ? from.getAddress() : from.getPersonal() + " <" + from.getAddress() + ">";
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return String.valueOf(part.getContent()).replace("\r\n", "\n");
                }
            }
            return "";
        }
        return type.equals("text/plain") ? String.valueOf(content).replace("\r\n", "\n") : "";
    }
}
