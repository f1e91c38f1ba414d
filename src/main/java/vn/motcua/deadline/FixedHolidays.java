package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public holidays whose date the law itself fixes, for years whose notice is not loaded yet. Tết, Giỗ Tổ, the second
 * day of Quốc khánh and swapped days are not among them; that is why such years are flagged.
 */
final class FixedHolidays {

    private static final String LABOUR_CODE = "Bộ luật Lao động 2019 Điều 112 khoản 1";

    private FixedHolidays() {}

    /** The fixed holidays of the year with the days off they cause when they fall on a Saturday or Sunday (Đ111 k3). */
    static List<SpecialDay> of(int year) {
        var days = new TreeMap<LocalDate, SpecialDay>();
        for (var holiday : List.of(
                holiday(LocalDate.of(year, 1, 1), "Tết Dương lịch", "New Year's Day", LABOUR_CODE),
                holiday(LocalDate.of(year, 4, 30), "Ngày Chiến thắng", "Victory Day", LABOUR_CODE),
                holiday(LocalDate.of(year, 5, 1), "Quốc tế Lao động", "Labour Day", LABOUR_CODE),
                holiday(LocalDate.of(year, 9, 2), "Quốc khánh", "National Day", LABOUR_CODE),
                holiday(
                        LocalDate.of(year, 11, 24),
                        "Ngày Văn hóa Việt Nam",
                        "Vietnam Culture Day",
                        "NQ 28/2026/QH16"))) {
            days.put(holiday.date(), holiday);
        }
        for (var holiday : List.copyOf(days.values())) {
            if (WorkingCalendar.weekend(holiday.date()) && holiday.legalBasis().equals(LABOUR_CODE)) {
                var off = compensation(firstFree(holiday.date(), days), holiday);
                days.put(off.date(), off);
            }
        }
        return List.copyOf(days.values());
    }

    private static LocalDate firstFree(LocalDate holiday, Map<LocalDate, SpecialDay> taken) {
        var day = holiday.plusDays(1);
        while (WorkingCalendar.weekend(day) || taken.containsKey(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static SpecialDay holiday(LocalDate date, String name, String nameEn, String basis) {
        return new SpecialDay(date, name, nameEn, SpecialDay.Kind.HOLIDAY, basis, SpecialDay.PROVISIONAL);
    }

    private static SpecialDay compensation(LocalDate date, SpecialDay holiday) {
        return new SpecialDay(
                date,
                "Nghỉ bù " + holiday.name(),
                holiday.nameEn() + " (day in lieu)",
                SpecialDay.Kind.COMPENSATION,
                "Bộ luật Lao động 2019 Điều 111 khoản 3",
                SpecialDay.PROVISIONAL);
    }
}
