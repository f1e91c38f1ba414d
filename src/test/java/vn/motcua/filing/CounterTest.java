package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.dossier.HandOver;
import vn.motcua.filing.Sending.Outcome;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.support.WholeProgram;

/** Giàng A Sình stands before Trần Thu Hà's counter and registers the birth of his daughter. */
@WholeProgram
class CounterTest {

    private static final String NUMBER_OF_SINH = "010095999002";

    private final Counter counter;
    private final DraftDesk desk;
    private final Sending sending;
    private final Cast cast;

    @Autowired
    CounterTest(Counter counter, DraftDesk desk, Sending sending, Cast cast) {
        this.counter = counter;
        this.desk = desk;
        this.sending = sending;
        this.cast = cast;
    }

    @Test
    void whoLooksSomebodyUpIsWrittenDownWithPositionAndPurpose() {
        var ha = ha();
        var before = looks(ha);

        var found = in(ha, () -> counter.look(ha, NUMBER_OF_SINH)).orElseThrow();
        in(ha, () -> counter.look(ha, "010095000000"));
        in(ha, () -> counter.look(ha, "12"));

        assertThat(looks(ha)).hasSize(before.size() + 2);
        assertThat(looks(ha).subList(before.size(), before.size() + 2))
                .containsExactly(
                        Map.of(
                                "role", "receiver",
                                "purpose", "intake",
                                "act", "look-up",
                                "subject", found.id().value().toString()),
                        Map.of(
                                "role", "receiver",
                                "purpose", "intake",
                                "act", "look-up-nobody",
                                "subject", new java.util.UUID(0, 0).toString()));
    }

    @Test
    void whoWorksAtNoCounterLooksNobodyUp() {
        var leader = (SignedIn.OfficerAt) cast.named("Vũ Đức Thành");

        assertThatThrownBy(() -> in(leader, () -> counter.look(leader, NUMBER_OF_SINH)))
                .hasMessageContaining("NO_COUNTER_AT_ALL");
    }

