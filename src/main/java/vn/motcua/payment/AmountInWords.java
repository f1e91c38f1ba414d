package vn.motcua.payment;

import vn.motcua.shared.Dong;

/** An amount as receipts write it out in Vietnamese: 105.000 is {@code Một trăm linh năm nghìn đồng}. */
public final class AmountInWords {

    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] GROUPS = {"", " nghìn", " triệu"};
    private static final long BILLION = 1_000_000_000L;

    private AmountInWords() {}

    /** The amount with a capital letter at the beginning and {@code đồng} at the end. */
    public static String of(Dong amount) {
        var words = amount.amount() == 0 ? DIGITS[0] : number(amount.amount());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " đồng";
    }

    /** Billions are counted as a number of their own: {@code một nghìn tỷ}. */
    private static String number(long amount) {
        if (amount < BILLION) {
            return below(amount, false);
        }
        var rest = amount % BILLION;
        return number(amount / BILLION) + " tỷ" + (rest == 0 ? "" : " " + below(rest, true));
    }

    /**
     * Up to 999 999 999.
     *
     * @param continued whether something stands before it, so that a missing hundred is spoken
     */
    private static String below(long amount, boolean continued) {
        var words = new StringBuilder();
        for (int group = 2; group >= 0; group--) {
            int three = (int) (amount / power(group) % 1000);
            if (three != 0) {
                boolean inside = continued || !words.isEmpty();
                words.append(words.isEmpty() ? "" : " ")
                        .append(three(three, inside))
                        .append(GROUPS[group]);
            }
        }
        return words.toString();
    }

    private static long power(int group) {
        return group == 2 ? 1_000_000 : group == 1 ? 1_000 : 1;
    }

    private static String three(int number, boolean inside) {
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        var words = new StringBuilder();
        if (hundreds > 0 || inside) {
            words.append(DIGITS[hundreds]).append(" trăm");
        }
        if (tens == 0 && ones > 0) {
            words.append(words.isEmpty() ? "" : " linh ").append(DIGITS[ones]);
        } else if (tens > 0) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(tens == 1 ? "mười" : DIGITS[tens] + " mươi")
                    .append(ones == 0 ? "" : " " + ones(tens, ones));
        }
        return words.toString();
    }

    /** After a ten 5 is {@code lăm}; after twenty and more 1 is {@code mốt} and 4 is {@code tư}. */
    private static String ones(int tens, int ones) {
        return switch (ones) {
            case 1 -> tens == 1 ? "một" : "mốt";
            case 4 -> tens == 1 ? "bốn" : "tư";
            case 5 -> "lăm";
            default -> DIGITS[ones];
        };
    }
}
