package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.HandOver;
import vn.motcua.filing.Sending.Outcome;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.support.WholeProgram;

@WholeProgram
class FilingTest {

    private static final TenantId LAO_CAI = new TenantId(15);

    private final DraftDesk desk;
    private final Sending sending;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final Cast cast;

    @Autowired
    FilingTest(DraftDesk desk, Sending sending, Drafts drafts, Catalogue catalogue, Cast cast) {
        this.desk = desk;
        this.sending = sending;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.cast = cast;
    }

    @Test
    void aDraftBeginsWithWhatTheAccountKnowsAndIsPinnedToTheRevisionInForce() {
        var draft = begun(cast.may());

        assertThat(draft.draft().answers())
                .containsEntry("requester.fullName", "Lý Thị Mẩy")
                .containsEntry("requester.citizenId", "010198999001")
                .containsEntry("child.nationality", "VN");
        assertThat(draft.draft().revision()).isEqualTo(catalogue.get(Birth.CODE).id());
        assertThat(in(cast.may(), () -> desk.fromAccount(cast.may(), draft))).contains("requester.residence");
    }

    @Test
    void aMotherIsNotAskedAgainWhatHerAccountKnows() {
        var may = cast.may();
        var id = begun(may).draft().id();
        var mother = in(may, () -> desk.answer(may, id, "requester", Birth.form("requester.relationship", "03")));

        assertThat(mother.draft().answers())
                .containsEntry("mother.fullName", "Lý Thị Mẩy")
                .containsEntry("mother.citizenId", "010198999001")
                .containsEntry("mother.birthDate", mother.draft().answers().get("requester.birthDate"))
                .containsEntry("mother.residence", mother.draft().answers().get("requester.residence"))
                .doesNotContainKey("father.fullName");
        assertThat(in(may, () -> desk.fromAccount(may, mother))).contains("mother.residence", "mother.citizenId");
    }

    @Test
    void whatSheWroteHerselfStaysAndTheRestIsTakenBackWhenSheIsNotTheMother() {
        var may = cast.may();
        var id = begun(may).draft().id();
        in(may, () -> desk.answer(may, id, "mother", Birth.form("mother.fullName", "Lý Thị Mẩy Anh")));
        var mother = in(may, () -> desk.answer(may, id, "requester", Birth.form("requester.relationship", "03")));
        var aunt = in(may, () -> desk.answer(may, id, "requester", Birth.form("requester.relationship", "24")));

        assertThat(mother.draft().answers()).containsEntry("mother.fullName", "Lý Thị Mẩy Anh");
        assertThat(mother.draft().answers()).containsEntry("mother.citizenId", "010198999001");
        assertThat(aunt.draft().answers())
                .containsEntry("mother.fullName", "Lý Thị Mẩy Anh")
                .containsEntry("mother.nationality", "VN")
                .doesNotContainKeys("mother.citizenId", "mother.birthDate", "mother.residence");
    }

    @Test
    void theCompetentOneStopIsFoundFromTheResidence() {
        var draft = begun(cast.may());

        assertThat(draft.draft().unit()).isPresent();
        assertThat(draft.missing()).noneMatch(it -> it instanceof Missing.Somewhere);
    }

    @Test
    void whereNobodyUsesTheSystemTheUnitStaysOpen() {
        var may = cast.may();
        var draft = begun(may);
        var hanoi = in(may, () -> desk.place(may, draft.draft().id(), new Place("01", "00004")));

        assertThat(hanoi.draft().unit()).isEmpty();
        assertThat(hanoi.missing()).anyMatch(it -> it instanceof Missing.Somewhere);
    }

    @Test
    void aWardOfAnotherProvinceIsNotTaken() {
        var may = cast.may();
        var draft = begun(may);

        assertThat(in(may, () -> desk.place(may, draft.draft().id(), new Place("48", "03037")))
                        .draft()
                        .place())
                .isEqualTo(new Place("48", ""));
    }

    @Test
    void whatIsTypedSurvivesRightOrWrong() {
        var may = cast.may();
        var id = begun(may).draft().id();
        in(
                may,
                () -> desk.answer(
                        may,
                        id,
                        "child",
                        Birth.form(
                                "child.birthDate.day",
                                "31",
                                "child.birthDate.month",
                                "9",
                                "child.birthDate.year",
                                "2026")));

        var later = in(may, () -> desk.open(may, id));
        assertThat(later.draft().answers().get("child.birthDate"))
                .isEqualTo(Map.of("day", "31", "month", "9", "year", "2026"));
        assertThat(later.problems("child")).anyMatch(it -> it.fieldId().equals("child.birthDate"));
    }

