package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;

/** How to reach the pages of the vault. */
final class VaultPagesTable {

    private static final String NOTHING_YET = "Đặng Thị Hương";
    private static final String ELSEWHERE = "Đỗ Thị Lan Chi";

    private final TaVan taVan;

    VaultPagesTable(TaVan taVan) {
        this.taVan = taVan;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/my/vault",
                        () -> List.of(
                                State.empty("nothing there", NOTHING_YET, "/my/vault"),
                                State.filled("some", QUAN, it -> {
                                    kept(0);
                                    it.open("/my/vault");
                                })),
                "/my/vault/{entry}",
                        () -> List.of(
                                State.empty("in force, not used yet", QUAN, it -> open(it, 0)),
                                State.wrong("a link for nobody", QUAN, it -> {
                                    open(it, 0);
                                    it.press("#share .button");
                                }),
                                State.filled("with a link just made", QUAN, it -> {
                                    open(it, 0);
                                    it.type("note", "Trường mầm non").press("#share .button");
                                }),
                                State.filled("to be paid first", QUAN, it -> open(it, 2)),
                                at("not theirs", NOTHING_YET, 404, "/my/vault/" + PageTable.UNKNOWN)),
                "/shared/{secret}",
                        () -> List.of(
                                State.filled("open", QUAN, it -> {
                                    open(it, 0);
                                    it.type("note", "Ngân hàng").press("#share .button");
                                    it.open(it.page()
                                            .locator("a[href*='/shared/']")
                                            .getAttribute("href")
                                            .replaceFirst("^https?://[^/]+", ""));
                                }),
                                at("over", PageTable.NOBODY, 404, "/shared/" + "a".repeat(32))),
                "/desk/reuse",
                        () -> List.of(
                                State.filled("this year", PageTable.RECEIVER, "/desk/reuse"),
                                State.empty("of an agency where nobody filed", ELSEWHERE, "/desk/reuse")),
                "/drafts/{id}/papers",
                        () -> List.of(State.filled("an offer from the vault", QUAN, it -> {
                            kept(0);
                            allowance(it);
                        })));
    }

    private void kept(int copies) {
        taVan.birth(QUAN, HandOver.How.DIGITAL, copies)
                .received()
                .appraised()
                .approved()
                .resultIssued(TaVan.unused());
        taVan.told();
    }

    private void open(Person who, int copies) {
        kept(copies);
        who.open("/my/vault").press(".hits a");
    }

    static void allowance(Person who) {
        who.open("/procedures/1.001776/start").press("form.form-actions .button");
        var draft = who.path().replaceFirst("^/en", "").replaceFirst("/case$", "");
        who.open(draft + "/form/subject");
        var list = who.page().locator("select[id='s.group']");
        if (list.count() > 0) {
            list.selectOption("SINGLE_PARENT");
        } else {
            who.page().check("input[name='s.group'][value='SINGLE_PARENT']");
        }
        who.next().open(draft + "/papers");
    }
}
