package vn.motcua.desk.web;

import java.util.Locale;

/** What a list can show of each dossier besides its number. */
public enum Column {
    PROCEDURE,
    APPLICANT,
    CAME,
    DUE,
    STEP;

    /** As it stands in addresses; the end of the key of its name too. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
