package vn.motcua.form;

import java.util.Map;

/** Among what a field chooses. */
final class Options {

    private Options() {}

    /** Value and words, in the order in which they are shown; none for a field that does not choose. */
    static Map<String, Words> of(Field field) {
        return field.choice()
                .codelist()
                .filter(it -> CodeLists.standard().names().contains(it))
                .map(it -> CodeLists.standard().entries(it))
                .orElse(field.choice().options());
    }
}
