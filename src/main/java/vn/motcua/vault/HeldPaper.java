package vn.motcua.vault;

import java.time.LocalDate;
import java.util.UUID;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.VietnamTime;

/**
 * Where a paper came from that was taken from the vault, as it was when it was taken.
 *
 * @param entry in the vault
 * @param name of what it is, in Vietnamese
 * @param number its own; may be empty
 * @param on when it was given, or compared with its original
 */
public record HeldPaper(UUID entry, VaultEntry.Origin origin, String name, String issuer, String number, LocalDate on) {

    /** The same in a sentence. */
    public Phrase sentence() {
        var day = VietnamTime.day(on);
        if (origin == VaultEntry.Origin.COPY) {
            return Phrase.of("vault.held.copy", name, day, issuer);
        }
        return number.isEmpty()
                ? Phrase.of("vault.held.unnumbered", name, day, issuer)
                : Phrase.of("vault.held", name, number, day, issuer);
    }
}
