package vn.motcua.filing.web;

import java.util.Map;
import vn.motcua.shared.Language;

/** Opening hours in words: {@code MON-FRI 07:30-11:30 13:30-17:00} is "Thứ Hai – Thứ Sáu, 07:30–11:30, 13:30–17:00". */
final class Hours {

    private static final Map<String, String> VI = Map.of(
            "MON", "Thứ Hai",
            "TUE", "Thứ Ba",
            "WED", "Thứ Tư",
            "THU", "Thứ Năm",
            "FRI", "Thứ Sáu",
            "SAT", "Thứ Bảy",
            "SUN", "Chủ nhật");
    private static final Map<String, String> EN = Map.of(
            "MON", "Monday",
            "TUE", "Tuesday",
            "WED", "Wednesday",
            "THU", "Thursday",
            "FRI", "Friday",
            "SAT", "Saturday",
            "SUN", "Sunday");

    private Hours() {}

    /** The hours in that language; what is not a day stays as it is. */
    static String say(String written, Language language) {
        var names = language == Language.EN ? EN : VI;
        var said = new StringBuilder();
        for (var part : written.split("\\s+", -1)) {
            var ends = part.split("-", -1);
            said.append(said.isEmpty() ? "" : ", ").append(names.getOrDefault(ends[0], ends[0]));
            if (ends.length > 1) {
                var days = names.containsKey(ends[0]);
                said.append(days ? " – " : "–").append(names.getOrDefault(ends[1], ends[1]));
            }
        }
        return said.toString().replace(";,", ";");
    }
}
