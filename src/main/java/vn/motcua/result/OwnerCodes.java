package vn.motcua.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;

/**
 * The codes with which owners of sensitive results let somebody see them on the public page: eight characters that can be read
 * aloud, good for a day, one at a time. Only a digest is kept.
 */
@Service
public class OwnerCodes {

    /** How long a code is good. */
    public static final Duration LASTS = Duration.ofHours(24);

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnerCodes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A code, as it is read out.
     *
     * @param until when it ends
     */
    public record OwnerCode(String value, Instant until) {}

    /** A new one for that result of the current tenant; the one before ends. */
    @Transactional
    public OwnerCode make(UUID result) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        var until = clock.instant().plus(LASTS);
        db.sql("""
                        insert into result_owner_code (tenant_id, result, digest, until)
                        values (:tenant, :result, :digest, :until)
                        on conflict (tenant_id, result) do update set digest = excluded.digest, until = excluded.until
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("result", result)
                .param("digest", digest(result, code.toString()))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        return new OwnerCode(code.insert(LENGTH / 2, '-').toString(), until);
    }

    /** Whether that is the code of that result now, as somebody typed it. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean opens(UUID result, String typed) {
        var plain = typed.replaceAll("[\\s.\\-–]+", "").toUpperCase(Locale.ROOT);
        return db.sql("""
                        select digest from result_owner_code
                        where tenant_id = :tenant and result = :result and until > :now
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("result", result)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional()
                .filter(it -> MessageDigest.isEqual(it, digest(result, plain)))
                .isPresent();
    }

    private static byte[] digest(UUID result, String code) {
        return ResultCode.digest((result + " " + code).getBytes(StandardCharsets.UTF_8));
    }
}
