package vn.motcua.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;

/**
 * Links by which owners show one thing of their vault to somebody who needs no account: a school, a bank. Each ends by itself,
 * may be taken back at once, and every look through it is written down for the owner.
 */
@Service
public class ShareDesk {

    /** For so many days a link may open. */
    public static final List<Integer> DAYS = List.of(1, 7, 30);

    /** How long the note on a link may be, in characters. */
    public static final int LONGEST_NOTE = 100;

    private static final int SHOWN_AT_MOST = 50;
    private static final int OPEN_AT_MOST = 20;
    private static final int SECRET_BYTES = 24;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final Shares shares;
    private final Vaults vaults;
    private final VaultDesk desk;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    ShareDesk(
            Shares shares,
            Vaults vaults,
            VaultDesk desk,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.shares = shares;
        this.vaults = vaults;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a link shows. */
    public record Shown(VaultShare share, VaultEntry entry) {}

    /** The links to something of theirs, the latest first. */
    public List<VaultShare> of(VaultEntry entry) {
        return nationally(() -> shares.of(entry.id(), SHOWN_AT_MOST));
    }

    /**
     * Makes a link. Its secret is given back here and kept nowhere; the same command again makes none.
     *
     * @return the secret; empty when that command made its link before
     */
    public Optional<String> share(SignedIn.Applicant who, String entry, UUID command, int days, String note) {
        var found = desk.open(who, entry);
        if (!DAYS.contains(days)) {
            throw new Refused(VaultRefusal.VAULT_LINK_DAYS);
        }
        var cleaned = Text.clean(note);
        if (cleaned.isEmpty()) {
            throw new Refused(VaultRefusal.VAULT_LINK_FOR_WHOM);
        }
        if (!desk.paid(found)) {
            throw new Refused(VaultRefusal.VAULT_ENTRY_NOT_PAID);
        }
        var now = clock.instant();
        var about = cleaned.substring(0, Math.min(cleaned.length(), LONGEST_NOTE));
        var secret = secret();
        var share = new VaultShare(command, found.id(), about, now.plus(Duration.ofDays(days)), Optional.empty());
        var made = nationally(() -> {
            if (shares.of(found.id(), SHOWN_AT_MOST).stream()
                            .filter(it -> it.opens(now) && !it.id().equals(command))
                            .count()
                    >= OPEN_AT_MOST) {
                throw new Refused(VaultRefusal.VAULT_TOO_MANY_LINKS, OPEN_AT_MOST);
            }
            var added = shares.add(share, Sha256.of(secret), now);
            if (added) {
                used(found, VaultUse.What.SHARED, who.actorName(), about);
                look(who, "vault-shared");
            }
            return added;
        });
        return made ? Optional.of(secret) : Optional.empty();
    }

    /** Takes a link back; from then on it opens nothing. */
    public void end(SignedIn.Applicant who, String entry, String id) {
        var found = desk.open(who, entry);
        var share = of(found).stream()
                .filter(it -> it.id().toString().equals(id))
                .findFirst()
                .orElseThrow(VaultDesk::notThere);
        nationally(() -> {
            if (shares.end(share.id(), clock.instant())) {
                used(found, VaultUse.What.UNSHARED, who.actorName(), share.note());
                look(who, "vault-unshared");
            }
            return true;
        });
    }

    /** What is behind a link, for whoever has it; that is written down. Refuses as not there what does not open any more. */
    public Shown see(String secret) {
        return behind(secret, VaultUse.What.SEEN);
    }

    /** The same for its file, which is given while the paper holds. */
    public Shown fetch(String secret) {
        return behind(secret, VaultUse.What.FETCHED);
    }

    private Shown behind(String secret, VaultUse.What what) {
        if (!SECRET.matcher(secret).matches()) {
            throw VaultDesk.notThere();
        }
        var share = nationally(() -> shares.find(Sha256.of(secret)))
                .filter(it -> it.opens(clock.instant()))
                .orElseThrow(VaultDesk::notThere);
        var entry = desk.asItIsNow(nationally(() -> vaults.find(share.entry())).orElseThrow(VaultDesk::notThere));
        if (what == VaultUse.What.FETCHED) {
            desk.mustHold(entry);
        }
        nationally(() -> {
            used(entry, what, "", share.note());
            return true;
        });
        return new Shown(share, entry);
    }

    private void used(VaultEntry entry, VaultUse.What what, String who, String about) {
        vaults.use(entry.id(), new VaultUse(what, clock.instant(), who, about, ""), Optional.empty());
    }

    private void look(SignedIn.Applicant who, String act) {
        trail.leave(new Look(
                who.actor().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.OWN,
                who.person().value(),
                act,
                Fields.of(Fields.PAPERS)));
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private <T> T nationally(Supplier<T> work) {
        return Scope.of(TenantId.NATIONAL).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
