package vn.motcua.payment;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

/**
 * A code that banking applications in Vietnam read to fill in a transfer (VietQR: NAPAS 247 in the format of EMVCo).
 *
 * @param way to an account or to a card
 * @param bank the bank's number (BIN), six digits
 * @param account the account or card, letters and digits, at most 19
 * @param amount to be paid; empty where the payer types it, which makes the code a static one
 * @param bill number of the bill, at most 25 letters; empty for none
 * @param purpose what the transfer says, at most 25 letters; empty for none
 */
public record VietQr(
        Way way, String bank, String account, Optional<Dong> amount, Optional<String> bill, Optional<String> purpose) {

    /** How many letters a purpose or a bill number may have. */
    public static final int LONGEST_TEXT = 25;

    private static final String NAPAS = "A000000727";
    private static final Pattern BANK = Pattern.compile("[0-9]{6}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{1,19}");
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,12}");
    /** What survives every bank: letters without marks, digits, blanks and a few signs. */
    private static final Pattern TEXT = Pattern.compile("[0-9A-Za-z .,/_-]{1,25}");

    /** What the money goes to. */
    public enum Way {
        /** An account. */
        ACCOUNT("QRIBFTTA"),
        /** A card. */
        CARD("QRIBFTTC");

        private final String service;

        Way(String service) {
            this.service = service;
        }
    }

    /** Refuses what no bank would take. */
    public VietQr {
        require(BANK, bank, "38.01.00");
        require(ACCOUNT, account, "38.01.01");
        amount.ifPresent(it -> require(AMOUNT, Long.toString(it.amount()), "54"));
        bill.ifPresent(it -> require(TEXT, it, "62.01"));
        purpose.ifPresent(it -> require(TEXT, it, "62.08"));
    }

    /** A transfer of that amount to an account with that purpose. */
    public static VietQr transfer(String bank, String account, Dong amount, String purpose) {
        return new VietQr(Way.ACCOUNT, bank, account, Optional.of(amount), Optional.empty(), Optional.of(purpose));
    }

    /** What the code says, letter for letter. */
    public String payload() {
        var to = TagLengthValue.field("00", bank) + TagLengthValue.field("01", account);
        var merchant = TagLengthValue.field("00", NAPAS)
                + TagLengthValue.field("01", to)
                + TagLengthValue.field("02", way.service);
        var more = bill.map(it -> TagLengthValue.field("01", it)).orElse("")
                + purpose.map(it -> TagLengthValue.field("08", it)).orElse("");
        var open = TagLengthValue.field("00", "01")
                + TagLengthValue.field("01", amount.isPresent() ? "12" : "11")
                + TagLengthValue.field("38", merchant)
                + TagLengthValue.field("53", "704")
                + amount.map(it -> TagLengthValue.field("54", Long.toString(it.amount())))
                        .orElse("")
                + TagLengthValue.field("58", "VN")
                + (more.isEmpty() ? "" : TagLengthValue.field("62", more))
                + "6304";
        return open + Crc16.of(open);
    }

    /** Reads a code; one that is wrong anywhere is refused with the field and the reason. */
    public static VietQr read(String payload) {
        var all = TagLengthValue.read(payload, "");
        equal(all, "", "00", "01");
        var sum = needed(all, "", "63");
        int end = payload.length() - 4;
        if (end < 4
                || !payload.startsWith("6304", end - 4)
                || !Crc16.of(payload.substring(0, end)).equals(sum)) {
            throw new Refused(QrRefusal.QR_CHECKSUM);
        }
        var initiation = needed(all, "", "01");
        if (!initiation.equals("11") && !initiation.equals("12")) {
            throw wrong("01", initiation);
        }
        equal(all, "", "53", "704");
        equal(all, "", "58", "VN");
        var merchant = TagLengthValue.read(needed(all, "", "38"), "38.");
        equal(merchant, "38.", "00", NAPAS);
        var to = TagLengthValue.read(needed(merchant, "38.", "01"), "38.01.");
        var more = TagLengthValue.read(all.value("62").orElse(""), "62.");
        return new VietQr(
                way(needed(merchant, "38.", "02")),
                needed(to, "38.01.", "00"),
                needed(to, "38.01.", "01"),
                all.value("54").map(VietQr::amount),
                more.value("01"),
                more.value("08"));
    }

    private static Dong amount(String text) {
        require(AMOUNT, text, "54");
        return new Dong(Long.parseLong(text));
    }

    private static Way way(String service) {
        for (var way : Way.values()) {
            if (way.service.equals(service)) {
                return way;
            }
        }
        throw wrong("38.02", service);
    }

    private static void equal(TagLengthValue in, String where, String id, String expected) {
        var found = needed(in, where, id);
        if (!found.equals(expected)) {
            throw wrong(where + id, found);
        }
    }

    private static String needed(TagLengthValue in, String where, String id) {
        return in.value(id).orElseThrow(() -> new Refused(QrRefusal.QR_FIELD_MISSING, where + id));
    }

    private static void require(Pattern pattern, String value, String field) {
        if (!pattern.matcher(value).matches()) {
            throw wrong(field, value);
        }
    }

    private static Refused wrong(String field, String value) {
        return new Refused(QrRefusal.QR_FIELD_WRONG, field, value);
    }
}
