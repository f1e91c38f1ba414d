package vn.motcua.form;

import vn.motcua.shared.Language;

/**
 * A text of a procedure package in both languages. Where an author has not yet written the English one, the Vietnamese
 * stands in.
 *
 * @param vi Vietnamese, with full diacritics
 * @param en English
 */
public record Words(String vi, String en) {

    /** The text in that language. */
    public String in(Language language) {
        return switch (language) {
            case VI -> vi;
            case EN -> en;
        };
    }
}
