package vn.motcua.consultation;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.TenantId;

/**
 * The secret part of an expert's link: the tenant's number, and 256 random bits of which only the hash is kept. Whoever
 * has the link is the expert.
 */
record ExpertLink(TenantId tenant, String secret) {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})-([A-Za-z0-9_-]{43})");

    /** A new one that nobody has. */
    static ExpertLink random(TenantId tenant, RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ExpertLink(tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads the last part of an address; empty when it has not the shape. */
    static Optional<ExpertLink> of(String word) {
        var found = SHAPE.matcher(word);
        return found.matches()
                ? Optional.of(new ExpertLink(new TenantId(Integer.parseInt(found.group(1))), found.group(2)))
                : Optional.empty();
    }

    /** The address of the page. */
    String path() {
        return "/opinion/" + tenant + "-" + secret;
    }

    /** What is kept of it. */
    byte[] hash() {
        return Sha256.of(secret);
    }
}
