package vn.motcua.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.signature.SignerAway.Why;

/**
 * Signs with keys on a token or in a hardware module, through the Java platform's own PKCS #11. What fails is tried once more on
 * a token that is opened anew, because one that was unplugged in between works only then. A PIN that the token refused is not
 * sent again until another one is written, because a few wrong ones lock a token.
 */
final class TokenSigner implements Signer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenSigner.class);

    private final Path library;
    private final int slotIndex;
    private final Path pinFile;
    private final Function<Signatory, Optional<SigningKey>> keys;
    private @Nullable Open open;
    private @Nullable String wrongPin;

    TokenSigner(Path library, int slotIndex, Path pinFile, Function<Signatory, Optional<SigningKey>> keys) {
        this.library = library;
        this.slotIndex = slotIndex;
        this.pinFile = pinFile;
        this.keys = keys;
    }

    private record Open(AuthProvider provider, KeyStore store) {}

    /** What is done with an open token. */
    private interface Work<T> {
        T with(Open token, String label) throws GeneralSecurityException, SignerAway;
    }

    @Override
    public List<X509Certificate> certificates(Signatory who) throws SignerAway {
        return twice(who, (token, label) -> chain(token, label, who));
    }

    @Override
    public byte[] sign(Signatory who, byte[] content) throws SignerAway {
        return twice(who, (token, label) -> {
            var own = chain(token, label, who).getFirst();
            if (!(token.store().getKey(label, null) instanceof PrivateKey key)) {
                throw new SignerAway(Why.NO_KEY, who, "the token has no private key with the label " + label);
            }
            var algorithm = own.getPublicKey().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            var signing = Signature.getInstance(algorithm, token.provider());
            signing.initSign(key);
            signing.update(content);
            return signing.sign();
        });
    }

    private synchronized <T> T twice(Signatory who, Work<T> work) throws SignerAway {
        var label = keys.apply(who)
                .orElseThrow(() -> new SignerAway(Why.NO_KEY, who, "nobody said which key is theirs"))
                .name();
        try {
            return work.with(opened(who), label);
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException e) {
            LOG.info("the token is opened anew: {}", e.toString());
            close();
        } catch (SignerAway away) {
            if (away.why() != Why.NO_KEY || open == null) {
                throw away;
            }
            close();
        }
        try {
            return work.with(opened(who), label);
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException e) {
            close();
            var gone = new SignerAway(Why.TOKEN_GONE, who, "the token does not sign: " + e);
            gone.initCause(e);
            throw gone;
        }
    }

    private Open opened(Signatory who) throws SignerAway, GeneralSecurityException {
        var known = open;
        if (known != null) {
            return known;
        }
        var pin = pin(who);
        if (pin.equals(wrongPin)) {
            throw new SignerAway(Why.PIN_REFUSED, who, "the token's PIN was refused before and is not sent again");
        }
        var provider = (AuthProvider) Security.getProvider("SunPKCS11")
                .configure("--name=motcua\nlibrary=\"" + library + "\"\nslotListIndex=" + slotIndex + "\n");
        try {
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.toCharArray());
            wrongPin = null;
            known = new Open(provider, store);
            open = known;
            return known;
        } catch (IOException e) {
            throw refused(who, pin, e);
        }
    }

    private SignerAway refused(Signatory who, String pin, IOException why) {
        var causes = Stream.iterate((Throwable) why, it -> it != null, Throwable::getCause)
                .toList();
        var said = causes.getLast().toString();
        SignerAway away;
        if (causes.stream().anyMatch(FailedLoginException.class::isInstance)) {
            wrongPin = pin;
            away = new SignerAway(Why.PIN_REFUSED, who, "the token refuses the PIN: " + said);
        } else if (said.contains("CKR_PIN_LOCKED")) {
            away = new SignerAway(Why.KEY_NOT_USABLE, who, "the token is locked: " + said);
        } else {
            away = new SignerAway(Why.TOKEN_GONE, who, "the token cannot be opened: " + said);
        }
        away.initCause(why);
        return away;
    }

    private static List<X509Certificate> chain(Open token, String label, Signatory who)
            throws GeneralSecurityException, SignerAway {
        var chain = token.store().getCertificateChain(label);
        if (chain == null || chain.length == 0) {
            throw new SignerAway(Why.NO_KEY, who, "the token has no certificate with the label " + label);
        }
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    private String pin(Signatory who) throws SignerAway {
        try {
            return Files.readString(pinFile).strip();
        } catch (IOException e) {
            var away = new SignerAway(Why.PIN_REFUSED, who, "cannot read " + pinFile);
            away.initCause(e);
            throw away;
        }
    }

    /** Logs out, so that nobody else in this process signs without the PIN. */
    @Override
    public synchronized void close() {
        var known = open;
        open = null;
        if (known != null) {
            try {
                known.provider().logout();
            } catch (LoginException | ProviderException e) {
                LOG.info("the token was gone before it was closed: {}", e.toString());
            }
        }
    }
}
