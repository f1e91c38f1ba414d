package vn.motcua.messaging;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server (SubEtha) that asks for STARTTLS and a password, and knows no address that begins with "gone". */
final class MailHouse implements AutoCloseable {

    static final String USER = "motcua";
    static final String PASSWORD = "one password of a test";

    private final Path certificate;
    private final int port;
    private final SMTPServer server;
    private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    private volatile boolean busy;

    private MailHouse(Path folder) throws Exception {
        certificate = folder.resolve("mail.pem");
        var store = folder.resolve("mail.p12");
        keytool(
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "3650");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                store.toString(),
                "-alias",
                "mail",
                "-file",
                certificate.toString());
        port = freePort();
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .enableTLS()
                .requireTLS()
                .requireAuth()
                .startTlsSocketFactory(context(store))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, _) -> {
                    if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException("who are you");
                    }
                }))
                .messageHandlerFactory(_ -> new Desk())
                .build();
        server.start();
    }

    static MailHouse open(Path folder) throws Exception {
        return new MailHouse(folder);
    }

    /** A port where nobody listens. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    MessagingSettings.Server settings(String password) {
        return new MessagingSettings.Server(
                "localhost",
                port,
                MailServer.Security.STARTTLS,
                USER,
                password,
                null,
                certificate,
                "mot-cua@taVan.gov.vn",
                null);
    }

    MailServer known(MailServer.Security security, Optional<Path> authority) {
        return new MailServer(
                "house",
                "localhost",
                port,
                security,
                USER,
                PASSWORD,
                authority,
                "mot-cua@taVan.gov.vn",
                Optional.empty());
    }

    Path certificate() {
        return certificate;
    }

    List<MimeMessage> taken() {
        return taken;
    }

    void busy(boolean now) {
        busy = now;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "changeit", "-storetype", "PKCS12"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static SSLContext context(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var read = Files.newInputStream(store)) {
            keys.load(read, "changeit".toCharArray());
        }
        var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), null, null);
        return context;
    }

    private final class Desk implements MessageHandler {

        @Override
        public void from(String from) throws RejectException {
            if (busy) {
                throw new RejectException(421, "come back later");
            }
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("gone")) {
                throw new RejectException(550, "no such mailbox");
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            try {
                taken.add(new MimeMessage(Session.getInstance(new Properties()), data));
            } catch (jakarta.mail.MessagingException e) {
                throw new RejectException(451, String.valueOf(e.getMessage()));
            }
            return "taken";
        }

        @Override
        public void done() {}
    }
}
