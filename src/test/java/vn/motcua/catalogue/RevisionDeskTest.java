package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.catalogue.RevisionDesk.Wanted;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A procedure is changed by two people and its day; what was filed before keeps what it was filed under. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=revisions")
class RevisionDeskTest {

    private static final String BIRTH = "1.001193";
    /** Also of the ministry of justice, so that the tests do not meet. */
    private static final String COPIES = "2.000635";

    @Autowired
    RevisionDesk desk;

    @Autowired
    DraftEditionDesk drafts;

    @Autowired
    PublicationRounds rounds;

    @Autowired
    Publication publication;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatIsPublishedOnItsDayHoldsForNewDossiersAndNotForEarlierOnes() {
        var before = catalogue.get(BIRTH);
        var earlier = taVan.birth("Lý Thị Mẩy");
        var which = draft(BIRTH);
        assertThat(which.no()).as("what came with the program is the first").isEqualTo(2);

        change(which, "form.yaml", "vi: Họ, chữ đệm, tên", "vi: Họ, chữ đệm, tên (viết in hoa)");
        desk.handIn(author(), Ids.next(), seen(which));
        desk.approve(reviewer(), Ids.next(), seen(which), wanted("2026-11-26"));
        rounds.go();
        assertThat(catalogue.get(BIRTH).id()).as("not before its day").isEqualTo(before.id());
        assertThat(catalogue.course(BIRTH).flatMap(Course::next)).contains(LocalDate.of(2026, 11, 26));

        clock.set("2026-11-26T00:01");
        rounds.go();
        rounds.go();

        var after = catalogue.get(BIRTH);
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(label(after)).contains("viết in hoa");
        var kept = catalogue.revision(earlier.seen().revision());
        assertThat(kept.id()).isEqualTo(before.id());
        assertThat(label(kept)).doesNotContain("viết in hoa");
        assertThat(taVan.birth("Giàng A Sình").seen().revision()).isEqualTo(after.id());

        assertThat(desk.of(reviewer(), BIRTH))
                .extracting(it -> it.no() + " " + it.phase().name())
                .startsWith("2 PUBLISHED", "1 REPLACED");
        var edition = desk.get(author(), BIRTH, 2);
        assertThat(desk.history(author(), edition))
                .extracting(it -> it.act() + " " + it.by().orElse("–"))
                .containsExactly(
                        "BEGUN Nguyễn Hoài Phương",
                        "CHANGED Nguyễn Hoài Phương",
                        "HANDED_IN Nguyễn Hoài Phương",
                        "APPROVED Phan Thế Hiển",
                        "PUBLISHED –");
        assertThat(desk.leadTimes(edition))
                .extracting(it -> it.duty() + " " + it.state())
                .containsExactly("ANNOUNCE KEPT", "PUBLISH KEPT");
        assertThat(catalogue.course(BIRTH)).contains(new Course(clock.instant(), Optional.empty()));
        Scope.of(TenantId.NATIONAL)
                .run(() -> assertThat(publication.publishBuiltIn())
                        .as("what comes with the program does not come back over it")
                        .isZero());
    }

    @Test
    void whatIsNotSoundIsNotHandedInAndIsKeptAsADraft() {
        var which = draft(COPIES);
        change(which, "examples.yaml", "due:", "du:");
        var sent = seen(which);
        refused(CatalogueRefusal.PACKAGE_HAS_PROBLEMS, () -> desk.handIn(author(), Ids.next(), sent));
        var kept = desk.get(author(), COPIES, which.no());
        assertThat(kept.version()).isEqualTo(sent.version());
        assertThat(kept.files().get("examples.yaml")).contains("du:");
        assertThat(desk.problems(kept)).isNotEmpty().allSatisfy(it -> {
            assertThat(it.file()).isEqualTo("examples.yaml");
            assertThat(it.line()).isPositive();
        });
        change(which, "examples.yaml", "du:", "due:");
        desk.handIn(author(), Ids.next(), seen(which));

        desk.sendBack(reviewer(), Ids.next(), seen(which), "Thiếu ví dụ về ngày nghỉ");
        assertThat(desk.get(author(), COPIES, which.no()).phase())
                .isEqualTo(new Phase.Draft(Optional.of("Thiếu ví dụ về ngày nghỉ")));
    }

    @Test
    void anAuthorTakesBackWhatTheyHandedInAndGivesADraftUp() {
        var which = draft(COPIES);
        desk.handIn(author(), Ids.next(), seen(which));
        var handedIn = seen(which);
        refused(AccessRefusal.NOT_THERE, () -> drafts.takeBack(reviewer(), Ids.next(), handedIn));

        var command = Ids.next();
        drafts.takeBack(author(), command, handedIn);
        drafts.takeBack(author(), command, handedIn);
        assertThat(desk.get(author(), COPIES, which.no()).phase()).isEqualTo(new Phase.Draft(Optional.empty()));
        refused(
                CatalogueRefusal.EDITION_NOT_IN_PHASE,
                () -> desk.sendBack(reviewer(), Ids.next(), seen(which), "Muộn rồi"));

        drafts.discard(author(), Ids.next(), seen(which));
        var given = desk.get(author(), COPIES, which.no());
        assertThat(given.phase()).isInstanceOf(Phase.Discarded.class);
        assertThat(given.files()).as("what was written can still be read").containsKey("form.yaml");
        refused(CatalogueRefusal.EDITION_NOT_IN_PHASE, () -> desk.handIn(author(), Ids.next(), seen(which)));
        assertThat(desk.history(author(), given))
                .extracting(RevisionDesk.Line::act)
                .containsExactly(
                        Edition.Act.BEGUN, Edition.Act.HANDED_IN, Edition.Act.TAKEN_BACK, Edition.Act.DISCARDED);
        assertThat(draft(COPIES).no()).as("its number is not used again").isEqualTo(which.no() + 1);
    }