    @Test
    void aDraftDoesNotExistForAnybodyElse() {
        var id = begun(cast.may()).draft().id();

        assertThatThrownBy(() -> in(cast.sinh(), () -> desk.open(cast.sinh(), id)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NO_SUCH_DRAFT");
        assertThat(in(cast.sinh(), () -> drafts.of(cast.may().account()))).isEmpty();
        assertThat(in(cast.may(), () -> drafts.of(cast.may().account())))
                .anyMatch(it -> it.id().equals(id));
    }

    @Test
    void whatIsMissingIsListedAndNothingIsFiled() {
        var may = cast.may();
        var id = begun(may).draft().id();

        var outcome = sending.file(may, id, Ids.next(), Birth.declaration());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.NotYet.class, it -> {
            assertThat(it.missing())
                    .anyMatch(one -> one instanceof Missing.Document document
                            && document.id().equals("giay-chung-sinh"))
                    .anyMatch(one -> one instanceof Missing.Answer answer
                            && answer.problem().fieldId().equals("child.fullName"))
                    .anyMatch(one -> one instanceof Missing.Receiving);
            assertThat(it.declaration()).isEmpty();
        });
        assertThat(in(may, () -> desk.open(may, id)).draft().id()).isEqualTo(id);
    }

    @Test
    void withoutTheDeclarationNothingIsFiled() {
        var may = cast.may();
        var id = complete(may);

        assertThat(sending.file(may, id, Ids.next(), Birth.form("commit.agree", "")))
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class, it -> assertThat(it.declaration()).isNotEmpty());
    }

    @Test
    void filingTwiceGivesTheSameConfirmationAndOneDossier() {
        var may = cast.may();
        var id = complete(may);
        var before = cast.rows("dossier", LAO_CAI, may);
        var command = Ids.next();

        var first = filed(sending.file(may, id, command, Birth.declaration()));
        var again = filed(sending.file(may, id, command, Birth.declaration()));
        var refreshed = filed(sending.file(may, id, Ids.next(), Birth.declaration()));

        assertThat(again).isEqualTo(first);
        assertThat(refreshed).isEqualTo(first);
        assertThat(cast.rows("dossier", LAO_CAI, may)).isEqualTo(before + 1);
        assertThat(in(may, () -> drafts.of(may.account())))
                .noneMatch(it -> it.id().equals(id));
        assertThat(sending.filed(may, first.code())).contains(first);
        assertThat(sending.filed(cast.sinh(), first.code())).isEmpty();
    }

    @Test
    void aDoubleClickFilesOnce() throws Exception {
        var may = cast.may();
        var id = complete(may);
        var before = cast.rows("dossier", LAO_CAI, may);
        var command = Ids.next();
        try (var both = Executors.newFixedThreadPool(4)) {
            var clicks = both.invokeAll(
                    java.util.Collections.nCopies(4, () -> filed(sending.file(may, id, command, Birth.declaration()))));
            assertThat(clicks)
                    .extracting(Future::get)
                    .containsOnly(filed(sending.file(may, id, command, Birth.declaration())));
        }
        assertThat(cast.rows("dossier", LAO_CAI, may)).isEqualTo(before + 1);
    }

    @Test
    void anAnswerThatIsNoLongerAskedIsNotFiled() {
        var may = cast.may();
        var id = complete(may);
        in(may, () -> desk.answer(may, id, "copies", Birth.form("copies.want", "false")));

        var answers = cast.answers(filed(sending.file(may, id, Ids.next(), Birth.declaration())), may);

        assertThat(answers).contains("Giàng Thị Mỵ").doesNotContain("copies.count");
    }

    @Test
    void aFileForADocumentThatIsNotDemandedIsRefused() {
        var may = cast.may();
        var id = begun(may).draft().id();

        assertThatThrownBy(() -> in(may, () -> desk.addPaper(may, id, "bien-ban-bo-roi", cast.file(may, "a.png"))))
                .hasMessageContaining("DOCUMENT_NOT_DEMANDED");
    }

    @Test
    void aDraftThrownAwayIsGoneWithItsPapers() {
        var may = cast.may();
        var id = complete(may);
        in(may, () -> {
            desk.discard(may, id);
            return id;
        });

        assertThatThrownBy(() -> in(may, () -> desk.open(may, id))).hasMessageContaining("NO_SUCH_DRAFT");
    }

    @Test
    void everyRunnableProcedureCanBeBegun() {
        var may = cast.may();
        for (var revision : catalogue.runnable()) {
            var id = in(may, () -> desk.start(may, revision.code()));
            var of = in(may, () -> desk.open(may, id));
            assertThat(of.steps())
                    .as(revision.code())
                    .endsWith(new Step.Papers(), new Step.Receiving(), new Step.Review());
            in(may, () -> {
                desk.discard(may, id);
                return id;
            });
        }
    }

    private Case begun(SignedIn.Applicant who) {
        return in(who, () -> desk.open(who, desk.start(who, Birth.CODE)));
    }

    private DraftId complete(SignedIn.Applicant who) {
        var id = begun(who).draft().id();
        Birth.pages().forEach((page, answers) -> in(who, () -> desk.answer(who, id, page, answers)));
        in(who, () -> desk.addPaper(who, id, "giay-chung-sinh", cast.file(who, "giay-chung-sinh.png")));
        in(who, () -> desk.receive(who, id, new Delivery(HandOver.How.DIGITAL, "")));
        assertThat(in(who, () -> desk.open(who, id)).missing()).isEqualTo(List.of());
        return id;
    }

    private static Filed filed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).filed();
    }

    private static <T> T in(SignedIn who, java.util.function.Supplier<T> work) {
        return who.scope().call(work);
    }
}
