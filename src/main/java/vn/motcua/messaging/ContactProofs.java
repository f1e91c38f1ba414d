package vn.motcua.messaging;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Trail;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.VietnamTime;

/** Proving that an address is one's own: a link in a mail, a code in a short message. Nothing is written to it before. */
@Service
public class ContactProofs {

    private static final int CODES = 1_000_000;

    private final JdbcClient db;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    ContactProofs(
            JdbcClient db,
            Contacts contacts,
            Deliveries deliveries,
            Messages messages,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Row(String address, String digest, ProofRule.Last last) {}

    /** The address that waits for its proof, masked; empty when none does. */
    public Optional<String> waiting(SignedIn who, Channel channel) {
        return in(
                who,
                () -> row(who, channel)
                        .filter(it -> ProofRule.holds(channel, it.last(), clock.instant()))
                        .map(it -> Addresses.masked(channel, it.address())));
    }

    /** Sends a link or a code to the address. */
    public void send(SignedIn who, Channel channel, String typed, Language language) {
        if (!deliveries.possible(channel)) {
            throw new Refused(ContactRefusal.CHANNEL_NOT_HERE);
        }
        var address = Addresses.normal(channel, typed)
                .orElseThrow(() -> new Refused(
                        switch (channel) {
                            case EMAIL -> ContactRefusal.NOT_A_MAIL_ADDRESS;
                            case SMS -> ContactRefusal.NOT_A_MOBILE_NUMBER;
                        }));
        in(who, () -> {
            var now = clock.instant();
            int number = ProofRule.next(row(who, channel).map(Row::last), now);
            var secret = secret(channel);
            write(who, channel, address, secret, now, number);
            trail.leave(Contacts.look(who, "contact-proof-asked"));
            return deliveries.queue(new Letter(
                    "proof " + Ids.next(),
                    channel,
                    address,
                    language,
                    messages.say(language, "messaging.us"),
                    messages.say(language, "messaging.proof.title"),
                    messages.say(language, "messaging.proof." + channel, secret),
                    channel == Channel.EMAIL ? "/messages/settings/confirm?code=" + secret : "",
                    true));
        });
    }

    /** The address is theirs, when this is what was sent there. */
    public void prove(SignedIn who, Channel channel, String secret) {
        var proved = in(who, () -> {
            var found = row(who, channel).filter(it -> ProofRule.holds(channel, it.last(), clock.instant()));
            var given = digest(who, secret.strip());
            var right = found.filter(it -> MessageDigest.isEqual(HexFormat.of().parseHex(it.digest()), given));
            if (found.isPresent() && right.isEmpty()) {
                tried(who, channel);
            }
            right.ifPresent(_ -> used(who, channel));
            return right.map(Row::address);
        });
        contacts.confirmed(who, channel, proved.orElseThrow(() -> new Refused(ContactRefusal.CONFIRMATION_WRONG)));
    }

    private String secret(Channel channel) {
        return switch (channel) {
            case EMAIL -> {
                var bytes = new byte[24];
                random.nextBytes(bytes);
                yield HexFormat.of().formatHex(bytes);
            }
            case SMS -> String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        };
    }

    private Optional<Row> row(SignedIn who, Channel channel) {
        return db.sql("""
                        select address, digest, sent_at, tries, sent_on, sent from contact_proof
                        where tenant_id = :tenant and account = :account and channel = :channel
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("channel", channel.name())
                .query((row, _) -> read(row))
                .optional();
    }

    private void write(SignedIn who, Channel channel, String address, String secret, Instant now, int number) {
        db.sql("""
                        insert into contact_proof (tenant_id, account, channel, address, digest, sent_at, tries, sent_on, sent)
                        values (:tenant, :account, :channel, :address, :digest, :now, 0, :today, :number)
                        on conflict (tenant_id, account, channel) do update set address = excluded.address,
                            digest = excluded.digest, sent_at = excluded.sent_at, tries = 0,
                            sent_on = excluded.sent_on, sent = excluded.sent
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("channel", channel.name())
                .param("address", address)
                .param("digest", digest(who, secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", VietnamTime.dayOf(now))
                .param("number", number)
                .update();
    }

    private void tried(SignedIn who, Channel channel) {
        db.sql("""
                        update contact_proof set tries = tries + 1
                        where tenant_id = :tenant and account = :account and channel = :channel
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("channel", channel.name())
                .update();
    }

    /** Used is used; how many were sent today is remembered. */
    private void used(SignedIn who, Channel channel) {
        db.sql("""
                        update contact_proof set tries = :most, address = ''
                        where tenant_id = :tenant and account = :account and channel = :channel
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("channel", channel.name())
                .param("most", ProofRule.MOST_TRIES)
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("address"),
                HexFormat.of().formatHex(row.getBytes("digest")),
                new ProofRule.Last(
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getObject("sent_on", LocalDate.class),
                        row.getInt("sent"),
                        row.getInt("tries")));
    }

    private static byte[] digest(SignedIn who, String secret) {
        return Sha256.of(who.account() + " " + secret);
    }

    private <T> T in(SignedIn who, Supplier<T> work) {
        return who.scope().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
