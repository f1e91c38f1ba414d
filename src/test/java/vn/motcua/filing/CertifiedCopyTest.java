package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.filing.PaperOrigins.Came;
import vn.motcua.filing.Sending.Outcome;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.signature.Signings;
import vn.motcua.signature.Validation;
import vn.motcua.signature.Verdict;
import vn.motcua.support.PdfText;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;
import vn.motcua.vault.CopyRounds;
import vn.motcua.vault.CopyRoundsWith;
import vn.motcua.vault.VaultDesk;
import vn.motcua.vault.VaultEntry;

/** Giàng A Sình shows the hospital's paper at the counter; the officer scans it and says that the scan matches. */
@WholeProgram
class CertifiedCopyTest {

    private static final String NUMBER_OF_SINH = "010095999002";
    private static final String BIRTH_NOTICE = "000.00.00.G15-KQ004389";

    private static final AtomicInteger WIDTHS = new AtomicInteger(900);

    private final Counter counter;
    private final DraftDesk desk;
    private final Sending sending;
    private final OneStopDesk oneStop;
    private final CopyRounds copies;
    private final ComparisonRounds rounds;
    private final Statements statements;
    private final CopyRoundsWith copying;
    private final Signings signings;
    private final VaultDesk vault;
    private final PaperOrigins origins;
    private final FileStore contents;
    private final Validation validation;
    private final TaVan taVan;
    private final Cast cast;
    private final TestClock clock;
    private final int port;

