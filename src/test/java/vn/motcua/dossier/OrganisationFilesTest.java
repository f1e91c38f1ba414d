package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Arrivals;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** An organisation's matter: each of its representatives acts in it, and each act says who it was and for whom. */
@WholeProgram
class OrganisationFilesTest {

    private static final String COMPANY = "Công ty TNHH Du lịch Mường Hoa (thử nghiệm)";
    private static final String FIRST = "Nguyễn Văn Quân";
    private static final String SECOND = "Giàng A Sình";
    private static final String RECEIVER = "Trần Thu Hà";

    @Autowired
    FilingDesk filing;

    @Autowired
    ApplicantDesk applicants;

    @Autowired
    MyDossiers mine;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Accounts accounts;

    @Autowired
    TaVan taVan;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @Test
    void eachActNamesTheRepresentativeAndTheOrganisation() {
        clock.set("2026-11-23T08:00");
        var first = (SignedIn.Business) taVan.named(COMPANY);
        var second = second();
        assertThat(second.organisation()).isEqualTo(first.organisation());
        assertThat(second.account()).isNotEqualTo(first.account());

        var done = filed(first);

        var dossier = done.dossiers().getFirst();
        assertThat(who(first, dossier)).containsExactly(FIRST + ", cho " + COMPANY);
        assertThat(mine.of(second, Language.VI))
                .as("the other one's list")
                .anyMatch(it -> it.ref().equals(dossier));
        applicants.withdraw(new Act(Ids.next(), second, 1, clock.instant()), dossier, "Nộp nhầm");
        assertThat(who(first, dossier)).containsExactly(FIRST + ", cho " + COMPANY, SECOND + ", cho " + COMPANY);
        assertThat(who(second, dossier)).isEqualTo(who(first, dossier));
        assertThat(new Visit("http://localhost:" + port)
                        .as(RECEIVER)
                        .get("/desk/dossiers/" + dossier.id())
                        .body())
                .contains(FIRST + ", cho " + COMPANY, SECOND + ", cho " + COMPANY);
        assertThat(ask("""
                        select actor_name || ' ' || actor || ' ' || acting_for from dossier_event
                        where dossier = :it order by version
                        """, dossier))
                .containsExactly(
                        FIRST + " " + first.account() + " " + first.organisation(),
                        SECOND + " " + second.account() + " " + first.organisation());
    }

    @Test
    void aRepresentativeOfAnotherOrganisationAndThePersonThemselvesDoNotFindIt() {
        clock.set("2026-11-23T08:00");
        var dossier = filed((SignedIn.Business) taVan.named(COMPANY)).dossiers().getFirst();

        for (var other : List.of(FIRST, SECOND, "Công ty cổ phần Phần mềm Sông Hàn (thử nghiệm)")) {
            assertThatExceptionOfType(Refused.class)
                    .as(other)
                    .isThrownBy(() -> applicants.open(taVan.named(other), dossier, Language.VI))
                    .matches(it -> it.code() == AccessRefusal.NOT_THERE);
        }
    }

    /** A colleague whom the provider vouches for; the demonstration knows one representative alone. */
    private SignedIn.Business second() {
        var account = arrivals.business(
                new Arrivals.Citizen(
                        "010095999002", SECOND, LocalDate.of(1995, 11, 2), "0990000002", "sinh@example.org", true),
                new Arrivals.Represented("5399990000", COMPANY));
        return (SignedIn.Business) accounts.signedIn(account).orElseThrow();
    }

    private Confirmation filed(SignedIn.Business by) {
        return filing.file(
                new Act(Ids.next(), by, 0, clock.instant()),
                new FilingRequest(
                        TaVan.LAO_CAI,
                        Channel.ONLINE,
                        new Applicant(
                                Optional.of(by.person()),
                                Optional.of(by.organisation()),
                                COMPANY,
                                Optional.of("5399990000"),
                                "0990000021",
                                ""),
                        HandOver.How.COUNTER,
                        "",
                        List.of(new FilingRequest.Requested(
                                catalogue.get("1.001193").id(),
                                taVan.oneStop(),
                                Map.of("child.fullName", "Nguyễn Thị Mây", "child.birthDate", "2026-11-02"),
                                List.of()))));
    }

    private List<String> who(SignedIn by, DossierRef dossier) {
        return applicants.open(by, dossier, Language.VI).history().stream()
                .map(HistoryLine::who)
                .toList();
    }

    private List<String> ask(String question, DossierRef dossier) {
        return Objects.requireNonNull(Scope.of(dossier.tenant())
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql(question)
                                .param("it", dossier.id().value())
                                .query(String.class)
                                .list())));
    }
}
