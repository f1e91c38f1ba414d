package vn.motcua.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ResultOwner;
import vn.motcua.desk.ResultDesk;
import vn.motcua.desk.ResultDraft;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.AmendedResult;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.VaultPapers;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A result is not only whose dossier it was: a marriage is of both, a birth certificate is the child's. */
@WholeProgram
class ResultOwnersTest {

    private static final String WIFE = "Lý Thị Mẩy";
    private static final String HUSBAND = "Giàng A Sình";
    private static final Set<String> MARRIAGES = Set.of("KQ.G15.000032");

    @Autowired
    private TaVan taVan;

    @Autowired
    private VaultDesk vault;

    @Autowired
    private DraftDesk drafts;

    @Autowired
    private VaultPapers papers;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private ResultDraft draft;

    @Autowired
    private ResultDesk results;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void bothSpousesHaveTheMarriageCertificateWithTheSameDataAndTheSecondReusesIt() {
        var life = married("010095999002");
        var sinh = (SignedIn.Citizen) taVan.named(HUSBAND);
        var hers = of(life.who, life).getFirst();
        var his = of(sinh, life).getFirst();

        assertThat(his.file()).isEqualTo(hers.file());
        assertThat(his.data())
                .isEqualTo(hers.data())
                .extracting(VaultEntry.Datum::name)
                .contains("wife.citizenId");
        assertThat(hers.filing()).isEqualTo(life.code.value());
        assertThat(his.filing()).as("no way into her dossier").isEmpty();
        var page = new Visit("http://localhost:" + port).as(HUSBAND);
        assertThat(page.get("/my/vault/" + his.id()).body())
                .contains("Giấy chứng nhận kết hôn", "Người khác nộp; kết quả này cũng là của bạn")
                .doesNotContain(life.path());
        assertThat(page.get(life.path()).statusCode()).isEqualTo(404);
        assertThat(page.get("/my/vault/" + hers.id()).statusCode())
                .as("hers is hers")
                .isEqualTo(404);

        var kinship = sinh.scope().call(() -> {
            var id = drafts.start(sinh, "1.004222");
            drafts.answer(sinh, id, "housing", Map.of("housing.type", List.of("RELATIVE")));
            return papers.take(sinh, id, "quan-he-nhan-than", vault.usable(sinh, his.id() + "", MARRIAGES));
        });

        assertThat(kinship.draft().papersFor("quan-he-nhan-than"))
                .singleElement()
                .satisfies(it -> assertThat(it.held()).contains(his.held()));
    }

