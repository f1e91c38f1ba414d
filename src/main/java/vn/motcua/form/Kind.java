package vn.motcua.form;

import java.util.Arrays;
import java.util.Optional;

/** What a field asks for. The kind decides how it is shown, read, checked, and as what it stands in expressions. */
public enum Kind {
    /** One line of text. */
    TEXT("text", Sort.TEXT),
    /** Several lines of text. */
    TEXTAREA("textarea", Sort.TEXT),
    /** The name of a person: letters of any script, spaces, hyphens and apostrophes. */
    PERSON_NAME("personName", Sort.TEXT),
    /** A whole number. */
    INTEGER("integer", Sort.NUMBER),
    /** A number with decimals; comma or point. */
    DECIMAL("decimal", Sort.NUMBER),
    /** Whole đồng. */
    MONEY("money", Sort.NUMBER),
    /** Yes or no. */
    BOOLEAN("boolean", Sort.YES_NO),
    /** Something one agrees to by ticking it. */
    CONSENT("consent", Sort.YES_NO),
    /** One of several, by options of its own or by a code list. */
    SELECT("select", Sort.TEXT),
    /** Any of several, by options of its own or by a code list. */
    CHOICES("choices", Sort.TEXTS),
    /** A day; where {@code acceptYearOnly} is set, a year alone as well. */
    DATE("date", Sort.DATE),
    /** A day of which perhaps only the month or the year is known. */
    PARTIAL_DATE("partialDate", Sort.DATE),
    /** A month of a year. */
    MONTH("month", Sort.DATE),
    /** A day with the time of day. */
    DATETIME("datetime", Sort.DATE),
    /** The personal number (số định danh cá nhân): twelve digits. */
    CITIZEN_ID("citizenId", Sort.TEXT),
    /** A tax code: ten digits, with three more for a branch, or the personal number of a person or household. */
    TAX_CODE("taxCode", Sort.TEXT),
    /** A Vietnamese telephone number. */
    PHONE("phone", Sort.TEXT),
    /** An e-mail address. */
    EMAIL("email", Sort.TEXT),
    /** A web address. */
    URL("url", Sort.TEXT),
    /** A place in Vietnam: province, commune, and house and street. */
    ADDRESS("address", Sort.ADDRESS),
    /** An agency or unit, by its name. */
    AGENCY("agency", Sort.TEXT),
    /** Rows with the same columns. */
    TABLE("table", Sort.ROWS),
    /** A file, by the id under which it was stored. */
    FILE("file", Sort.TEXT),
    /** A place on the printed declaration where somebody signs (chỗ ký); nothing is answered to it. */
    SIGNATURE("signature", Sort.TEXT);

    /** As what an answer stands in an expression. */
    enum Sort {
        TEXT,
        TEXTS,
        NUMBER,
        YES_NO,
        DATE,
        ADDRESS,
        ROWS
    }

    private final String written;
    private final Sort sort;

    Kind(String written, Sort sort) {
        this.written = written;
        this.sort = sort;
    }

    /** As it is written in {@code form.yaml}. */
    public String written() {
        return written;
    }

    Sort sort() {
        return sort;
    }

    /** How much of a date a field asks for. */
    enum Parts {
        DAY,
        MONTH,
        MOMENT
    }

    Parts parts() {
        return this == MONTH ? Parts.MONTH : this == DATETIME ? Parts.MOMENT : Parts.DAY;
    }

    /** Whether it is answered at all. */
    boolean answered() {
        return this != SIGNATURE;
    }

    static Optional<Kind> named(String written) {
        return Arrays.stream(values()).filter(it -> it.written.equals(written)).findFirst();
    }
}
