package vn.motcua.journey;

import static vn.motcua.journey.PageTable.UNKNOWN;
import static vn.motcua.journey.State.at;
import static vn.motcua.journey.State.empty;
import static vn.motcua.journey.State.filled;
import static vn.motcua.journey.State.wrong;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;

/** How to reach the pages on which records of procedures are taken in. */
final class ImportPagesTable {

    private static final String NATIONAL = "Đàm Thị Bích Hạnh";
    private static final String PAGE = "/admin/procedures/imports";
    /** Records of every kind: new, changed, one with a package, wrong ones. */
    private static final String RECORDS = """
            [{"code": "1.002755", "name": "Gia hạn tạm trú", "requirementsAndConditions": "Trước ngày hết hạn."},
             {"code": "9.000001", "name": "Thủ tục thử nghiệm (bịa ra)"},
             {"code": "1.001193", "name": "Đăng ký khai sinh"},
             {"code": "1193", "name": "", "executionMethods": "tại quầy"}]
            """;

    private ImportPagesTable() {}

    static Map<String, Supplier<List<State>>> states() {
        return Map.of(
                PAGE,
                () -> List.of(
                        empty("none yet", NATIONAL, PAGE),
                        wrong("no file chosen", NATIONAL, it -> it.open(PAGE).press("#look")),
                        filled("one before", NATIONAL, it -> {
                            file(it, RECORDS);
                            it.open(PAGE);
                        }),
                        at("not theirs", Offices.ADMINISTRATOR, 404, PAGE)),
                PAGE + "/{id}",
                () -> List.of(
                        empty("no file of records", NATIONAL, it -> file(it, "<html>")),
                        filled("compared", NATIONAL, it -> file(it, RECORDS)),
                        at("unknown", NATIONAL, 404, PAGE + "/" + UNKNOWN)));
    }

    private static void file(Person person, String content) {
        person.open(PAGE);
        person.page()
                .setInputFiles(
                        "#file",
                        new FilePayload("thu-tuc.json", "application/json", content.getBytes(StandardCharsets.UTF_8)));
        person.press("#look");
        var address = person.page().url();
        while (person.page().locator("#import [role=status]").count() > 0) {
            person.page().navigate(address);
        }
    }
}
