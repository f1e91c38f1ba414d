package vn.motcua.dossier;

import vn.motcua.route.ByProgram;
import vn.motcua.shared.Language;

/** What the program wrote to the applicant at a step of the route, in both languages, as it was then. */
public record WrittenLetter(String titleVi, String titleEn, String textVi, String textEn) {

    static WrittenLetter of(ByProgram.Letter letter) {
        return new WrittenLetter(
                letter.title().vi(),
                letter.title().en(),
                letter.text().vi(),
                letter.text().en());
    }

    /** What it says. */
    public String text(Language language) {
        return switch (language) {
            case VI -> textVi;
            case EN -> textEn;
        };
    }
}
