package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileStore;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signings;
import vn.motcua.signature.Validation;
import vn.motcua.signature.Verdict;
import vn.motcua.support.PdfA;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A receipt carries the signature of the agency that collected; where the signing service is away it is issued and signed later. */
@WholeProgram
class ReceiptSigningTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String UNSIGNED = "chưa ký số";

    private final TaVan taVan;
    private final Cashier cashier;
    private final RefundDesk refunds;
    private final ReadingDesk reading;
    private final ReceiptFiles receiptFiles;
    private final ReceiptBook book;
    private final ReceiptPapers papers;
    private final ReceiptSealing rounds;
    private final Signings signings;
    private final Validation validation;
    private final StoredFiles files;
    private final FileStore contents;
    private final Units units;
    private final JdbcClient db;
    private final TestClock clock;
    private final PlatformTransactionManager transactions;
    private final String address;

    @Autowired
    ReceiptSigningTest(
            TaVan taVan,
            Cashier cashier,
            RefundDesk refunds,
            ReadingDesk reading,
            ReceiptFiles receiptFiles,
            ReceiptBook book,
            ReceiptPapers papers,
            ReceiptSealing rounds,
            Signings signings,
            Validation validation,
            StoredFiles files,
            FileStore contents,
            Units units,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.cashier = cashier;
        this.refunds = refunds;
        this.reading = reading;
        this.receiptFiles = receiptFiles;
        this.book = book;
        this.papers = papers;
        this.rounds = rounds;
        this.signings = signings;
        this.validation = validation;
        this.files = files;
        this.contents = contents;
        this.units = units;
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whoeverOpensItAtOnceHasItSignedByTheAgencyAndAnyoneFindsItWhole(@TempDir Path folder) throws Exception {
        var life = cash();
        var pdf = opened(life);

        var judged = validation.judge(pdf, clock.instant());
        assertThat(judged.verdict()).as("%s", judged).isEqualTo(Verdict.VALID);
        assertThat(judged.signatures())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).contains("Tả Van"));
        assertThat(PdfText.of(pdf))
                .contains(
                        "Đơn vị thu",
                        "Mười sáu nghìn đồng",
                        receipt(life).number().digits())
                .doesNotContain(UNSIGNED);
        assertThat(PdfA.faults(pdf)).isEmpty();
        assertThat(dropped(pdf)).contains("Chữ ký số hợp lệ");
        assertThat(opened(life)).as("the same file each time").isEqualTo(pdf);
        var changed = pdf.clone();
        changed[changed.length / 4] ^= 1;
        assertThat(dropped(changed)).doesNotContain("Chữ ký số hợp lệ");
        popplerFindsItWhole(folder, pdf);
    }

    @Test
    void whileTheSigningServiceIsAwayItIsIssuedAndSaysSoAndIsSignedLater() {
        var life = cash();
        var receipt = receipt(life);
        var away = rounds(signings.away());

        assertThat(PdfText.of(file(away, receipt))).contains(UNSIGNED);
        away.go();
        assertThat(attempts(receipt)).as("not tried again at once").isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        away.go();
        assertThat(attempts(receipt)).isEqualTo(2);
        assertThat(PdfText.of(opened(life))).contains(UNSIGNED);

        clock.advance(Duration.ofHours(1));
        rounds.go();
        var signed = opened(life);
        assertThat(PdfText.of(signed)).doesNotContain(UNSIGNED);
        assertThat(validation.judge(signed, clock.instant()).verdict()).isEqualTo(Verdict.VALID);
        clock.advance(Duration.ofHours(2));
        rounds.go();
        assertThat(opened(life)).as("signed once").isEqualTo(signed);
    }

    @Test
    void whereNothingSignsItIsIssuedAndSaysSo() {
        var life = cash();
        var none = rounds(signings.none());

        none.go();
        assertThat(PdfText.of(file(none, receipt(life)))).contains(UNSIGNED);
        assertThat(attempts(receipt(life))).isZero();
    }

    @Test
    void aCancelledReceiptIsSignedAgainWithTheWordOnItAndWhatWasGivenOutIsKept() {
        var life = cash();
        var before = opened(life);
        var id = Ids.next();
        var who = (OfficerAt) taVan.named(RECEIVER);
        run(() -> refunds.propose(
                who, id, life.ref.id(), new RefundDesk.Proposal("p1", "16000", "CASH", "", "Thu thừa")));
        run(() -> refunds.decide((OfficerAt) taVan.named(LEADER), id, true, ""));

        var after = opened(life);
        assertThat(PdfText.of(after)).contains("Đã hủy lúc").doesNotContain(UNSIGNED);
        assertThat(validation.judge(after, clock.instant()).verdict()).isEqualTo(Verdict.VALID);
        assertThat(after).isNotEqualTo(before);
        assertThat(in(() -> receiptFiles.of(receipt(life).number(), false))).isPresent();
    }

    private void popplerFindsItWhole(Path folder, byte[] pdf) throws Exception {
        var file = Files.write(folder.resolve("receipt.pdf"), pdf);
        assumeTrue(poppler("-v").isPresent(), "pdfsig is not installed");
        assertThat(poppler("-nocert", file.toString()).orElseThrow())
                .contains("Signature #1", "Signature is Valid")
                .doesNotContain("Signature #2", "Signature is Invalid", "Digest Mismatch");
    }

    private static Optional<String> poppler(String... arguments) throws InterruptedException {
        try {
            var command = new ArrayList<>(List.of("pdfsig"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Optional.of(said);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String dropped(byte[] pdf) {
        var anybody = new Visit(address);
        var token = Visit.token(anybody.get("/verify").body());
        return anybody.upload("/verify", Map.of("_csrf", token), "file", "bien-lai.pdf", pdf)
                .body();
    }

    private byte[] opened(Life life) {
        return new Visit(address)
                .as(QUAN)
                .bytes(life.path() + "/receipts/" + receipt(life).number().word());
    }

    private Receipt receipt(Life life) {
        return in(() -> book.of(life.ref.id())).getFirst();
    }

    private int attempts(Receipt it) {
        return in(() -> db.sql("""
                        select attempts from receipt_paper
                        where symbol = :symbol and year = :year and no = :no and not cancelled
                        """)
                .param("symbol", it.number().symbol())
                .param("year", it.number().year())
                .param("no", it.number().no())
                .query(Integer.class)
                .single());
    }

    private Life cash() {
        var life = taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
        var officer = (OfficerAt) taVan.named(RECEIVER);
        var opened = reading.open(officer, life.ref.id(), clock.instant());
        run(() -> cashier.takeCash(
                new Act(Ids.next(), officer, opened.version(), clock.instant()), life.ref.id(), opened.subject(), 0));
        return life;
    }

    private ReceiptSealing rounds(PdfSigning signing) {
        return new ReceiptSealing(receiptFiles, book, papers, signing, files, contents, units, clock, transactions);
    }

    private static byte[] file(ReceiptSealing rounds, Receipt it) {
        return Scope.of(TaVan.LAO_CAI).call(() -> rounds.file(it));
    }

    private void run(Runnable work) {
        Scope.of(TaVan.LAO_CAI).run(work);
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
