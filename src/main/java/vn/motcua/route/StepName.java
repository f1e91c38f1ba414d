package vn.motcua.route;

import vn.motcua.shared.Language;

/** The name of a step in both languages; where the author gave no English, it is the Vietnamese one. */
public record StepName(String vi, String en) {

    /** The name in the language. */
    public String in(Language language) {
        return switch (language) {
            case VI -> vi;
            case EN -> en;
        };
    }
}
