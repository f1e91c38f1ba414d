package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.catalogue.StudioDesk.Filling;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A draft is edited by its parts as it would be by its files: once, by its authors, as they saw it, and never by half. */
@WholeProgram
class StudioDeskTest {

    private static final StudioPart PAGE = StudioPart.page("copies");
    private static final StudioPart DOCUMENTS = new StudioPart(StudioPart.Sort.DOCUMENTS, "");

    @Autowired
    StudioDesk studio;

    @Autowired
    RevisionDesk desk;

    @Autowired
    JusticeProcedures justice;

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theSameCommandTwiceIsDoneOnce() {
        var which = justice.draft();
        var command = Ids.next();
        studio.put(author(), command, which, question("given(requester.email)"));
        studio.put(author(), command, which, question("given(requester.email)"));

        var after = edition(which);
        assertThat(after.version()).isEqualTo(which.version() + 1);
        assertThat(after.files().getOrDefault("form.yaml", "")).containsOnlyOnce("copies.why");
        assertThat(desk.problems(after)).isEmpty();
        assertThat(desk.history(author(), after).getLast().said()).isEqualTo("form.yaml");
    }

    @Test
    void whatIsWrongIsSavedInNoPart() {
        var which = justice.draft();
        assertThatThrownBy(() -> studio.put(author(), Ids.next(), which, question("nobody == 1")))
                .isInstanceOfSatisfying(
                        StudioWrong.class, it -> assertThat(it.faults()).containsOnlyKeys("when"));
        var renamed = new HashMap<>(StudioPackage.of(edition(which).files()).inputs(PAGE, "copies.count", "integer"));
        renamed.put("id", "copies.number");
        assertThatThrownBy(() ->
                        studio.put(author(), Ids.next(), which, new Filling(PAGE, "copies.count", "integer", renamed)))
                .isInstanceOfSatisfying(
                        StudioWrong.class, it -> assertThat(it.faults()).containsOnlyKeys("id"));
        assertThatThrownBy(() -> studio.move(
                        author(), Ids.next(), which, new StudioPart(StudioPart.Sort.PAGES, ""), "commit", "up"))
                .as("the declaration is last")
                .isInstanceOf(StudioWrong.class);

        assertThat(edition(which).version()).isEqualTo(which.version());
        assertThat(edition(which).files().getOrDefault("form.yaml", "")).doesNotContain("copies.why", "copies.number");
    }

    @Test
    void theFileOfWordsToApplicantsGoesWithTheLastOfThem() {
        var messages = new StudioPart(StudioPart.Sort.MESSAGES, "");
        var which = justice.draft();
        var typed = Map.of("id", "result-issued", "vi", "Mang giấy tờ tùy thân", "en", "Bring an identity paper");
        studio.put(author(), Ids.next(), which, new Filling(messages, "", "", typed));
        var with = edition(which);
        assertThat(with.files()).containsKey("messages.yaml");
        var then = new Which(which.code(), which.no(), with.version());
        studio.remove(author(), Ids.next(), then, messages, "result-issued");
        assertThat(edition(which).files()).doesNotContainKey("messages.yaml");
        assertThat(desk.problems(edition(which))).isEmpty();
    }

    @Test
    void anOlderPageSavesNothing() {
        var which = justice.draft();
        studio.remove(author(), Ids.next(), which, DOCUMENTS, "giay-to-cu-tru");
        var after = edition(which);
        refused(
                CatalogueRefusal.EDITION_CHANGED,
                () -> studio.remove(author(), Ids.next(), which, DOCUMENTS, "van-ban-uy-quyen"));
        refused(
                CatalogueRefusal.EDITION_CHANGED,
                () -> studio.put(author(), Ids.next(), which, question("given(requester.email)")));
        assertThat(edition(which).files()).isEqualTo(after.files());
    }

    @Test
    void itIsThereForItsAuthorsAlone() {
        var which = justice.draft();
        var no = Integer.toString(which.no());
        var reviewer = (OfficerAt) taVan.named(JusticeProcedures.REVIEWER);
        var elsewhere = (OfficerAt) taVan.named("Tráng Thị Sua");
        refused(AccessRefusal.NOT_THERE, () -> studio.draft(reviewer, which.code(), no));
        refused(AccessRefusal.NOT_THERE, () -> studio.draft(elsewhere, which.code(), no));
        refused(
                AccessRefusal.NOT_THERE,
                () -> studio.put(elsewhere, Ids.next(), which, question("given(requester.email)")));
        refused(
                AccessRefusal.NOT_THERE,
                () -> studio.draft(author(), justice.inReview().code(), "1"));
        refused(AccessRefusal.NOT_THERE, () -> studio.draft(author(), "1.001193@15", "1"));
        assertThat(edition(which).version()).isEqualTo(which.version());
    }

    private static Filling question(String when) {
        return new Filling(
                PAGE,
                "",
                "text",
                Map.of("vi", "Vì sao?", "en", "Why?", "id", "copies.why", "required", "no", "when", when));
    }

    private Edition edition(Which which) {
        return desk.get(author(), which.code(), which.no());
    }

    private static void refused(RefusalCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private OfficerAt author() {
        return (OfficerAt) taVan.named(JusticeProcedures.AUTHOR);
    }
}
