package vn.motcua.signature;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How papers are signed. Besides, {@code motcua.signature.time-stamp-authority} is the address of an authority that stamps by
 * RFC 3161; that of the sealed log where it is not set.
 *
 * @param trust folder with the certificates that are believed (PEM) and revocation lists (CRL); in the data folder when empty
 * @param images folder with images of signatures and seals, {@code <id>.png}; in the data folder when empty
 * @param largestList how large a revocation list may be to be carried in every paper
 * @param sealMillimetres how wide an agency's seal is drawn: its real size
 */
@ConfigurationProperties("motcua.signature")
public record SignatureSettings(
        Optional<String> trust,
        Optional<String> images,
        @DefaultValue("256KB") DataSize largestList,
        @DefaultValue("34") int sealMillimetres) {

    /** Refuses a size that is surely a mistake. */
    public SignatureSettings {
        if (sealMillimetres < 10 || sealMillimetres > 60) {
            throw new IllegalArgumentException(
                    "motcua.signature.seal-millimetres must lie between 10 and 60: " + sealMillimetres);
        }
    }
}