    @Test
    void aPackageBeginsFromAMereRecordAndSaysWhatItLacks() {
        var record = "1.000080";
        refused(CatalogueRefusal.NOTHING_TO_COPY, () -> desk.copy(author(), Ids.next(), record));
        assertThat(drafts.hasRecordOnly(author(), record)).isTrue();
        assertThat(drafts.hasRecordOnly(author(), BIRTH)).isFalse();
        assertThat(drafts.hasRecordOnly(reviewer(), record)).isFalse();
        refused(AccessRefusal.NOT_THERE, () -> drafts.fromRecord(author(), Ids.next(), "1.004194"));

        var command = Ids.next();
        int no = drafts.fromRecord(author(), command, record);
        assertThat(drafts.fromRecord(author(), command, record)).isEqualTo(no);
        var edition = desk.get(author(), record, no);
        assertThat(edition.name()).isEqualTo(catalogue.get(record).record().name());
        assertThat(edition.files()).hasSize(5);
        assertThat(desk.problems(edition)).isNotEmpty();
        refused(
                CatalogueRefusal.PACKAGE_HAS_PROBLEMS,
                () -> desk.handIn(author(), Ids.next(), new Which(record, no, edition.version())));
    }

    @Test
    void whoMayNotIsToldThatThereIsNothing() {
        var which = draft(COPIES);
        refused(AccessRefusal.NOT_THERE, () -> desk.copy(reviewer(), Ids.next(), COPIES));
        refused(AccessRefusal.NOT_THERE, () -> desk.sendBack(author(), Ids.next(), seen(which), "Không"));
        refused(AccessRefusal.NOT_THERE, () -> desk.role(officer("Trần Thu Hà")));
        refused(AccessRefusal.NOT_THERE, () -> desk.role(officer("Đỗ Thị Lan Chi")));
        refused(AccessRefusal.NOT_THERE, () -> desk.of(author(), "1.004222"));
        refused(AccessRefusal.NOT_THERE, () -> desk.copy(author(), Ids.next(), "1.004222"));
        var others = catalogue.get("1.004222").runnableContent().files();
        refused(CatalogueRefusal.PACKAGE_OF_ANOTHER, () -> desk.send(author(), Ids.next(), others));
        refused(
                CatalogueRefusal.PACKAGE_WITHOUT_CODE,
                () -> desk.send(author(), Ids.next(), Map.of("procedure.yaml", "a: b")));
    }

    @Test
    void theSameCommandTwiceIsOneDraft() {
        var command = Ids.next();
        assertThat(desk.copy(author(), command, COPIES)).isEqualTo(desk.copy(author(), command, COPIES));
    }

    @Test
    void aNewProcedureBeginsWithItsPackageAndEndsByADecisionOnItsDay() {
        var files = new HashMap<String, String>();
        catalogue
                .get(COPIES)
                .runnableContent()
                .files()
                .forEach((name, text) -> files.put(name, text.replace(COPIES, "9.200001")));
        var which = desk.send(author(), Ids.next(), files);
        desk.handIn(author(), Ids.next(), which);
        desk.approve(reviewer(), Ids.next(), seen(which), wanted("2026-11-23"));
        rounds.go();
        var revision = catalogue.get("9.200001").id();

        var decision = new PublishingDecision("2001/QĐ-BTP", LocalDate.of(2026, 11, 23), "Bộ trưởng Bộ Tư pháp");
        desk.endOn(reviewer(), Ids.next(), seen(which), decision, LocalDate.of(2026, 11, 25));
        rounds.go();
        assertThat(catalogue.find("9.200001")).as("until its day").isPresent();
        clock.set("2026-11-25T08:00");
        rounds.go();
        assertThat(catalogue.find("9.200001")).isEmpty();
        assertThat(catalogue.revision(revision).code()).as("dossiers keep it").isEqualTo("9.200001");
        assertThat(desk.get(author(), "9.200001", 1).phase().name()).isEqualTo(Phase.Name.ABOLISHED);
        assertThat(desk.list(author(), Set.of(Phase.Name.ABOLISHED), "", 10, 0))
                .extracting(Edition::code)
                .containsExactly("9.200001");
    }

    private Which draft(String code) {
        return new Which(code, desk.copy(author(), Ids.next(), code), 1);
    }

    private Which seen(Which which) {
        return new Which(
                which.code(),
                which.no(),
                desk.get(author(), which.code(), which.no()).version());
    }

    private void change(Which which, String file, String from, String to) {
        var text = desk.get(author(), which.code(), which.no()).files().getOrDefault(file, "");
        assertThat(text).contains(from);
        desk.change(author(), Ids.next(), seen(which), Map.of(file, text.replace(from, to)));
    }

    private static Wanted wanted(String day) {
        return new Wanted(
                new PublishingDecision("1872/QĐ-BTP", LocalDate.of(2026, 11, 20), "Bộ trưởng Bộ Tư pháp"),
                LeadTimes.Track.MINISTRY,
                LocalDate.of(2027, 1, 1),
                LocalDate.parse(day));
    }

    private static String label(ProcedureRevision revision) {
        return List.of(revision.runnableContent().files().getOrDefault("form.yaml", ""))
                .toString();
    }

    private OfficerAt author() {
        return officer("Nguyễn Hoài Phương");
    }

    private OfficerAt reviewer() {
        return officer("Phan Thế Hiển");
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    private static void refused(RefusalCode code, ThrowingCallable it) {
        assertThatThrownBy(it)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
