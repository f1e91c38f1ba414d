package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import vn.motcua.support.Person;

/** How an author who knows no YAML makes the end of a guardianship out of its record, link by link and form by form. */
final class GuardianshipInTheStudio {

    private final Person person;
    private final Page page;

    GuardianshipInTheStudio(Person person) {
        this.person = person;
        this.page = person.page();
    }

    void builds() {
        record();
        pages();
        guardian();
        ward();
        documents();
        fee();
        route();
        paper();
        examples();
    }

    /** Another label, and a question more. */
    void changes(String label) {
        chapter("form");
        open("page.ward", "w.fullName");
        saves("vi", label);
        add("page.ward", "date");
        saves(
                "vi",
                "Làm giám hộ từ ngày nào?",
                "en",
                "Guardian since when?",
                "id",
                "w.since",
                "required",
                "yes",
                "max",
                "today");
    }

    private void record() {
        chapter("record");
        open("record", "record");
        saves(
                "name.en", "Registration of the end of a guardianship",
                "shortName.vi", "Chấm dứt giám hộ",
                "shortName.en", "End of a guardianship",
                "serviceLevel", "FULL",
                "source.via", "Cơ sở dữ liệu quốc gia về thủ tục hành chính");
        open("results", "1");
        saves("name.en", "Extract of the end of a guardianship");
    }

    private void pages() {
        chapter("form");
        open("declaration", "declaration");
        saves("form", "TK-CDGH", "vi", "Tờ khai đăng ký chấm dứt giám hộ", "en", "Application to end a guardianship");
        person.press("#add-page");
        saves("vi", "Người giám hộ", "en", "The guardian", "id", "guardian");
        person.press("#add-page");
        saves("vi", "Người được giám hộ", "en", "The person under guardianship", "id", "ward");
    }

    private void guardian() {
        add("page.guardian", "personName");
        saves("vi", "Họ, chữ đệm và tên", "en", "Full name", "id", "g.fullName", "required", "yes", "prefill", "vneid");
        add("page.guardian", "citizenId");
        saves(
                "vi",
                "Số định danh cá nhân",
                "en",
                "Personal number",
                "id",
                "g.citizenId",
                "required",
                "yes",
                "prefill",
                "vneid");
        add("page.guardian", "phone");
        saves("vi", "Số điện thoại", "en", "Telephone", "id", "g.phone", "required", "yes", "prefill", "vneid");
        add("page.guardian", "address");
        saves("vi", "Nơi cư trú", "en", "Residence", "id", "g.residence", "required", "yes", "prefill", "population");
    }

    private void ward() {
        add("page.ward", "personName");
        saves(
                "vi",
                "Họ và tên người được giám hộ",
                "en",
                "Full name of the person under guardianship",
                "id",
                "w.fullName",
                "required",
                "yes");
        add("page.ward", "date");
        saves("vi", "Ngày sinh", "en", "Date of birth", "id", "w.birthDate", "required", "yes", "max", "today");
        add("page.ward", "select");
        saves(
                "vi",
                "Vì sao chấm dứt giám hộ?",
                "en",
                "Why does it end?",
                "id",
                "w.reason",
                "required",
                "yes",
                "options.0.code",
                "ADULT",
                "options.0.vi",
                "Đã đủ 18 tuổi",
                "options.0.en",
                "Has come of age",
                "options.1.code",
                "ADOPTED",
                "options.1.vi",
                "Được nhận làm con nuôi",
                "options.1.en",
                "Was adopted",
                "options.2.code",
                "OTHER",
                "options.2.vi",
                "Lý do khác",
                "options.2.en",
                "Another reason");
        add("page.ward", "textarea");
        saves(
                "vi",
                "Lý do là gì?",
                "en",
                "What reason?",
                "id",
                "w.other",
                "required",
                "yes",
                "when",
                "w.reason == \"OTHER\"",
                "maxLength",
                "500");
        add("page.ward", "table");
        saves(
                "vi",
                "Tài sản giao lại",
                "en",
                "Property handed back",
                "id",
                "w.assets",
                "maxRows",
                "20",
                "columns.0.code",
                "name",
                "columns.0.vi",
                "Tài sản",
                "columns.0.en",
                "Property",
                "columns.1.code",
                "value",
                "columns.1.vi",
                "Giá trị (đồng)",
                "columns.1.en",
                "Value (đồng)");
        person.press("main a[href$='/studio/table.w.assets']");
        open("table.w.assets", "value");
        kind("money");
        saves();
        chapter("form");
        add("page.ward", "integer");
        saves(
                "vi",
                "Số bản sao trích lục",
                "en",
                "Copies of the extract",
                "id",
                "copies.count",
                "required",
                "yes",
                "min",
                "0",
                "max",
                "20");
    }

