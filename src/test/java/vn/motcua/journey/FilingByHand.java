package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Kind;
import vn.motcua.support.Person;
import vn.motcua.support.SamplePaper;

/**
 * Somebody of Tả Van who fills in whatever the pages of a filing ask, in a browser without JavaScript: what stands there now is
 * filled in from the answers, and what one answer makes appear when the page comes back.
 */
final class FilingByHand {

    private static final int PAGES_AT_MOST = 60;
    private static final int TIMES_AT_MOST = 3;

    private final Person person;
    private final Page page;
    private final FormDefinition form;
    private final Map<String, Object> answers;

    FilingByHand(Person person, FormDefinition form, Map<String, Object> answers) {
        this.person = person;
        this.page = person.page();
        this.form = form;
        this.answers = answers;
    }

    /** From the page of the procedure over all pages to the receipt; the tracking code. */
    String file() {
        person.press("a[href$='/start']").press("form.form-actions .button");
        var before = "";
        int times = 0;
        for (int i = 0; i < PAGES_AT_MOST; i++) {
            var at = person.path().replaceFirst("[?#].*", "");
            if (at.startsWith("/filings/")) {
                return page.textContent(".big-code").replace(" ", "").strip();
            }
            times = at.equals(before) ? times + 1 : 1;
            assertThat(times).as(at + " again: " + person.reads()).isLessThanOrEqualTo(TIMES_AT_MOST);
            before = at;
            fillIn(at.replaceFirst("^/drafts/[^/]+/", ""));
            person.next();
        }
        throw new AssertionError("no end of pages: " + person.path());
    }

    private void fillIn(String at) {
        switch (at) {
            case "where" -> place("province", "ward", "button[value=ward]", Answers.HOME);
            case "papers" -> papers();
            case "delivery" -> page.check("input[name=how][value=COUNTER]");
            default ->
                Stream.concat(form.questions().stream(), form.fields())
                        .filter(it -> answers.containsKey(it.id()))
                        .forEach(it -> answer(it, it.id(), Objects.requireNonNull(answers.get(it.id()))));
        }
    }

    /** A paper for every document that wants one. */
    private void papers() {
        var wanted = page.locator("main input[type=file]").all().stream()
                .map(it -> it.getAttribute("id"))
                .toList();
        for (var id : wanted) {
            if (page.locator("li:has([id='" + id + "']) .files a").count() == 0) {
                page.setInputFiles("[id='" + id + "']", new FilePayload("giay.png", "image/png", SamplePaper.bytes()));
                person.press("li:has([id='" + id + "']) form[data-upload] button");
            }
        }
    }

    private void answer(Field field, String name, Object answer) {
        if (field.calculate().isPresent() || controls(name).count() == 0) {
            return;
        }
        switch (field.kind()) {
            case SELECT -> choose(name, "" + answer);
            case BOOLEAN -> choose(name, "" + answer);
            case CONSENT -> page.setChecked("[id='" + name + "']", answer.equals(true));
            case CHOICES ->
                ((List<?>) answer)
                        .forEach(it -> page.check("input[type=checkbox][name='" + name + "'][value='" + it + "']"));
            case DATE, PARTIAL_DATE, MONTH, DATETIME -> date(field.kind(), name, "" + answer);
            case ADDRESS -> place(name, name + ".ward", "button[name=show][value='" + name + "']", (Map<?, ?>) answer);
            case TABLE -> rows(field, name, (List<?>) answer);
            case FILE ->
                page.setInputFiles("[id='" + name + "']", new FilePayload("tep.png", "image/png", SamplePaper.bytes()));
            case SIGNATURE -> {}
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    CITIZEN_ID,
                    TAX_CODE,
                    PHONE,
                    EMAIL,
                    URL,
                    AGENCY -> person.type(name, text(answer));
        }
    }

    private static String text(Object answer) {
        return answer instanceof Number
                ? new BigDecimal("" + answer).stripTrailingZeros().toPlainString()
                : "" + answer;
    }

    private Locator controls(String name) {
        return page.locator(
                "[id='field-" + name + "'] :is(input:not([type=hidden]), select, textarea, button[name=add])");
    }

    private void choose(String name, String value) {
        if (page.locator("select[id='" + name + "']").count() > 0) {
            page.selectOption("[id='" + name + "']", value);
        } else {
            page.check("input[name='" + name + "'][value='" + value + "']");
        }
    }

    private void date(Kind kind, String name, String iso) {
        var parts = iso.split("[-T]", -1);
        person.type(name + ".year", parts[0]);
        if (kind == Kind.MONTH) {
            person.type(name, parts[1]);
            return;
        }
        person.type(name + ".month", parts[1]).type(name, parts[2]);
        if (kind == Kind.DATETIME) {
            person.type(name + ".time", parts[3]);
        }
    }

    private void place(String province, String ward, String show, Map<?, ?> address) {
        page.selectOption("[id='" + province + "']", "" + address.get("province"));
        person.press(show);
        page.selectOption("[id='" + ward + "']", "" + address.get("ward"));
        if (page.locator("[id='" + province + ".detail']").count() > 0) {
            person.type(province + ".detail", "" + address.get("detail"));
        }
    }

    private void rows(Field table, String name, List<?> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var row = name + "." + i;
            if (page.locator("[id='" + row + "']").count() == 0) {
                person.press("button[name=add][value='" + name + "']");
            }
            var cells = (Map<?, ?>) rows.get(i);
            table.table().columns().stream()
                    .filter(it -> cells.containsKey(it.id()))
                    .forEach(it -> answer(it, row + "." + it.id(), Objects.requireNonNull(cells.get(it.id()))));
        }
    }
}
