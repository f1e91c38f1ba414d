package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.HandOver;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A leader takes a statement in; what nobody told of is put right, every difference is listed, nobody else learns of it. */
@WholeProgram
class ReconciliationTest {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String HERE = "/desk/money/statements";

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    ReconciliationTest(
            TaVan taVan,
            PaymentDesk desk,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aTransferThatNobodyToldOfPays() {
        var life = asked();
        var reference = overview(life).open().orElseThrow().reference();
        var leader = new Visit(address).as(LEADER);
        var number = "T" + life.code.value();
        var file =
                "at,transaction,amount,text\n23/11/2026 07:30,%s,16000,MBVCB %s CT\n23/11/2026 07:31,%s,5000,khong ro\n"
                        .formatted(number, reference, number + "b");

        var found = leader.get(takes(leader, file)).body();

        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview(life).receipts())
                .singleElement()
                .satisfies(it -> assertThat(it.channel()).isEqualTo(PaymentChannel.VIETQR));
        assertThat(found).contains("Chưa ai báo, nay đã ghi nhận", "Không thuộc khoản nào của đơn vị", number);

        var again = leader.get(takes(leader, file)).body();
        assertThat(again).contains("Khớp");
        assertThat(overview(life).receipts()).hasSize(1);
    }

    @Test
    void oneOfAnotherAgencyAnAbsentOneAndNoIdAnswerAlike() {
        var leader = new Visit(address).as(LEADER);
        var there = takes(leader, "at,transaction,amount,text\n23/11/2026 07:30,Q" + UUID.randomUUID() + ",1000,a\n");
        assertThat(leader.get(there).statusCode()).isEqualTo(200);
        assertThat(new Visit(address).as(RECEIVER).get(there).statusCode()).isEqualTo(200);

        var elsewhere = new Visit(address).as("Nguyễn Thị Mai Thủy");
        var anothers = elsewhere.get(there);
        var absent = elsewhere.get(HERE + "/" + UUID.randomUUID());
        var none = elsewhere.get(HERE + "/khong-co");
        assertThat(anothers.statusCode()).isEqualTo(404);
        assertThat(body(absent.body())).isEqualTo(body(anothers.body()));
        assertThat(body(none.body())).isEqualTo(body(anothers.body()));
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
    }

    @Test
    void whoTakesCashTakesNoStatementIn() {
        var receiver = new Visit(address).as(RECEIVER);
        assertThat(receiver.get(HERE).body()).contains("Người đứng đầu đơn vị đưa sao kê vào");
        var answer = receiver.upload(
                HERE,
                fields(receiver.get("/desk").body()),
                "file",
                "sao-ke.csv",
                "at,transaction,amount,text\n23/11/2026 07:30,Z1,1000,a\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void theBookAndTheReportHaveWhatWasCollected() {
        var life = asked();
        var reference = overview(life).open().orElseThrow().reference();
        var leader = new Visit(address).as(LEADER);
        takes(
                leader,
                "at,transaction,amount,text\n23/11/2026 07:30,R%s,16000,%s\n".formatted(life.code.value(), reference));

        var book = leader.get("/desk/money?unit=" + taVan.oneStop()).body();
        assertThat(book).contains("chuyển khoản", "16.000", "Trực tuyến, không qua quầy");
        assertThat(leader.get("/desk/money/report").body()).contains("Biên lai và sổ cái khớp nhau");
        assertThat(leader.bytes("/desk/money.xlsx?unit=" + taVan.oneStop()))
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));

        var payer = new Visit(address).as("Nguyễn Văn Quân");
        var receipt = Visit.first(payer.get(life.path() + "/pay").body(), "href=\"([^\"]+/receipts/[^\"]+)\"");
        assertThat(PdfText.of(payer.bytes(receipt)))
                .contains("BIÊN LAI THU PHÍ, LỆ PHÍ", "Mười sáu nghìn đồng", "Nguyễn Văn Quân", "chuyển khoản");
        var officers = new Visit(address).as(RECEIVER);
        var shown = officers.get("/desk/dossiers/" + life.ref.id()).body();
        assertThat(PdfText.of(officers.bytes(Visit.first(shown, "href=\"(/desk/dossiers/[^\"]+/receipts/[^\"]+)\""))))
                .contains("Mười sáu nghìn đồng");
    }

    private String takes(Visit leader, String file) {
        var fields = fields(leader.get(HERE).body());
        var answer = leader.upload(HERE, fields, "file", "sao-ke.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return leader.local(answer);
    }

    private Map<String, String> fields(String page) {
        return Map.of(
                "_csrf",
                Visit.token(page),
                "command",
                UUID.randomUUID().toString(),
                "unit",
                taVan.oneStop().toString(),
                "way",
                "bank");
    }

    /** The page without what every answer has of its own. */
    private static String body(String page) {
        return page.replaceAll("[0-9a-f-]{36}|khong-co", "*").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private Life asked() {
        var life = taVan.birth("Nguyễn Văn Quân", HandOver.How.COUNTER, 2).received();
        in(() -> {
            desk.ask(life.ref.id());
            return true;
        });
        return life;
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
