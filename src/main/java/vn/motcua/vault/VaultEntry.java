package vn.motcua.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.form.Words;
import vn.motcua.shared.Language;

/**
 * One thing in a vault. What was entered is never changed; that it ended is said beside it.
 *
 * @param kinds the codes of what it is: of the result in the national list, or of the paper; a document that asks for one of them
 *     can be answered with it
 * @param name of what it is
 * @param issuer the agency that gave it, or that compared the copy with its original
 * @param number its own number; empty for a paper whose number nobody typed
 * @param issuedOn when it was given, or compared
 * @param validUntil the last day on which it holds; empty where it holds until further notice
 * @param signed whether the file carries digital signatures
 * @param code by which anybody can check a result of this program; empty for what has none
 * @param level how much its owner must have proved to get at it
 * @param source the dossier from which it came; empty for what another agency's system sent
 * @param filing the code under which its owner finds that dossier; empty where there is none
 * @param data what stands in it
 * @param copy the certified e-copy of a paper, once it is signed
 * @param ending how it ended, as far as it is written down here
 */
public record VaultEntry(
        UUID id,
        VaultOwner owner,
        Origin origin,
        List<String> kinds,
        Words name,
        String issuer,
        String number,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        FileId file,
        boolean signed,
        String code,
        int level,
        Optional<DossierRef> source,
        String filing,
        List<Datum> data,
        Instant landedAt,
        Optional<Copy> copy,
        Optional<Ending> ending) {

    /** Keeps its own copies. */
    public VaultEntry {
        kinds = List.copyOf(kinds);
        data = List.copyOf(data);
    }

    /** How it came. */
    public enum Origin {
        /** The result of a dossier of this program. */
        RESULT,
        /** A paper that an officer compared with its original. */
        COPY,
        /** A result that another agency's system sent. */
        ELSEWHERE
    }

    /**
     * A fact that stands in it.
     *
     * @param name of the question whose answer it is
     * @param label in Vietnamese
     * @param value as programs read it
     * @param words as people read it
     */
    public record Datum(String name, String label, Object value, String words) {}

    /** The scan of a paper with the officer's and the agency's word behind it that it matches the original, signed. */
    public record Copy(FileId file, String signer, String agency, Instant at) {}

    /** That it does not hold any more, since when and why. */
    public record Ending(How how, Instant at, String reason) {}

    /** How something ends. */
    public enum How {
        /** Another one took its place. */
        REPLACED,
        /** It was taken back. */
        REVOKED
    }

    /** Whether it holds on that day, as far as it is written down here. */
    public boolean holds(LocalDate day) {
        return ending.isEmpty() && !expired(day);
    }

    /** Whether its time is over. */
    public boolean expired(LocalDate day) {
        return validUntil.filter(day::isAfter).isPresent();
    }

    /** What its owner gets, and gives on: the certified e-copy where there is one. */
    public FileId given() {
        return copy.map(Copy::file).orElse(file);
    }

    /** What it is, in that language. */
    public String name(Language language) {
        return name.in(language);
    }

    /** What a filing writes down of where a paper came from. */
    public HeldPaper held() {
        return new HeldPaper(id, origin, name.vi(), issuer, number, issuedOn);
    }

    VaultEntry ended(Ending how) {
        return new VaultEntry(
                id,
                owner,
                origin,
                kinds,
                name,
                issuer,
                number,
                issuedOn,
                validUntil,
                file,
                signed,
                code,
                level,
                source,
                filing,
                data,
                landedAt,
                copy,
                Optional.of(how));
    }
}
