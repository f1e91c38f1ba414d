package vn.motcua.messaging;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import vn.motcua.shared.Messages;

/** Mail through one server: text and a simple page, in the agency's name, marked as written by a program (RFC 3834). */
final class SmtpCarrier implements Carrier {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int PERMANENT = 500;

    private final MailServer server;
    private final Messages messages;
    private final Clock clock;
    private final Session session;

    SmtpCarrier(MailServer server, Messages messages, Clock clock) {
        this.server = server;
        this.messages = messages;
        this.clock = clock;
        this.session = Session.getInstance(properties("smtp", server, server.security()));
        if (server.receipts().isPresent()) {
            session.getProperties().setProperty("mail.smtp.dsn.notify", "SUCCESS,FAILURE");
            session.getProperties().setProperty("mail.smtp.dsn.ret", "HDRS");
        }
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Outcome carry(Parcel parcel) {
        try {
            var message = message(parcel);
            try (var transport = session.getTransport("smtp")) {
                transport.connect(
                        server.host(),
                        server.port(),
                        server.user().isEmpty() ? null : server.user(),
                        server.user().isEmpty() ? null : server.password());
                if (server.receipts().isPresent()
                        && transport instanceof SMTPTransport smtp
                        && smtp.supportsExtension("DSN")) {
                    message.setMailExtension("ENVID=" + parcel.reference());
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Outcome.Accepted(message.getMessageID());
        } catch (MessagingException e) {
            return refusedAddress(e)
                    .<Outcome>map(Outcome.NoSuchAddress::new)
                    .orElseGet(() -> new Outcome.Unavailable(server.name() + ": " + said(e)));
        }
    }

    private SMTPMessage message(Parcel parcel) throws MessagingException {
        var message = new Numbered(session, "<" + parcel.reference() + "@" + domain() + ">");
        message.setFrom(named(server.from(), parcel.sender()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.address(), true));
        message.setSubject(parcel.title(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", parcel.language().tag());
        var text = new MimeBodyPart();
        text.setText(parcel.text(), StandardCharsets.UTF_8.name(), "plain");
        var page = new MimeBodyPart();
        var linkWords = messages.say(parcel.language(), "messaging.link");
        page.setText(LetterHtml.of(parcel, linkWords), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, page));
        message.saveChanges();
        return message;
    }

    private String domain() {
        return server.from().substring(server.from().indexOf('@') + 1);
    }

    private static InternetAddress named(String address, String name) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why the server says that there is no such address; empty when it is something else that failed. */
    private static Optional<String> refusedAddress(MessagingException e) {
        for (Exception it = e; it instanceof MessagingException next; it = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT) {
                return Optional.of(String.valueOf(address.getMessage()).strip());
            }
        }
        return Optional.empty();
    }

    private static String said(MessagingException e) {
        var below = e.getNextException();
        return below == null ? e.toString() : e + "; " + below;
    }

    /** How we speak to a server in that protocol. */
    static Properties properties(String protocol, MailServer server, MailServer.Security security) {
        var all = new Properties();
        var mail = "mail." + protocol + ".";
        all.setProperty(mail + "connectiontimeout", String.valueOf(CONNECT.toMillis()));
        all.setProperty(mail + "timeout", String.valueOf(ANSWER.toMillis()));
        all.setProperty(mail + "writetimeout", String.valueOf(ANSWER.toMillis()));
        all.setProperty(
                "mail.smtp.localhost", server.from().substring(server.from().indexOf('@') + 1));
        all.setProperty("mail.smtp.from", server.from());
        all.setProperty("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
        all.setProperty(mail + "ssl.checkserveridentity", "true");
        all.setProperty(mail + "ssl.protocols", "TLSv1.2 TLSv1.3");
        switch (security) {
            case TLS -> all.setProperty(mail + "ssl.enable", "true");
            case STARTTLS -> {
                all.setProperty(mail + "starttls.enable", "true");
                all.setProperty(mail + "starttls.required", "true");
            }
            case NONE -> all.setProperty(mail + "starttls.enable", "false");
        }
        server.authority().ifPresent(it -> all.put(mail + "ssl.socketFactory", trusting(it)));
        return all;
    }

    private static SSLSocketFactory trusting(Path file) {
        try (var read = Files.newInputStream(file)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(read));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot trust " + file, e);
        }
    }

    /** A message that keeps its number through all attempts. */
    private static final class Numbered extends SMTPMessage {

        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
