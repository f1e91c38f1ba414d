package vn.motcua.matrix;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is filled in to register a birth at Tả Van, by the page of the draft. */
final class Births {

    static final Map<String, String> CHILD = Map.ofEntries(
            Map.entry("child.fullName", "Nguyễn Thị Mỵ"),
            Map.entry("child.birthDate.day", "7"),
            Map.entry("child.birthDate.month", "11"),
            Map.entry("child.birthDate.year", "2026"),
            Map.entry("child.gender", "2"),
            Map.entry("child.ethnicity", "01"),
            Map.entry("child.nationality", "VN"),
            Map.entry("child.birthPlace.province", "15"),
            Map.entry("child.birthPlace.ward", "03037"),
            Map.entry("child.birthPlace.detail", "Trạm y tế xã Tả Van"),
            Map.entry("child.homeTown.province", "15"),
            Map.entry("child.homeTown.ward", "03037"),
            Map.entry("child.homeTown.detail", "Thôn Tả Van Giáy 1"));

    private Births() {}

    static Map<String, Map<String, String>> pages() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("/case", Map.of("case", "thong-thuong", "submittedByProxy", "false"));
        pages.put("/where", Map.of("province", "15", "ward", "03037"));
        pages.put("/form/requester", Map.of("requester.relationship", "03", "requester.phone", "0990000001"));
        pages.put("/form/child", CHILD);
        pages.put("/form/mother", Map.of("mother.fullName", "Lý Thị Mẩy", "mother.citizenId", "010198999001"));
        pages.put("/form/father", Map.of("father.fullName", "Nguyễn Văn Quân"));
        pages.put("/form/marriage", Map.of("marriage.registered", "true"));
        pages.put("/form/copies", Map.of("copies.want", "false"));
        pages.put("/delivery", Map.of("how", "COUNTER"));
        return pages;
    }
}