    @Autowired
    CertifiedCopyTest(
            Counter counter,
            DraftDesk desk,
            Sending sending,
            OneStopDesk oneStop,
            CopyRounds copies,
            ComparisonRounds rounds,
            Statements statements,
            CopyRoundsWith copying,
            Signings signings,
            VaultDesk vault,
            PaperOrigins origins,
            FileStore contents,
            Validation validation,
            TaVan taVan,
            Cast cast,
            TestClock clock,
            @LocalServerPort int port) {
        this.counter = counter;
        this.desk = desk;
        this.sending = sending;
        this.oneStop = oneStop;
        this.copies = copies;
        this.rounds = rounds;
        this.copying = copying;
        this.statements = statements;
        this.signings = signings;
        this.vault = vault;
        this.origins = origins;
        this.contents = contents;
        this.validation = validation;
        this.taVan = taVan;
        this.cast = cast;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aComparedScanLandsAndBecomesACertifiedCopyThatAnswersTheSamePaper() throws IOException {
        var filed = filed(true);
        assertThat(landed(filed)).as("not before it is received").isEmpty();

        received(filed);
        taVan.told();
        var scan = landed(filed).orElseThrow();
        assertThat(scan.origin()).isEqualTo(VaultEntry.Origin.COPY);
        assertThat(scan.kinds()).contains(BIRTH_NOTICE);
        assertThat(scan.copy()).isEmpty();
        copies.go();

        var copy = landed(filed).orElseThrow();
        assertThat(copy.copy()).hasValueSatisfying(it -> assertThat(it.signer()).isEqualTo("Trần Thu Hà"));
        var pdf = content(copy);
        assertThat(validation.judge(pdf, clock.instant()).verdict())
                .as("%s", validation.judge(pdf, clock.instant()))
                .isEqualTo(Verdict.VALID);
        assertThat(PdfText.of(pdf)).contains("đối chiếu với bản chính", "Trần Thu Hà", "Giàng A Sình");
        var sinh = (SignedIn.Citizen) cast.named("Giàng A Sình");
        assertThat(vault.offers(sinh, Set.of(BIRTH_NOTICE)))
                .anyMatch(it -> it.id().equals(copy.id()));
    }

    /** A scan at which the program fails in a way that nobody thought of. */
    @Test
    void aPoisonedScanHoldsUpNoOther() {
        copies.go();
        var both = List.of(filed(true), filed(true));
        both.forEach(this::received);
        taVan.told();
        var poisoned = new AtomicBoolean();

        copying.signing(signings.watched(_ -> {
                    if (poisoned.compareAndSet(false, true)) {
                        throw new IllegalArgumentException("poisoned");
                    }
                }))
                .go();

        assertThat(both)
                .filteredOn(it -> landed(it).orElseThrow().copy().isPresent())
                .hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        copies.go();
        assertThat(both)
                .as("and it is tried again")
                .allSatisfy(it -> assertThat(landed(it).orElseThrow().copy()).isPresent());
    }

    @Test
    void theOfficersWordIsSignedOnAPageThatOfficerAndApplicantRead() throws IOException {
        var filed = filed(true);
        var stated = stated(filed);
        assertThat(stated.by()).isEqualTo("Trần Thu Hà");
        assertThat(stated.signed()).as("not within the request").isEmpty();

        rounds.go();
        rounds.go();
        var page = stated(filed).signed().orElseThrow();
        var pdf = content(page);
        assertThat(validation.judge(pdf, clock.instant()).verdict())
                .as("%s", validation.judge(pdf, clock.instant()))
                .isEqualTo(Verdict.VALID);
        assertThat(validation.judge(pdf, clock.instant()).signatures()).hasSize(2);
        assertThat(PdfText.of(pdf).replace(" ", ""))
                .contains("Giấychứngsinh", "TrầnThuHà", "khớpvớibảnchính", stated.file());

        var address = "http://localhost:" + port;
        var name = Statements.SIGNED;
        for (var path : List.of(
                new Visit(address)
                        .as("Trần Thu Hà")
                        .get("/desk/dossiers/" + filed.dossier())
                        .body(),
                new Visit(address)
                        .as("Giàng A Sình")
                        .get("/my/" + filed.code().value())
                        .body())) {
            assertThat(path).contains("Bản quét khớp bản chính: Trần Thu Hà xác nhận lúc", "papers/" + name);
        }
        var theirs = link(new Visit(address)
                .as("Giàng A Sình")
                .get("/my/" + filed.code().value())
                .body());
        assertThat(new Visit(address).as("Giàng A Sình").bytes(theirs)).isEqualTo(pdf);
        assertThat(new Visit(address).as("Lý Thị Mẩy").get(theirs).statusCode()).isEqualTo(404);
        var desk = link(new Visit(address)
                .as("Trần Thu Hà")
                .get("/desk/dossiers/" + filed.dossier())
                .body());
        assertThat(new Visit(address).as("Trần Thu Hà").bytes(desk)).isEqualTo(pdf);
        assertThat(new Visit(address).as("Trần Thu Hà").get(desk + "0").statusCode())
                .isEqualTo(404);
    }

    @Test
    void ofAScanThatNobodyComparedNothingIsSigned() {
        var filed = filed(false);
        rounds.go();

        assertThat(in(ha(), () -> statements.of(filed.dossier()))).isEmpty();
    }

    @Test
    void oneTickIsOneStatementAndIsTakenBackBeforeItIsFiled() {
        var ha = ha();
        var id = begun(ha);
        var first = in(
                ha,
                () -> desk.addPaper(
                        ha, id, "giay-chung-sinh", cast.uploaded(ha, SamplePaper.wide(WIDTHS.incrementAndGet()))));
        var one = first.draft().papers().getFirst().id();
        in(
                ha,
                () -> desk.addPaper(
                        ha, id, "giay-chung-sinh", cast.uploaded(ha, SamplePaper.wide(WIDTHS.incrementAndGet()))));
        var both = ids(in(ha, () -> desk.open(ha, id)));
        assertThat(both).hasSize(2);

        assertThat(compared(in(ha, () -> desk.compared(ha, id, both, Set.of(one)))))
                .containsExactly(one);
        clock.set("2026-11-23T08:05");
        assertThat(compared(in(ha, () -> desk.compared(ha, id, both, both)))).hasSize(2);
        assertThat(in(ha, () -> desk.open(ha, id)).draft().papers().getFirst().comparedAt())
                .as("the first time stays")
                .contains(Instant.parse("2026-11-23T01:00:00Z"));
        assertThat(compared(in(ha, () -> desk.compared(ha, id, both, Set.of(one)))))
                .containsExactly(one);
        assertThat(compared(in(ha, () -> desk.compared(ha, id, Set.of(), Set.of()))))
                .as("a page that asks about none")
                .containsExactly(one);
        assertThat(compared(in(ha, () -> desk.compared(ha, id, both, Set.of()))))
                .isEmpty();
    }

    private static Set<PaperId> compared(Case of) {
        return of.draft().papers().stream()
                .filter(it -> it.comparedAt().isPresent())
                .map(Draft.Paper::id)
                .collect(Collectors.toSet());
    }

    private static Set<PaperId> ids(Case of) {
        return of.draft().papers().stream().map(Draft.Paper::id).collect(Collectors.toSet());
    }

    private Statements.Statement stated(Filed filed) {
        return in(ha(), () -> statements.of(filed.dossier()))
                .values()
                .iterator()
                .next();
    }

    private static String link(String page) {
        var found = Pattern.compile("href=\"([^\"]*/papers/" + Statements.SIGNED + "[^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aScanThatNobodyComparedDoesNotLand() {
        var filed = filed(false);
        received(filed);
        taVan.told();

        assertThat(landed(filed)).isEmpty();
    }

    @Test
    void filingWritesDownHowEachPaperCame() {
        var filed = filed(true);

        assertThat(in(ha(), () -> origins.of(filed.dossier())).values().stream()
                        .map(it -> it.document() + " " + it.came()))
                .contains("giay-chung-sinh " + Came.UPLOADED, "giay-to-tuy-than " + Came.ASKED)
                .contains("giay-to-cu-tru " + Came.PREFILLED)
                .noneMatch(it -> it.startsWith("to-khai"));
        assertThat(in(ha(), () -> origins.counts(Instant.parse("2026-01-01T00:00:00Z"))))
                .filteredOn(it -> it.procedure().equals(Birth.CODE))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.times(Came.UPLOADED)).isPositive();
                    assertThat(it.spared()).isPositive().isLessThanOrEqualTo(it.dossiers());
                });
    }

    private Optional<VaultEntry> landed(Filed filed) {
        var sinh = (SignedIn.Citizen) cast.named("Giàng A Sình");
        return vault.list(sinh, Optional.empty(), 200).stream()
                .filter(it -> it.filing().equals(filed.code().value()))
                .findFirst();
    }

    private byte[] content(VaultEntry entry) throws IOException {
        return content(entry.given());
    }

    private byte[] content(FileId file) throws IOException {
        try (var content = contents.open(file)) {
            return content.readAllBytes();
        }
    }

    private void received(Filed filed) {
        oneStop.receive(new Act(Ids.next(), ha(), 1, clock.instant()), filed.dossier());
    }

    /** Each time with a picture of its own. */
    private Filed filed(boolean compared) {
        var ha = ha();
        var id = begun(ha);
        Birth.pages().forEach((page, answers) -> in(ha, () -> desk.answer(ha, id, page, answers)));
        in(ha, () -> desk.answer(ha, id, "commit", Birth.declaration()));
        in(ha, () -> desk.shown(ha, id, List.of(new Draft.Shown("giay-to-tuy-than", 1, 0))));
        var scan = cast.uploaded(ha, SamplePaper.wide(WIDTHS.incrementAndGet()));
        in(ha, () -> desk.addPaper(ha, id, "giay-chung-sinh", scan));
        if (compared) {
            var scans = ids(in(ha, () -> desk.open(ha, id)));
            in(ha, () -> desk.compared(ha, id, scans, scans));
        }
        in(ha, () -> desk.receive(ha, id, new Delivery(HandOver.How.COUNTER, "")));
        var outcome = sending.file(ha, id, Ids.next(), Map.of());
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).filed();
    }

    private DraftId begun(SignedIn.OfficerAt ha) {
        var walkIn = in(
                ha,
                () -> counter.walkIn(
                        ha,
                        Map.of(
                                "number", NUMBER_OF_SINH,
                                "name", "Giàng A Sình",
                                "bornOn", "1995-02-03",
                                "phone", "0912345678")));
        return in(ha, () -> desk.start(ha, Birth.CODE, walkIn, Ids.next()));
    }

    private SignedIn.OfficerAt ha() {
        return (SignedIn.OfficerAt) cast.named("Trần Thu Hà");
    }

    private static <T> T in(SignedIn who, java.util.function.Supplier<T> work) {
        return who.scope().call(work);
    }
}
