package vn.motcua.audit;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is sealed.
 *
 * @param every how often what is new is sealed ({@code motcua.evidence.every}); this long a line can still be changed
 *     without a trace by who rules the database
 * @param key PEM file with the key that signs the days, PKCS #8, elliptic curve; made in the data folder when empty
 * @param certificate PEM file with its certificate
 * @param timeStampAuthority address of an authority that stamps by RFC 3161, empty for none
 */
@ConfigurationProperties("motcua.evidence")
record EvidenceSettings(
        @DefaultValue("1m") Duration every,
        Optional<String> key,
        Optional<String> certificate,
        Optional<String> timeStampAuthority) {}
