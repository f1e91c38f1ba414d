package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.form.Words;
import vn.motcua.shared.Language;

/**
 * A document that the applicant must bring (thành phần hồ sơ).
 *
 * @param id unique within the procedure, e.g. {@code giay-chung-sinh}
 * @param name what it is
 * @param required CEL over the answers and facts that says whether it is demanded; {@code true} for always
 * @param when the same in words, empty when it is demanded from everybody
 * @param originals how many originals
 * @param copies how many copies
 * @param presentOnly whether it is only shown, not handed in
 * @param eForm whether it is the declaration that the e-form makes, so that nobody uploads it
 * @param replacedBy national databases that make it unnecessary once they give the data; empty when none does
 * @param nationalCode the national code of the paper; may be empty
 * @param fromVault codes of the results by which it is answered when one lies in the applicant's vault
 * @param notFromVault why it is asked for although the vault may hold it; empty where it is taken from there
 */
public record RequiredDocument(
        String id,
        Words name,
        String required,
        Optional<Words> when,
        int originals,
        int copies,
        boolean presentOnly,
        boolean eForm,
        List<String> replacedBy,
        String nationalCode,
        List<String> fromVault,
        Optional<Words> notFromVault) {

    /** Keeps its own copies. */
    public RequiredDocument {
        replacedBy = List.copyOf(replacedBy);
        fromVault = List.copyOf(fromVault);
    }

    /** Whether it is demanded from everybody. */
    public boolean always() {
        return required.equals("true");
    }

    /** What it is, in that language. */
    public String name(Language language) {
        return name.in(language);
    }

    /** The kinds of what it may be answered with from a vault; none where it is asked for all the same. */
    public List<String> vaultKinds(String procedure) {
        return eForm || notFromVault.isPresent() ? List.of() : kinds(procedure);
    }

    /** The kinds of a paper that answers it: results, the paper's national code, and the document itself. */
    public List<String> kinds(String procedure) {
        return Stream.of(fromVault.stream(), Stream.of(nationalCode), Stream.of(procedure + "/" + id))
                .flatMap(it -> it)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
