package vn.motcua.payment;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.document.Letterhead;
import vn.motcua.shared.Dong;

/**
 * What a receipt says besides its number, lines and amount, in Vietnamese, as it was when it was issued (NĐ 254/2026/NĐ-CP Điều 23 khoản 2): kept with
 * the receipt, so that later names of agencies and people change nothing of it.
 *
 * @param upperAgency the agency above the unit, in the head
 * @param unit that collected, in the head
 * @param placeAndDate of issue
 * @param reached where the unit is reached; may be empty
 * @param collector the body that collects
 * @param taxCode its tax code; empty where none was set
 * @param payer whose matter it is
 * @param address of the payer; may be empty
 * @param subject for which dossier
 * @param how by which way it was paid
 * @param cashier who took it; empty for what came online
 * @param words the amount in words
 */
public record ReceiptSheet(
        String upperAgency,
        String unit,
        String placeAndDate,
        String reached,
        String collector,
        String taxCode,
        String payer,
        String address,
        String subject,
        String how,
        String cashier,
        String words) {

    /** What of a receipt can be corrected besides the names of its lines. */
    public enum Part {
        /** The payer's name. */
        PAYER,
        /** The payer's address. */
        ADDRESS,
        /** For which dossier. */
        SUBJECT,
        /** The name of the body that collects. */
        COLLECTOR,
        /** Its tax code. */
        TAX_CODE
    }

    /** A part that says something else on another sheet. */
    public record Difference(Part part, String before, String after) {}

    /** What stands at that part. */
    public String at(Part part) {
        return switch (part) {
            case PAYER -> payer;
            case ADDRESS -> address;
            case SUBJECT -> subject;
            case COLLECTOR -> collector;
            case TAX_CODE -> taxCode;
        };
    }

    /** Where the other one says something else. */
    public List<Difference> differences(ReceiptSheet other) {
        var differences = new ArrayList<Difference>();
        for (var part : Part.values()) {
            if (!at(part).equals(other.at(part))) {
                differences.add(new Difference(part, at(part), other.at(part)));
            }
        }
        return List.copyOf(differences);
    }

    /** The same with those words at each part. */
    ReceiptSheet saying(String payer, String address, String subject, String collector, String taxCode) {
        return new ReceiptSheet(
                upperAgency,
                unit,
                placeAndDate,
                reached,
                collector,
                taxCode,
                payer,
                address,
                subject,
                how,
                cashier,
                words);
    }

    /** The same about the payer and the dossier of another one: for what adjusts or replaces that one after a refund. */
    ReceiptSheet about(ReceiptSheet other) {
        return saying(other.payer, other.address, other.subject, collector, taxCode);
    }

    /** The same with every part as it stands on another one: for what replaces a wrong one. */
    ReceiptSheet corrected(ReceiptSheet other) {
        return saying(other.payer, other.address, other.subject, other.collector, other.taxCode);
    }

    /** The head of the paper. */
    Letterhead head(ReceiptNumber number) {
        return new Letterhead(upperAgency, unit, number.digits(), placeAndDate, reached);
    }

    /** An amount in words, as it stands on it. */
    static String words(Dong amount) {
        return AmountInWords.of(amount);
    }
}
