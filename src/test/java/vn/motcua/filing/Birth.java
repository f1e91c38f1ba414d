package vn.motcua.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a mother of Tả Van fills in to register a birth, page by page. */
final class Birth {

    static final String CODE = "1.001193";

    private Birth() {}

    static Map<String, Map<String, List<String>>> pages() {
        var pages = new LinkedHashMap<String, Map<String, List<String>>>();
        pages.put("questions", form("case", "thong-thuong", "submittedByProxy", "false"));
        pages.put("requester", form("requester.relationship", "03"));
        pages.put(
                "child",
                form(
                        "child.fullName", "Giàng Thị Mỵ",
                        "child.birthDate.day", "7",
                        "child.birthDate.month", "11",
                        "child.birthDate.year", "2026",
                        "child.gender", "2",
                        "child.ethnicity", "08",
                        "child.nationality", "VN",
                        "child.birthPlace.province", "15",
                        "child.birthPlace.ward", "03037",
                        "child.birthPlace.detail", "Trạm y tế xã Tả Van",
                        "child.homeTown.province", "15",
                        "child.homeTown.ward", "03037",
                        "child.homeTown.detail", "Thôn Tả Van Giáy 1"));
        pages.put("mother", form("mother.fullName", "Lý Thị Mẩy", "mother.citizenId", "010198999001"));
        pages.put("father", form("father.fullName", "Giàng A Sình"));
        pages.put("marriage", form("marriage.registered", "true"));
        pages.put("copies", form("copies.want", "true", "copies.count", "2"));
        return pages;
    }

    static Map<String, List<String>> declaration() {
        return form("commit.agree", "true");
    }

    static Map<String, List<String>> form(String... namesAndValues) {
        var form = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return form;
    }
}
