package vn.motcua.desk;

import java.time.LocalDate;
import java.util.List;

/**
 * A date in Vietnamese words, as civil-status papers carry it beside the figures (bằng chữ): "Ngày hai tháng mười một năm
 * hai nghìn không trăm hai mươi sáu".
 */
final class SpelledDate {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

    private SpelledDate() {}

    /** The date in words; years from 1000 to 9999. */
    static String of(LocalDate day) {
        return "Ngày " + below100(day.getDayOfMonth()) + " tháng " + month(day.getMonthValue()) + " năm "
                + year(day.getYear());
    }

    private static String month(int month) {
        return month == 4 ? "tư" : below100(month);
    }

    private static String below100(int number) {
        int ones = number % 10;
        int tens = number / 10;
        return switch (tens) {
            case 0 -> DIGITS.get(ones);
            case 1 -> ones == 0 ? "mười" : "mười " + (ones == 5 ? "lăm" : DIGITS.get(ones));
            default -> DIGITS.get(tens) + " mươi" + (ones == 0 ? "" : " " + afterTens(ones));
        };
    }

    private static String afterTens(int ones) {
        return switch (ones) {
            case 1 -> "mốt";
            case 5 -> "lăm";
            default -> DIGITS.get(ones);
        };
    }

    private static String year(int year) {
        int hundreds = year / 100 % 10;
        int rest = year % 100;
        var words = DIGITS.get(year / 1000) + " nghìn";
        if (hundreds == 0 && rest == 0) {
            return words;
        }
        words += " " + DIGITS.get(hundreds) + " trăm";
        return rest == 0 ? words : words + " " + (rest < 10 ? "linh " : "") + below100(rest);
    }
}
