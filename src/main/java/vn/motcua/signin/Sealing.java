package vn.motcua.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.database.DataFolder;

/**
 * Encrypts the secrets of second factors (AES-256-GCM), each bound to its account, with a key that never stands in the
 * database: from {@code MOTCUA_SIGN_IN_KEY} (32 bytes in Base64) or, without it, from {@code signin/key} in the data
 * folder, made the first time. Who has only the database, or only a copy of it, has no codes.
 */
@Component
class Sealing {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Sealing(@Value("${MOTCUA_SIGN_IN_KEY:}") String configured, DataFolder folder) {
        var bytes = Base64.getDecoder().decode(configured.isBlank() ? kept(folder) : configured.strip());
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("MOTCUA_SIGN_IN_KEY must be 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(byte[] secret, byte[] boundTo) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, boundTo);
        var all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    byte[] open(byte[] sealed, byte[] boundTo) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length),
                boundTo);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, byte[] boundTo) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of second factors does not fit what was sealed with it", e);
        }
    }

    private String kept(DataFolder folder) {
        var file = folder.folder("signin").resolve("key");
        try {
            if (Files.notExists(file)) {
                var fresh = new byte[KEY];
                random.nextBytes(fresh);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.WRITE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
