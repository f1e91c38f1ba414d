package vn.motcua.messaging;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that takes our mail, over SMTP (RFC 5321).
 *
 * @param name by which configuration and log know it
 * @param security how the line is kept private
 * @param user empty where the server asks for none
 * @param authority a file with the certificate (PEM) that vouches for the server's; empty for those that Java trusts
 * @param from the address that mail comes from
 * @param receipts where receipts come back; empty where nobody reads them, then none is asked for
 */
public record MailServer(
        String name,
        String host,
        int port,
        Security security,
        String user,
        String password,
        Optional<Path> authority,
        String from,
        Optional<Mailbox> receipts) {

    /**
     * A mailbox that is read over IMAP, with the user and the password of the server. One without a host is read by nobody:
     * who gives us the receipts hands them over.
     */
    public record Mailbox(String host, int port, Security security, String folder) {

        /** Whether we have to look into it. */
        boolean read() {
            return !host.isEmpty();
        }
    }

    /** How the line is kept private. */
    public enum Security {
        /** From the first byte (port 465). */
        TLS,
        /** After the greeting (port 587), and not at all without it. */
        STARTTLS,
        /** Not; only for a server on the same machine. */
        NONE
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return name + " at " + host + ":" + port;
    }
}
