package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.Person;
import vn.motcua.support.SandboxPages;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** What happens to people at a browser: the line breaks, the session ends, they press twice, they go back. */
@WholeProgram
class NothingTypedIsLostTest {

    private static final String NAME = "[id='child.fullName']";

    private final Person person;

    @Autowired
    NothingTypedIsLostTest(TestClock clock, @LocalServerPort int port) {
        clock.set("2026-11-23T08:05");
        person = new Person("http://localhost:" + port, 1280, true).as("Lê Thị Ngọc Ánh");
        person.open("/procedures/" + BirthForm.CODE + "/start").press("form.form-actions .button");
    }

    @AfterEach
    void goHome() {
        person.close();
    }

    @Test
    void aBrokenLineIsSaidAndWhatWasTypedIsSavedWhenItIsBack() {
        var child = child();
        var browser = person.page().context();

        browser.setOffline(true);
        person.type("child.fullName", "Trần Ngọc Minh Châu").page().keyboard().press("Tab");
        person.page().waitForSelector(".trouble");
        assertThat(person.reads()).contains("Mất kết nối mạng", "vẫn còn trên trang này");
        person.page().locator(".form-actions .button").first().click();
        assertThat(person.path()).isEqualTo(child);
        assertThat(person.page().inputValue(NAME)).isEqualTo("Trần Ngọc Minh Châu");

        person.page().waitForResponse(it -> it.url().endsWith("/field"), () -> browser.setOffline(false));
        person.page().waitForCondition(() -> person.page().locator(".trouble").count() == 0);
        person.open(child);
        assertThat(person.page().inputValue(NAME)).isEqualTo("Trần Ngọc Minh Châu");
    }

    @Test
    void aSessionThatEndsWhileOneTypesLosesNothing() {
        var child = child();
        person.page().context().clearCookies();
        person.type("child.fullName", "Trần Ngọc Minh Châu").page().keyboard().press("Tab");
        person.page().waitForSelector(".trouble.ended");
        person.page().locator(".form-actions .button").first().click();
        assertThat(person.path()).isEqualTo(child);
        assertThat(person.page().inputValue(NAME)).isEqualTo("Trần Ngọc Minh Châu");

        var tab = person.page()
                .waitForPopup(() -> person.page().locator(".trouble a").click());
        SandboxPages.goOn(tab, "Lê Thị Ngọc Ánh");
        tab.close();
        person.page()
                .waitForResponse(
                        it -> it.url().endsWith("/field") && it.status() == 200,
                        () -> person.page().evaluate("dispatchEvent(new Event('focus'))"));
        assertThat(person.page().locator(".trouble").count()).isZero();
        person.open(child);
        assertThat(person.page().inputValue(NAME)).isEqualTo("Trần Ngọc Minh Châu");
    }

    @Test
    void goingBackShowsWhatWasAnswered() {
        child();
        person.next();
        assertThat(person.status()).isEqualTo(422);
        new BirthForm(person).child();
        assertThat(person.path()).endsWith("/form/mother");

        person.page().goBack();
        assertThat(person.path())
                .as("the page that was refused, without being sent again")
                .endsWith("/form/child?check");
        assertThat(person.page().inputValue(NAME)).isEqualTo(BirthForm.CHILD);
        person.page().goBack();
        assertThat(person.path()).endsWith("/form/child");
        assertThat(person.page().inputValue(NAME)).isEqualTo(BirthForm.CHILD);
    }

    @Test
    void whoPressesTwiceAndReloadsTwiceHasFiledOnce() {
        person.open("/my");
        int before = person.page().locator("section[aria-labelledby=filed] li").count();
        person.open("/procedures/" + BirthForm.CODE + "/start").press("form.form-actions .button");
        new BirthForm(person).toTheReview(0, "COUNTER");
        person.page().check("[id='commit.agree']");
        person.page().locator(".form-actions .button").first().dblclick();
        person.page().waitForURL("**/done");
        person.page().reload();
        person.page().reload();
        assertThat(person.page().locator(".big-code").count()).isEqualTo(1);
        person.page().goBack();
        assertThat(person.page().content()).doesNotContain("ERR_CACHE_MISS");

        person.open("/my");
        assertThat(person.page().locator("section[aria-labelledby=filed] li").count())
                .isEqualTo(before + 1);
    }

    @Test
    void whoGoesBackWithoutAScriptKeepsWhatWasTypedRightOrWrong() {
        try (var plain =
                new Person(person.page().url().replaceFirst("/drafts/.*", ""), 360, false).as("Lê Thị Ngọc Ánh")) {
            plain.open("/procedures/" + BirthForm.CODE + "/start").press("form.form-actions .button");
            var mother = plain.path().replaceFirst("/case$", "/form/mother");
            plain.open(mother).type("mother.fullName", "Lê Thị Ngọc Ánh").type("mother.birthDate", "31");
            plain.press("button[name=back]");
            assertThat(plain.path()).endsWith("/form/child");
            plain.open(mother);
            assertThat(plain.page().inputValue("[id='mother.fullName']")).isEqualTo("Lê Thị Ngọc Ánh");
            assertThat(plain.page().inputValue("[id='mother.birthDate']")).isEqualTo("31");
            plain.page().locator("[id='mother.fullName']").press("Enter");
            assertThat(plain.path())
                    .as("the key for going on does not lead back")
                    .endsWith("/form/mother");
            assertThat(plain.status()).isEqualTo(422);
        }
    }

    private String child() {
        var child = person.path().replaceFirst("/case$", "/form/child");
        person.open(child);
        return child;
    }
}