    @Test
    void aCertificateThatIsReplacedEndsWithBothAndTheCorrectedOneIsOfWhomItNamesNow() {
        var life = married("010095999002");
        var sinh = (SignedIn.Citizen) taVan.named(HUSBAND);
        var quan = (SignedIn.Citizen) taVan.named("Nguyễn Văn Quân");
        life.handedOver();
        amended(life, Map.of("husband.citizenId", "010078999003", "husband.fullName", "Nguyễn Văn Quân"));
        taVan.told();

        assertThat(of(sinh, life))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.ending().map(VaultEntry.Ending::how)).contains(VaultEntry.How.REPLACED));
        assertThat(vault.offers(sinh, MARRIAGES)).noneMatch(it -> it.source().equals(Optional.of(life.ref)));
        assertThat(of(quan, life))
                .singleElement()
                .satisfies(it -> assertThat(it.ending()).isEmpty());
        assertThat(of(life.who, life)).hasSize(2);
        assertThat(vault.offers(life.who, MARRIAGES))
                .filteredOn(it -> it.source().equals(Optional.of(life.ref)))
                .hasSize(1);
    }

    @Test
    void aBirthCertificateIsTheChildsByTheNumberThatTheOfficerEnteredAndWhoFiledHasItToo() {
        var life = taVan.birth(WIFE, HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .approved()
                .resultIssued(TaVan.unused());
        taVan.told();

        assertThat(of(life.who, life)).hasSize(1);
        assertThat(vault.latest("010326000123", Set.of("KQ.G15.000031"), Set.of()))
                .hasValueSatisfying(it -> assertThat(it.data())
                        .extracting(VaultEntry.Datum::name)
                        .contains("child.fullName", "decision.personalNumber"));
    }

    @Test
    void aDenialIsToldToNobodyButWhoAsked() {
        var life = taVan.filed(WIFE, "1.000894", marriage("010095999002"))
                .received()
                .appraised()
                .denied("Chưa đủ tuổi")
                .resultIssued(TaVan.unused());
        taVan.ordered(life);
        taVan.signed();
        taVan.told();

        assertThat(of(life.who, life)).hasSize(1);
        assertThat(of((SignedIn.Citizen) taVan.named(HUSBAND), life)).isEmpty();
    }

    @Test
    void whomNoAnswerNamesIsLeftOutAndWithoutAnybodyItIsTheApplicants() {
        var births = shipped("1.001193");

        assertThat(births.resultOwners(Map.of())).containsExactly(new ResultOwner.Applicant());
        assertThat(births.resultOwners(Map.of("decision.personalNumber", "010326000123")))
                .containsExactly(new ResultOwner.Applicant(), new ResultOwner.Person("010326000123"));
        assertThat(shipped("1.000894").resultOwners(Map.of())).containsExactly(new ResultOwner.Applicant());
        assertThat(shipped("2.000720").resultOwners(Map.of("b.taxCode", "0101234567")))
                .contains(new ResultOwner.Organisation("0101234567"));
        assertThat(shipped("2.000720").resultOwners(Map.of("b.taxCode", "010195999002")))
                .as("a household business by its owner's number")
                .containsExactly(new ResultOwner.Applicant(), new ResultOwner.Person("010195999002"));
    }

    @Test
    void anOwnerWhomNoQuestionNamesKeepsAPackageFromBeingRead() {
        var files = new HashMap<>(shipped("1.000894").files());
        files.computeIfPresent("result.yaml", (_, it) -> it.replace("husband.citizenId]", "husband.fullName]"));

        assertThatThrownBy(() -> ProcedurePackage.read(files))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("husband.fullName");
    }

    private ProcedurePackage shipped(String code) {
        return catalogue.get(code).runnableContent();
    }

    private Life married(String husband) {
        var life = taVan.filed(WIFE, "1.000894", marriage(husband))
                .received()
                .appraised()
                .approved()
                .resultIssued(TaVan.unused());
        taVan.told();
        return life;
    }

    private void amended(Life life, Map<String, Object> right) {
        var officer = (OfficerAt) taVan.named("Phạm Quốc Việt");
        var number = TaVan.unused();
        specialist.proposeAmendment(act(officer, life), life.ref.id(), "Sai tên bên nam", () -> {
            var opened = reading.open(officer, life.ref.id(), clock.instant());
            return new AmendedResult(right, draft.amended(opened.correctedBy(right), number, clock.instant()));
        });
        var leader = (OfficerAt) taVan.named("Vũ Đức Thành");
        leader.scope().run(() -> results.confirm(act(leader, life), life.ref.id(), "https://motcua.example"));
        taVan.signed();
        assertThat(life.seen().result().orElseThrow().number()).isEqualTo(number);
    }

    private Act act(OfficerAt officer, Life life) {
        return new Act(Ids.next(), officer, life.seen().version(), clock.instant());
    }

    private List<VaultEntry> of(SignedIn.Citizen who, Life life) {
        return vault.list(who, Optional.empty(), 200).stream()
                .filter(it -> it.source().equals(Optional.of(life.ref)))
                .toList();
    }

    private static Map<String, Object> marriage(String husband) {
        var answers = new HashMap<String, Object>();
        answers.put("filer", "WIFE");
        for (var it : List.of("wife", "husband")) {
            answers.put(it + ".ethnicity", "08");
            answers.put(it + ".nationality", "VN");
            answers.put(it + ".residence", Map.of("province", "15", "ward", "03037", "detail", "Tả Van Giáy 1"));
            answers.put(it + ".marriageCount", 1L);
        }
        answers.put("wife.fullName", WIFE);
        answers.put("wife.birthDate", "1998-03-14");
        answers.put("wife.citizenId", "010198999001");
        answers.put("husband.fullName", HUSBAND);
        answers.put("husband.birthDate", "1995-11-02");
        answers.put("husband.citizenId", husband);
        answers.put("appointment.date", "2026-11-25");
        answers.put("copies.want", false);
        answers.put("commit.agree", true);
        return answers;
    }
}
