package vn.motcua.desk.web;

import java.util.OptionalInt;

/**
 * Where a dossier stands against its due moment: a word with an icon and a colour, never a colour alone.
 *
 * @param tone how urgent
 * @param words e.g. "Còn 1 giờ 20 phút"
 * @param percent how much of the time has gone by, 0 to 100; empty where no clock runs
 */
public record DueView(Tone tone, String words, OptionalInt percent) {

    /** How urgent it is. */
    public enum Tone {
        /** Past the due moment. */
        LATE("bad", "warning", "late"),
        /** Due today, or less than a working day away. */
        SOON("warn", "clock", "soon"),
        /** There is time. */
        CALM("info", "clock", ""),
        /** Nobody's clock runs here: not received, or with the applicant. */
        PAUSED("", "clock", ""),
        /** Decided. */
        DONE("good", "check", "");

        private final String badge;
        private final String icon;
        private final String row;

        Tone(String badge, String icon, String row) {
            this.badge = badge;
            this.icon = icon;
            this.row = row;
        }

        /** The class of its badge. */
        public String badge() {
            return badge;
        }

        /** The icon beside its word. */
        public String icon() {
            return icon;
        }

        /** The class of a row in a list. */
        public String row() {
            return row;
        }
    }
}
