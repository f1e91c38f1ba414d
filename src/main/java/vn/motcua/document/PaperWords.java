package vn.motcua.document;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.shared.VietnamTime;

/** Dates and moments as administrative papers write them (Nghị định 30/2020/NĐ-CP, Phụ lục I): day and month with a zero before 10. */
public final class PaperWords {

    private PaperWords() {}

    /** "ngày 05 tháng 02 năm 2026". */
    public static String date(LocalDate day) {
        return "ngày %02d tháng %02d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** A small number as forms write it: "02". */
    public static String two(int number) {
        return "%02d".formatted(number);
    }

    /** "Tả Van, ngày 05 tháng 02 năm 2026". */
    public static String placeAndDate(String place, LocalDate day) {
        return place + ", " + date(day);
    }

    /** "16 giờ 45 phút, ngày 20 tháng 11 năm 2026", in Vietnam's time. */
    public static String moment(Instant instant) {
        var local = VietnamTime.local(instant);
        return "%02d giờ %02d phút, %s".formatted(local.getHour(), local.getMinute(), date(local.toLocalDate()));
    }
}
