package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.Ids;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;
import vn.motcua.vault.VaultDesk;
import vn.motcua.vault.VaultEntry;
import vn.motcua.vault.VaultRefusal;
import vn.motcua.vault.VaultUse;

/** Giàng A Sình stands at the counter and has the child's birth certificate in his vault, not in his bag. */
@WholeProgram
class CounterVaultTest {

    private static final String ALLOWANCE = "1.001776";
    private static final String CERTIFICATE = "khai-sinh";
    private static final String NUMBER_OF_SINH = "010095999002";

    private final Counter counter;
    private final CounterVault taking;
    private final DraftDesk desk;
    private final VaultDesk vault;
    private final TaVan taVan;
    private final Cast cast;
    private final Contacts contacts;
    private final Caught caught;
    private final TestClock clock;
    private final int port;

    @Autowired
    CounterVaultTest(
            Counter counter,
            CounterVault taking,
            DraftDesk desk,
            VaultDesk vault,
            TaVan taVan,
            Cast cast,
            Contacts contacts,
            Caught caught,
            TestClock clock,
            @LocalServerPort int port) {
        this.counter = counter;
        this.taking = taking;
        this.desk = desk;
        this.vault = vault;
        this.taVan = taVan;
        this.cast = cast;
        this.contacts = contacts;
        this.caught = caught;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theOfficerTakesItWhileThePersonIsThereAndThePersonReadsThat() {
        var entry = kept();
        var ha = ha();
        var draft = begun(ha, NUMBER_OF_SINH);
        var visit = new Visit("http://localhost:" + port).as(ha.name());
        var page = visit.get("/desk/counter/" + draft).body();
        assertThat(page).contains("Lấy từ kho của người nộp", "/drafts/" + draft + "/papers/vault");
        var before = looks(ha);

        var form = Map.of("_csrf", Visit.token(page), "document", CERTIFICATE);
        var refused = visit.send("/drafts/" + draft + "/papers/vault", form);
        assertThat(refused.statusCode()).as("without the officer\u2019s word").isEqualTo(422);
        assertThat(refused.body()).contains("Chỉ lấy giấy từ kho khi người nộp có mặt");
        assertThat(looks(ha)).as("and nobody has looked").isEqualTo(before);
        var filled = Map.of("_csrf", Visit.token(page), "document", CERTIFICATE, "there", "0", "present", "yes");
        var taken = visit.send("/drafts/" + draft + "/papers/vault", filled);
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(visit.send("/drafts/" + draft + "/papers/vault", filled).statusCode())
                .as("sent twice")
                .isEqualTo(302);

        assertThat(in(ha, () -> desk.open(ha, draft)).draft().papersFor(CERTIFICATE))
                .as("not the next one too")
                .hasSize(1);
        assertThat(visit.get("/drafts/" + draft + "/papers/"
                                + paper(ha, draft).orElseThrow().id())
                        .statusCode())
                .as("the officer reads it")
                .isEqualTo(200);
        assertThat(paper(ha, draft)).hasValueSatisfying(it -> {
            assertThat(it.file()).isEqualTo(entry.given());
            assertThat(it.held().orElseThrow().entry()).isEqualTo(entry.id());
        });
        assertThat(visit.get("/desk/counter/" + draft).body()).contains("Lấy từ kho: ");
        assertThat(looks(ha)).isEqualTo(before + 1);
        assertThat(vault.uses(entry)).first().satisfies(it -> {
            assertThat(it.what()).isEqualTo(VaultUse.What.TAKEN);
            assertThat(it.who()).isEqualTo(ha.name());
            assertThat(it.agency()).isNotBlank();
        });
        assertThat(new Visit("http://localhost:" + port)
                        .as("Giàng A Sình")
                        .get("/my/vault/" + entry.id())
                        .body())
                .contains(ha.name(), "khi bạn có mặt ở quầy");
    }

    /** Only where they said themselves: an officer who claims that somebody stands there could type any address. */
    @Test
    void theOwnerIsWrittenWithoutTheNameOfThePaper() {
        var entry = kept();
        var sinh = cast.sinh();
        var mail = "sinh-" + UUID.randomUUID() + "@example.org";
        contacts.confirmed(TenantId.NATIONAL, sinh.account(), Channel.EMAIL, mail);
        var ha = ha();
        take(ha, begun(ha, NUMBER_OF_SINH));
        taVan.told();
        contacts.forget(sinh, Channel.EMAIL);

        assertThat(caught.all().stream()
                        .filter(it -> it.to().equals(mail))
                        .filter(it -> it.subject().equals("Một giấy trong kho dữ liệu của bạn đã được lấy tại quầy")))
                .singleElement()
                .satisfies(it -> assertThat(it.text())
                        .contains(ha.name(), "08:00, 23/11/2026", "/my/vault/" + entry.id())
                        .doesNotContain(entry.name().vi(), NUMBER_OF_SINH));
    }

    /** It has no original on the table, and a certified e-copy of it would be one of what is certified already. */
    @Test
    void ofAPaperOutOfTheVaultNobodyStatesThatItMatchesAnOriginal() {
        kept();
        var ha = ha();
        var draft = begun(ha, NUMBER_OF_SINH);
        take(ha, draft);
        var held = paper(ha, draft).orElseThrow();

        in(ha, () -> desk.compared(ha, draft, Set.of(held.id()), Set.of(held.id())));

        assertThat(paper(ha, draft).orElseThrow().comparedAt()).isEmpty();
        assertThat(new Visit("http://localhost:" + port)
                        .as(ha.name())
                        .get("/desk/counter/" + draft)
                        .body())
                .contains(held.name())
                .doesNotContain("value=\"" + held.id() + "\"");
    }

    @Test
    void nothingIsTakenFromAnotherPersonsVaultNorByWhoHasNotTheDraft() {
        kept();
        var ha = ha();
        var empty = begun(ha, "010301000077");
        refuses(VaultRefusal.VAULT_HAS_NONE, () -> take(ha, empty));
        assertThat(paper(ha, empty)).isEmpty();
        refuses(
                VaultRefusal.VAULT_HAS_NONE,
                () -> in(ha, () -> {
                    taking.take(ha, desk.open(ha, begun(ha, NUMBER_OF_SINH)), "xn-hiv", true);
                    return true;
                }));

        var draft = begun(ha, NUMBER_OF_SINH);
        for (var name : java.util.List.of("Lý Thị Mẩy", "Nguyễn Tiến Lâm", "Nguyễn Thị Mai Thủy")) {
            var other = new Visit("http://localhost:" + port).as(name);
            var token = Visit.token(
                    other.get(name.startsWith("Lý") ? "/my" : "/desk").body());
            assertThat(other.send(
                                    "/drafts/" + draft + "/papers/vault",
                                    Map.of("_csrf", token, "document", CERTIFICATE, "there", "0", "present", "yes"))
                            .statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
        assertThat(paper(ha, draft)).isEmpty();
    }

    /** A draft that the person fills in at home opens no vault to an officer. */
    @Test
    void thereIsNoPersonAtTheCounterOfADraftFromHome() {
        var sinh = (SignedIn.Citizen) cast.named("Giàng A Sình");
        var home = in(sinh, () -> desk.open(sinh, desk.start(sinh, ALLOWANCE)));

        refuses(AccessRefusal.NOT_THERE, () -> taking.take(ha(), home, CERTIFICATE, true));
    }

    private void take(SignedIn.OfficerAt ha, DraftId draft) {
        in(ha, () -> {
            taking.take(ha, desk.open(ha, draft), CERTIFICATE, true);
            return true;
        });
    }

    /** The latest certificate of a child of his. */
    private VaultEntry kept() {
        var life = taVan.birth("Giàng A Sình", HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .approved()
                .resultIssued(TaVan.unused());
        taVan.told();
        return vault.list(life.who, Optional.empty(), 200).stream()
                .filter(it -> it.source().equals(Optional.of(life.ref)))
                .findFirst()
                .orElseThrow();
    }

    private DraftId begun(SignedIn.OfficerAt ha, String number) {
        return in(ha, () -> {
            var there = counter.walkIn(ha, Map.of("number", number, "name", "Giàng A Sình", "bornOn", "1995-03-12"));
            var id = desk.start(ha, ALLOWANCE, there, Ids.next());
            desk.answer(ha, id, "subject", Map.of("s.group", java.util.List.of("SINGLE_PARENT")));
            return id;
        });
    }

    private Optional<Draft.Paper> paper(SignedIn.OfficerAt ha, DraftId draft) {
        return in(ha, () -> desk.open(ha, draft)).draft().papersFor(CERTIFICATE).stream()
                .findFirst();
    }

    private int looks(SignedIn.OfficerAt ha) {
        return cast.select(
                        ha.tenant(),
                        ha,
                        "select act from audit_record where act = 'vault-at-counter' and actor = ?",
                        ha.account().value())
                .size();
    }

    private SignedIn.OfficerAt ha() {
        return (SignedIn.OfficerAt) cast.named("Trần Thu Hà");
    }

    private static <T> T in(SignedIn who, Supplier<T> work) {
        return who.scope().call(work);
    }

    private static void refuses(RefusalCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
