package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
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
        String nationalCode) {

    /** Whether it is demanded from everybody. */
    public boolean always() {
        return required.equals("true");
    }

    /** What it is, in that language. */
    public String name(Language language) {
        return name.in(language);
    }
}
