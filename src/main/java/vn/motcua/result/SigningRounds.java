package vn.motcua.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.document.FileKind;
import vn.motcua.document.FileStore;
import vn.motcua.document.FileSweep;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SignerAway;

/**
 * Signs what a leader gave the word for, and issues it. No transaction is open while the signing service works: a result is
 * leased, signed, recorded, issued, and after a stop it goes on from the last of these that was written. What was recorded as
 * signed is never signed again; a stop between signing and recording makes it sign the same bytes of the same moment. Whatever is wrong
 * with one holds up no other.
 */
@Component
public class SigningRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SigningRounds.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 100;

    private final ResultStore store;
    private final PdfSigning signing;
    private final StoredFiles files;
    private final FileStore contents;
    private final FileSweep sweep;
    private final SpecialistDesk specialist;
    private final Accounts accounts;
    private final Units units;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SigningRounds(
            ResultStore store,
            PdfSigning signing,
            StoredFiles files,
            FileStore contents,
            FileSweep sweep,
            SpecialistDesk specialist,
            Accounts accounts,
            Units units,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.signing = signing;
        this.files = files;
        this.contents = contents;
        this.sweep = sweep;
        this.specialist = specialist;
        this.accounts = accounts;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round over all tenants. */
    @Scheduled(initialDelayString = "${motcua.signing.after:10s}", fixedDelayString = "${motcua.signing.every:5s}")
    public void go() {
        if (possible()) {
            OneByOne.each("signing", units.tenants().stream().map(Tenant::id).toList(), this::go);
        }
    }

    private void go(TenantId tenant) {
        var due = in(tenant, () -> store.due(clock.instant(), AT_ONCE));
        while (!due.isEmpty()) {
            OneByOne.each("results to be signed", due, it -> goOn(tenant, it));
            due = due.size() < AT_ONCE
                    ? java.util.List.<UUID>of()
                    : in(tenant, () -> store.due(clock.instant(), AT_ONCE));
        }
    }

    boolean possible() {
        return signing.possible();
    }

    /** Takes one as far as it comes now; what nobody gave the word for, or somebody else has in hand, is left alone. */
    void goOn(TenantId tenant, UUID id) {
        var now = clock.instant();
        if (!possible() || !in(tenant, () -> store.lease(id, now, now.plus(LEASE)))) {
            return;
        }
        try {
            var leased = in(tenant, () -> store.find(id)).orElseThrow();
            if (leased.unsigned() && leased.turn().isPresent()) {
                turns(tenant, id);
            } else if (leased.unsigned()) {
                var signed = sign(tenant, leased.draft(), leased.signingAt().orElse(now));
                in(tenant, () -> {
                    if (store.signed(id, signed, clock.instant())) {
                        store.list(digest(signed), id);
                    }
                    return true;
                });
            }
            issue(tenant, id);
        } catch (Refused away) {
            LOG.warn("result {} is not signed yet: {}", id, away.getMessage());
            in(tenant, () -> {
                store.failed(id, messages.say(Language.VI, away), clock.instant());
                return true;
            });
        } catch (RuntimeException fault) {
            LOG.error("result {} could not be gone on with; the next round tries again", id, fault);
            in(tenant, () -> {
                store.failed(id, messages.say(Language.VI, "result.fault"), clock.instant());
                return true;
            });
        }
    }

    /** Signs in the turn of who gave the word, and after the leader the seal; each is recorded before the next. */
    private void turns(TenantId tenant, UUID id) {
        var result = in(tenant, () -> store.find(id)).orElseThrow();
        while (result.unsigned() && !result.awaitsWord()) {
            var turn = result.turn().orElseThrow();
            var draft = result.draft();
            var at = in(tenant, () -> store.turns().begun(id, turn.no(), clock.instant()));
            var name = turn.what() == Turn.What.LEADER
                    ? draft.leader().name()
                    : in(tenant, () -> store.turns().name(turn.officer()));
            var spot = spot(draft, turn, name, in(tenant, () -> store.turns().initialsBefore(id, turn.no())));
            var file = keep(
                    tenant,
                    draft,
                    () -> signing.signOne(content(turn.paper()), signatory(draft, turn, name), spot, at));
            in(tenant, () -> {
                var now = clock.instant();
                if (store.turns().signed(id, turn, file, now)
                        && turn.what() == Turn.What.SEAL
                        && store.signed(id, file, now)) {
                    store.list(digest(file), id);
                }
                return true;
            });
            if (turn.what() != Turn.What.LEADER) {
                return; // the word of who is next is leased by itself
            }
            result = in(tenant, () -> store.find(id)).orElseThrow();
        }
    }

    private static Signatory signatory(Draft draft, Turn turn, String name) {
        return turn.what() == Turn.What.SEAL
                ? Signatory.agency(draft.issuer().unit().value(), draft.issuer().name())
                : Signatory.person(
                        turn.officer().value(),
                        name,
                        turn.position(),
                        draft.issuer().name());
    }

    private static PdfSigning.Spot spot(Draft draft, Turn turn, String name, int initials) {
        return switch (turn.what()) {
            case INITIALS -> new PdfSigning.Spot.Initials(initials);
            case BESIDE, LEADER -> new PdfSigning.Spot.Above(name);
            case SEAL -> new PdfSigning.Spot.Sealing(draft.leader().name());
        };
    }

    /** The signed file of a draft, kept among the tenant's files; refuses while the signing service is away. */
    FileId sign(TenantId tenant, Draft draft, Instant at) {
        var leader = Signatory.person(
                draft.leader().officer().value(),
                draft.leader().name(),
                draft.leader().position(),
                draft.issuer().name());
        var agency =
                Signatory.agency(draft.issuer().unit().value(), draft.issuer().name());
        return keep(tenant, draft, () -> signing.sign(content(draft.file()), leader, agency, at));
    }

    private interface Signing {
        byte[] sign() throws SignerAway;
    }

    private FileId keep(TenantId tenant, Draft draft, Signing signs) {
        try {
            var signed = signs.sign();
            return in(
                    tenant,
                    () -> files.keep(new ByteArrayInputStream(signed), fileName(draft.number()), FileKind.PDF)
                            .id());
        } catch (SignerAway e) {
            LOG.warn("the signing service: {}", e.getMessage());
            throw (Refused) refused(e).initCause(e);
        }
    }

    private static Refused refused(SignerAway away) {
        return switch (away.why()) {
            case NO_ANSWER -> new Refused(ResultRefusal.SIGNER_AWAY);
            case NO_KEY -> new Refused(ResultRefusal.SIGNING_KEY_MISSING, away.whose());
            case KEY_NOT_USABLE -> new Refused(ResultRefusal.SIGNING_KEY_NOT_USABLE, away.whose());
            case PIN_REFUSED -> new Refused(ResultRefusal.SIGNING_PIN_REFUSED, away.whose());
            case NOT_LET_IN -> new Refused(ResultRefusal.SIGNER_REFUSES_US);
            case TOKEN_GONE -> new Refused(ResultRefusal.SIGNING_TOKEN_GONE);
        };
    }

    /** How a result is called as a file. */
    public static String fileName(String number) {
        return "ket-qua-" + number.replace('/', '-') + ".pdf";
    }

    byte[] digest(FileId file) {
        return HexFormat.of().parseHex(file.sha256());
    }

    /** In the clerk's name, who registered it; whoever may no longer, or a dossier that went another way, ends it. */
    void issue(TenantId tenant, UUID id) {
        var signed = in(tenant, () -> store.find(id)).orElseThrow();
        if (signed.state() != ResultState.SIGNED) {
            return;
        }
        var clerk = accounts.signedIn(new SessionAccount(tenant, signed.draft().clerk()))
                .filter(OfficerAt.class::isInstance)
                .map(OfficerAt.class::cast);
        if (clerk.isEmpty()) {
            revoke(tenant, id, messages.say(Language.VI, "result.clerk-gone"));
            return;
        }
        try {
            in(clerk.get().scope(), () -> {
                store.signedToIssue(id).ifPresent(it -> {
                    var now = clock.instant();
                    var paper = new ResultPaper(it.draft().number(), it.file().orElseThrow());
                    specialist.issueSigned(
                            it.draft().command(),
                            clerk.get(),
                            it.draft().dossier(),
                            it.draft().step(),
                            paper,
                            now);
                    store.issued(id, paper.file(), now);
                });
                return true;
            });
            var gone = new HashSet<>(in(tenant, () -> store.turns().between(id)));
            gone.add(signed.draft().file());
            sweep.release(tenant, gone);
        } catch (Refused refused) {
            if (refused.code() == DossierRefusal.CHANGED_BY_SOMEONE_ELSE) {
                throw refused;
            }
            revoke(tenant, id, messages.say(Language.VI, refused));
        }
    }

    private void revoke(TenantId tenant, UUID id, String why) {
        LOG.warn("result {} was signed and cannot be issued: {}", id, why);
        in(tenant, () -> {
            store.revoked(id, why, clock.instant());
            return true;
        });
    }

    private byte[] content(FileId file) {
        try (var content = contents.open(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return in(new Scope(tenant, Optional.empty()), work);
    }

    private <T> T in(Scope scope, Supplier<T> work) {
        return scope.call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