    private void documents() {
        chapter("documents");
        open("documents", "giay-1");
        saves("name.en", "Application to end a guardianship");
        open("documents", "giay-2");
        saves(
                "name.en",
                "Extract of the guardianship issued before",
                "required",
                "when",
                "required.when",
                "w.reason != \"ADULT\"",
                "when.vi",
                "khi người được giám hộ chưa đủ 18 tuổi",
                "when.en",
                "when the person is not of age");
    }

    private void fee() {
        chapter("fees");
        add("fees", "");
        saves(
                "name.vi",
                "Phí cấp bản sao trích lục hộ tịch",
                "name.en",
                "Fee for copies of the extract",
                "id",
                "ban-sao",
                "kind",
                "FEE",
                "amount",
                "8000 * copies.count",
                "says.vi",
                "8.000 ₫ mỗi bản sao",
                "says.en",
                "8,000 ₫ a copy",
                "legal",
                "281/2016/TT-BTC");
    }

    private void route() {
        chapter("steps");
        open("steps", "appraisal");
        saves(
                "name.vi",
                "Kiểm tra sổ đăng ký giám hộ, đề xuất",
                "name.en",
                "Check the register, propose",
                "hours",
                "6");
        add("steps", "");
        page.check("[id='actions-approve']");
        page.check("[id='actions-return']");
        saves(
                "name.vi",
                "Ký trích lục",
                "name.en",
                "Sign the extract",
                "id",
                "signing",
                "role",
                "commune-leader",
                "unit",
                "commune-committee",
                "hours",
                "2");
        person.press("main a[href$='/studio/enter.appraisal']");
        add("enter.appraisal", "text");
        saves("vi", "Số trong sổ", "en", "Number in the register", "id", "decision.book", "required", "yes");
    }

    private void paper() {
        chapter("paper");
        open("paper", "paper");
        saves(
                "title", "TRÍCH LỤC ĐĂNG KÝ CHẤM DỨT GIÁM HỘ",
                "grounds", "Căn cứ Luật Hộ tịch số 60/2014/QH13;",
                "lines",
                        "Chấm dứt việc giám hộ của {{g.fullName|upper}} đối với {{w.fullName}}\nSố trong sổ: {{decision.book}}",
                "authority", "TM. Ủy ban nhân dân",
                "signer", "Chủ tịch");
    }

    private void examples() {
        chapter("examples");
        add("examples", "");
        page.check("[id='then.documents-giay-1']");
        saves(
                "name",
                "Đã đủ 18 tuổi, hai bản sao",
                "given.received",
                "2026-11-20T09:00",
                "given.channel",
                "ONLINE",
                "given.answers",
                "w.reason = ADULT\ncopies.count = 2",
                "then.due",
                "2026-11-25T17:00",
                "then.fee",
                "16000");
        add("examples", "");
        page.check("[id='then.documents-giay-1']");
        page.check("[id='then.documents-giay-2']");
        saves(
                "name",
                "Lý do khác, nộp trước Tết",
                "given.received",
                "2026-02-13T09:00",
                "given.channel",
                "DIRECT",
                "given.answers",
                "w.reason = OTHER\ncopies.count = 0",
                "then.due",
                "2026-02-24T17:00",
                "then.fee",
                "0");
    }

    /** From wherever one is in the studio. */
    private void chapter(String in) {
        if (!person.path().endsWith("/studio")) {
            person.press("main p.small a[href$='/studio']");
        }
        person.press("main a[href$='/studio/" + in + "']");
    }

    private void add(String part, String kind) {
        person.press("main a[href$='/" + part + "/item']");
        if (!kind.isEmpty()) {
            kind(kind);
        }
    }

    private void kind(String kind) {
        page.selectOption("#kind", kind);
        person.press("#choose-kind");
    }

    private void open(String part, String id) {
        person.press("main a[href$='/" + part + "/item?id=" + id + "']");
    }

    private void saves(String... typed) {
        for (int i = 0; i < typed.length; i += 2) {
            if (page.locator("select[id='" + typed[i] + "']").count() > 0) {
                page.selectOption("[id='" + typed[i] + "']", typed[i + 1]);
            } else {
                person.type(typed[i], typed[i + 1]);
            }
        }
        person.press("#save");
        assertThat(person.status()).as(person.reads()).isEqualTo(200);
    }
}
