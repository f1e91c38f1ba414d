package vn.motcua.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import vn.motcua.support.Person;
import vn.motcua.support.SamplePaper;

/** How somebody of Hải Châu in Đà Nẵng fills in the registration of a birth, page by page, with or without JavaScript. */
final class BirthForm {

    static final String CODE = "1.001193";
    static final String CHILD = "Trần Ngọc Minh Châu";

    private final Person person;
    private final Page page;

    BirthForm(Person person) {
        this.person = person;
        this.page = person.page();
    }

    /** From the first question to the page with everything once more; on its way two certified copies are ordered. */
    void toTheReview(int copies, String delivery) {
        person.next();
        where("48", "20242");
        person.next();
        requester();
        child();
        person.type("mother.fullName", "Lê Thị Ngọc Ánh").next();
        person.type("father.fullName", "Trần Minh Khôi").next();
        page.check("[id='marriage.registered']");
        person.next();
        copies(copies);
        papers();
        page.check("input[name=how][value=" + delivery + "]");
        person.next();
    }

    /** The same for the linked declaration: two pages more, nothing asked twice. */
    void linkedToTheReview(String delivery) {
        person.next();
        where("48", "20242");
        person.next();
        requester();
        child();
        person.type("mother.fullName", "Lê Thị Ngọc Ánh").next();
        person.type("father.fullName", "Trần Minh Khôi").next();
        page.check("[id='marriage.registered']");
        person.next();
        place("ct01.newAddress");
        person.type("ct01.headName", "Trần Minh Khôi").type("ct01.headCitizenId", "048088999005");
        pick("ct01.headRelation", "04");
        pick("housing.type", "RELATIVE");
        page.check("[id='opinion.head']");
        page.check("[id='opinion.parent']");
        person.next();
        pick("m.hospital", "S01003");
        person.next();
        copies(0);
        papers();
        page.check("input[name=how][value=" + delivery + "]");
        person.next();
    }

    /** A choice, whether it is a list or buttons. */
    private void pick(String field, String value) {
        if (page.locator("select[id='" + field + "']").count() > 0) {
            page.selectOption("[id='" + field + "']", value);
        } else {
            page.check("input[name='" + field + "'][value='" + value + "']");
        }
    }

    /** Where the child's parents live. */
    void where(String province, String ward) {
        choose("#province", province, "ward");
        page.waitForSelector(
                "#ward option[value='" + ward + "']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        choose("#ward", ward, "office");
        page.waitForSelector("form [role=status]");
    }

    private void choose(String list, String code, String show) {
        page.selectOption(list, code);
        if (person.script()) {
            page.waitForSelector("#where:not(.htmx-request)");
        } else {
            person.press("button[value=" + show + "]");
        }
    }

    private void requester() {
        page.selectOption("[id='requester.relationship']", "04");
        person.next();
    }

    /** The child. */
    void child() {
        person.type("child.fullName", CHILD)
                .type("child.birthDate", "7")
                .type("child.birthDate.month", "11")
                .type("child.birthDate.year", "2026");
        page.check("input[name='child.gender'][value='2']");
        page.selectOption("[id='child.ethnicity']", "01");
        place("child.birthPlace");
        place("child.homeTown");
        person.next();
    }

    private void place(String field) {
        page.selectOption("[id='" + field + "']", "48");
        if (!person.script()) {
            person.press("button[name=show][value='" + field + "']");
        }
        page.selectOption("[id='" + field + ".ward']", "20242");
        person.type(field + ".detail", "Bệnh viện Phụ sản – Nhi");
    }

    private void copies(int copies) {
        if (copies > 0) {
            page.check("[id='copies.want']");
            if (!person.script()) {
                person.next();
            }
            person.type("copies.count", "" + copies);
        }
        person.next();
    }

    private void papers() {
        upload(new FilePayload("Giấy chứng sinh 🍼.png", "image/png", SamplePaper.bytes()));
        page.waitForSelector("#paper-giay-chung-sinh .files a");
        person.next();
    }

    /** A picture of the hospital's paper, or what somebody takes for it. */
    void upload(FilePayload file) {
        page.setInputFiles("#file-giay-chung-sinh", file);
        if (!person.script()) {
            person.press("#paper-giay-chung-sinh form[data-upload] button");
        }
    }

    /** Declares that it is true and files; the tracking code. */
    String file() {
        page.check("[id='commit.agree']");
        person.next();
        return page.textContent(".big-code").replace(" ", "");
    }
}
