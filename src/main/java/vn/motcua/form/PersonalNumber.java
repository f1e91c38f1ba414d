package vn.motcua.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The personal number (số định danh cá nhân), twelve digits: three of the province of birth registration, one of century
 * and sex, two of the year of birth, six at random (Nghị định 137/2015/NĐ-CP, Thông tư 07/2016/TT-BCA). There is no check
 * digit, so a number can only be doubted, never be proved wrong; what is found here is a warning, never a refusal.
 *
 * @param digits twelve digits
 */
public record PersonalNumber(String digits) {

    /** Codes of the 63 provinces until 2025; numbers keep them after the mergers. */
    private static final Set<String> PROVINCES = Stream.of(
                    "01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48",
                    "49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96")
            .flatMap(it -> Stream.of(it.split(" ")))
            .map(it -> "0" + it)
            .collect(Collectors.toUnmodifiableSet());

    /** Refuses what is not twelve digits. */
    public PersonalNumber {
        if (!digits.matches("\\d{12}")) {
            throw new IllegalArgumentException("not twelve digits");
        }
    }

    /** As it stands where nobody needs to know it: the last four digits alone, of whatever was typed as a number. */
    public static String masked(String typed) {
        return "*".repeat(8) + typed.substring(Math.max(0, typed.length() - 4));
    }

    /** The same of a telephone: the last three digits alone, enough to tell two apart. */
    public static String maskedPhone(String typed) {
        return "*".repeat(7) + typed.substring(Math.max(0, typed.length() - 3));
    }

    /** The year of birth that the number says. */
    public int birthYear() {
        return 1900 + century() / 2 * 100 + Integer.parseInt(digits.substring(4, 6));
    }

    /** Whether the number says female. */
    public boolean female() {
        return century() % 2 == 1;
    }

    /** As people read it: {@code 010 095 001 234}. */
    @Override
    public String toString() {
        return digits.replaceAll("(\\d{3})(?=\\d)", "$1\u00a0");
    }

    private int century() {
        return digits.charAt(3) - '0';
    }

    /**
     * What makes the number doubtful beside what else was answered.
     *
     * @param fieldId where to say it
     * @param birthDate as answered: {@code 1995-03-14} or {@code 1995}; empty when unknown
     * @param gender 1 male, 2 female, as in our code list; empty when unknown
     */
    public List<Problem> doubts(String fieldId, String birthDate, String gender) {
        var doubts = new ArrayList<Problem>();
        if (!PROVINCES.contains(digits.substring(0, 3))) {
            doubts.add(doubt(fieldId, "province", digits.substring(0, 3)));
        }
        if (Day.parse(birthDate).filter(it -> it.at().getYear() != birthYear()).isPresent()) {
            doubts.add(doubt(fieldId, "year", String.valueOf(birthYear())));
        }
        if ((gender.equals("1") && female()) || (gender.equals("2") && !female())) {
            doubts.add(doubt(fieldId, "sex"));
        }
        return doubts;
    }

    private static Problem doubt(String fieldId, String key, Object... arguments) {
        return new Problem(fieldId, "form.doubt." + key, List.of(arguments), Problem.Severity.DOUBTFUL);
    }
}
