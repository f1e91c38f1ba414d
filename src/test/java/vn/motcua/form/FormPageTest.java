package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.shared.Language;
import vn.motcua.shared.Page;
import vn.motcua.shared.TestMessages;
import vn.motcua.support.HtmlCheck;

/** Each kind of field as HTML: valid, labelled, and with what was typed. */
class FormPageTest {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private static String render(String template, Language language, Map<String, Object> more) {
        var parameters = new HashMap<>(more);
        parameters.put("page", new Page(language, "/x", Optional.empty(), "_csrf", "t", TestMessages.all()));
        var html = new StringOutput();
        TEMPLATES.render("form/" + template + ".jte", parameters, html);
        return html.toString();
    }

    private static String section(Language language, Map<String, Object> answers, List<Problem> problems) {
        var view = SectionView.of(AnswersTest.FORM, "all", answers, AnswersTest.FACTS, problems);
        Content buttons = it -> it.writeContent("<button class=\"button\">OK</button>");
        return render("errors", language, Map.of("problems", problems))
                + render(
                        "section",
                        language,
                        Map.of("view", view, "action", "/x", "save", "/x/save", "content", buttons));
    }

    private static void assertValid(String body, Language language) {
        var page = "<!doctype html><html lang=\"" + language.tag() + "\"><head><title>x</title></head><body><h1>x</h1>"
                + body.replaceAll(" hx-[a-z-]+=\"[^\"]*\"", "") + "</body></html>";
        assertThat(HtmlCheck.errors(page)).as(page).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKindIsValidEmptyWrongAndFilled(Language language) {
        assertValid(section(language, Map.of(), List.of()), language);
        var problems = AnswersTest.FORM.validate("all", Map.of(), AnswersTest.FACTS);
        assertValid(section(language, Map.of(), problems), language);
        var wrong = new HashMap<String, Object>();
        AnswersTest.FORM.definition().fields().forEach(it -> wrong.put(it.id(), "\"><script>alert(1)</script>"));
        wrong.put("a.date", Map.of("day", "31", "month", "9", "year", "2026"));
        wrong.put("a.home", Map.of("province", "15", "ward", "20242"));
        wrong.put("a.rows", List.of(Map.of("name", "<b>", "pages", "x"), Map.of()));
        assertValid(section(language, wrong, AnswersTest.FORM.validate("all", wrong, AnswersTest.FACTS)), language);
    }

    @Test
    void whatWasTypedStandsThereAgainAndCannotBreakOut() {
        var answers = Map.<String, Object>of(
                "a.name", "<img src=x>\"", "a.date", Map.of("day", "31", "month", "9", "year", "2026"));
        var html = section(Language.VI, answers, AnswersTest.FORM.validate("all", answers, AnswersTest.FACTS));
        assertThat(html)
                .doesNotContain("<img")
                .contains("name=\"a.date.day\" value=\"31\"")
                .contains("Tháng 9 chỉ có 30 ngày")
                .contains("href=\"#a.date\"")
                .contains("aria-describedby=\"a.date-hint a.date-error\"")
                .contains("<div id=\"field-a.hidden\">");
    }

    @Test
    void eachErrorLeadsToAnInput() {
        var answers = Map.<String, Object>of("a.rows", List.of(Map.of("name", "x")));
        var problems = AnswersTest.FORM.validate("all", answers, AnswersTest.FACTS);
        var html = section(Language.VI, answers, problems);
        assertThat(problems).isNotEmpty().allSatisfy(it -> assertThat(html).contains(" id=\"" + it.fieldId() + "\""));
    }

    @Test
    void onlyWhatChangedIsSentBack() {
        var before = SectionView.of(AnswersTest.FORM, "all", Map.of(), AnswersTest.FACTS, List.of());
        var answers = Map.<String, Object>of("a.boolean", false, "a.home", Map.of("province", "48"));
        var after = SectionView.of(AnswersTest.FORM, "all", answers, AnswersTest.FACTS, List.of());
        assertThat(after.changedSince(before)).extracting(FieldView::name).containsExactly("a.home", "a.hidden");
        assertThat(render("changed", Language.VI, Map.of("fields", after.changedSince(before))))
                .contains("hx-swap-oob=\"true\"")
                .contains("Phường Hải Châu");
    }

    @Test
    void theReviewReadsLikeALetter() {
        var words = new AnswerWords(TestMessages.all(), Language.VI, new FewPlaces());
        var answers = new HashMap<String, Object>(Map.of(
                "a.name",
                "Mỵ",
                "a.date",
                "2026-11-07",
                "a.money",
                1_500_000,
                "a.decimal",
                1200.25,
                "a.few",
                "2",
                "a.home",
                Map.of("province", "15", "ward", "03004", "detail", "Thôn Ý Linh Hồ"),
                "a.citizenId",
                "010095001234",
                "a.rows",
                List.of(Map.of("name", "Bằng", "pages", 2), Map.of("name", "Chứng chỉ", "pages", 1))));
        var view = AnswersView.of(AnswersTest.FORM, answers, AnswersTest.FACTS, words);
        Function<String, String> changeAt = id -> "/apply/" + id;
        var html = render("review", Language.VI, Map.of("view", view, "changeAt", changeAt));
        assertThat(html)
                .contains("07/11/2026", "1.500.000\u00a0₫", "1.200,25", "Nữ", "Thôn Ý Linh Hồ, Xã Tả Van, Tỉnh Lào Cai")
                .contains("010\u00a0095\u00a0001\u00a0234", "<li>Bằng, 2, 1</li>", "/apply/all", "Chưa khai");
        assertValid(html, Language.VI);
        assertValid("<h2>x</h2>" + render("answers", Language.VI, Map.of("view", view)), Language.VI);
    }
}