    @Test
    void theFirstEventSaysInWhichPositionTheOfficerFiledAndForWhom() {
        var ha = ha();
        var filed = filed(ha, complete(ha));

        var envelope = cast.select(
                filed.tenant(),
                ha,
                "select actor_name, role, position, acting_for from dossier_event where dossier = ? and version = 1",
                filed.dossier().value());
        assertThat(envelope)
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("actor_name", "Trần Thu Hà")
                        .containsEntry("role", "receiver")
                        .containsEntry(
                                "position",
                                ha.positions().stream()
                                        .filter(one -> one.role().equals("receiver"))
                                        .findFirst()
                                        .orElseThrow()
                                        .id()
                                        .toString())
                        .containsEntry(
                                "acting_for",
                                in(ha, () -> counter.look(ha, NUMBER_OF_SINH))
                                        .orElseThrow()
                                        .id()
                                        .toString()));
    }

    @Test
    void whatWasShownAtTheCounterLiesWithThePapers() {
        var ha = ha();
        var id = complete(ha);
        in(ha, () -> desk.shown(ha, id, List.of(new Draft.Shown("giay-chung-sinh", 1, 2))));
        var filed = filed(ha, id);

        assertThat(cast.select(
                        filed.tenant(),
                        ha,
                        "select document, name, file, originals, copies from dossier_paper where dossier = ? and document = 'giay-chung-sinh'",
                        filed.dossier().value()))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("document", "giay-chung-sinh")
                        .containsEntry("file", "")
                        .containsEntry("originals", "1")
                        .containsEntry("copies", "2"));
    }

    @Test
    void ofAScannedPaperItIsKeptTooWhatWasSeen() {
        var ha = ha();
        var id = complete(ha);
        in(ha, () -> desk.addPaper(ha, id, "giay-chung-sinh", cast.file(ha, "giay-chung-sinh.png")));
        var filed = filed(ha, id);

        assertThat(cast.select(
                        filed.tenant(),
                        ha,
                        "select name, originals, copies from dossier_paper where dossier = ? and document = 'giay-chung-sinh'",
                        filed.dossier().value()))
                .containsExactly(Map.of("name", "giay-chung-sinh.png", "originals", "1", "copies", "0"));
    }

    @Test
    void thatAScanMatchesItsOriginalIsKeptWithTheDossierAndInTheLog() {
        var ha = ha();
        var id = complete(ha);
        in(ha, () -> desk.addPaper(ha, id, "giay-chung-sinh", cast.file(ha, "giay-chung-sinh.png")));
        var silent = filed(ha, id);
        assertThat(statements(ha, silent)).as("nobody said so").isEmpty();

        var said = complete(ha);
        in(ha, () -> desk.addPaper(ha, said, "giay-chung-sinh", cast.file(ha, "giay-chung-sinh.png")));
        var scans = scans(in(ha, () -> desk.open(ha, said)));
        in(ha, () -> desk.compared(ha, said, scans, scans));
        var filed = filed(ha, said);

        var paper = cast.select(
                filed.tenant(),
                ha,
                "select file from dossier_paper where dossier = ? and document = 'giay-chung-sinh'",
                filed.dossier().value());
        assertThat(statements(ha, filed))
                .containsExactly(Map.of(
                        "file",
                        paper.getFirst().get("file") + "",
                        "document",
                        "giay-chung-sinh",
                        "stated_by",
                        ha.account().value().toString(),
                        "stater_name",
                        "Trần Thu Hà"));
        assertThat(cast.select(
                        filed.tenant(),
                        ha,
                        "select act, purpose from audit_record where subject = ? and act = 'compared-with-originals'",
                        filed.dossier().value()))
                .containsExactly(Map.of("act", "compared-with-originals", "purpose", "intake"));
    }

    private static Set<PaperId> scans(Case of) {
        return of.draft().papers().stream().map(Draft.Paper::id).collect(Collectors.toSet());
    }

    private List<Map<String, String>> statements(SignedIn.OfficerAt who, Filed filed) {
        return cast.select(
                filed.tenant(),
                who,
                "select file, document, stated_by, stater_name from paper_statement where dossier = ?",
                filed.dossier().value());
    }

    @Test
    void theAddressOfTheApplicantIsKept() {
        var ha = ha();
        var filed = filed(ha, complete(ha));

        assertThat(cast.select(
                        filed.tenant(),
                        ha,
                        "select f.address from filing f join dossier d on d.filing = f.id where d.id = ?",
                        filed.dossier().value()))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.get("address") + "").contains("Tả Van").contains("Lào Cai"));
    }

    @Test
    void aForeignerHasAPassportAndSaysHowToBeTold() {
        var ha = ha();
        var answers = Map.<String, Object>of(
                "name", "Anna Schmidt",
                "bornOn", "1990-05-06",
                "phone", "0912345679",
                "passport", "c01x00t47",
                "email", "anna@example.org",
                "sms", false);
        assertThat(counter.form().validate(Counter.PERSON, answers, counter.facts()))
                .isEmpty();
        assertThat(counter.form()
                        .validate(Counter.PERSON, Map.of("name", "Anna", "bornOn", "1990-05-06"), counter.facts()))
                .extracting(it -> it.fieldId())
                .containsExactly("number");
        var anna = in(ha, () -> counter.walkIn(ha, answers));
        var id = in(ha, () -> desk.start(ha, Birth.CODE, anna, Ids.next()));

        var kept = in(ha, () -> desk.open(ha, id)).draft().walkIn().orElseThrow();
        assertThat(kept).isEqualTo(anna);
        assertThat(kept.number()).isEqualTo("C01X00T47");
        assertThat(kept.email()).isEqualTo("anna@example.org");
        assertThat(kept.quiet()).isTrue();
    }

    @Test
    void theSameCommandBeginsOneDraftAndAnotherPersonAnother() {
        var ha = ha();
        var sinh = sinh(ha);
        var command = Ids.next();

        var id = in(ha, () -> desk.start(ha, Birth.CODE, sinh, command));
        assertThat(in(ha, () -> desk.start(ha, Birth.CODE, sinh, command))).isEqualTo(id);
        var other = in(
                ha,
                () -> counter.walkIn(
                        ha, Map.of("number", "010095000000", "name", "Giàng A Chống", "bornOn", "1995-02-03")));
        assertThat(in(ha, () -> desk.start(ha, Birth.CODE, other, command)))
                .as("after the browser's Back")
                .isNotEqualTo(id);
    }

    private WalkIn sinh(SignedIn.OfficerAt ha) {
        return in(
                ha,
                () -> counter.walkIn(
                        ha,
                        Map.of(
                                "number", NUMBER_OF_SINH,
                                "name", "Giàng A Sình",
                                "bornOn", "1995-02-03",
                                "phone", "0912345678")));
    }

    private DraftId complete(SignedIn.OfficerAt ha) {
        return complete(ha, sinh(ha));
    }

    private DraftId complete(SignedIn.OfficerAt ha, WalkIn walkIn) {
        var id = in(ha, () -> desk.start(ha, Birth.CODE, walkIn, Ids.next()));
        Birth.pages().forEach((page, answers) -> in(ha, () -> desk.answer(ha, id, page, answers)));
        in(ha, () -> desk.answer(ha, id, "commit", Birth.declaration()));
        in(
                ha,
                () -> desk.shown(
                        ha,
                        id,
                        List.of(new Draft.Shown("giay-chung-sinh", 1, 0), new Draft.Shown("giay-to-tuy-than", 1, 0))));
        in(ha, () -> desk.receive(ha, id, new Delivery(HandOver.How.COUNTER, "")));
        assertThat(in(ha, () -> desk.open(ha, id)).missing()).isEqualTo(List.of());
        return id;
    }

    private Filed filed(SignedIn.OfficerAt ha, DraftId id) {
        var outcome = sending.file(ha, id, Ids.next(), Map.of());
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).filed();
    }

    private List<Map<String, String>> looks(SignedIn.OfficerAt who) {
        return cast.select(
                who.tenant(),
                who,
                "select role, purpose, act, subject from audit_record where actor = ? and purpose = 'intake' order by id",
                who.account().value());
    }

    private SignedIn.OfficerAt ha() {
        return (SignedIn.OfficerAt) cast.named("Trần Thu Hà");
    }

    private static <T> T in(SignedIn who, java.util.function.Supplier<T> work) {
        return who.scope().call(work);
    }
}
