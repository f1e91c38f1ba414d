package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.HandOver;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A card at the counter's terminal: recorded with its slip, in books of its own, and paid back by the counter. */
@WholeProgram
class CardTest {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final RefundDesk refunds;
    private final CashBook cash;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    CardTest(
            TaVan taVan,
            PaymentDesk desk,
            RefundDesk refunds,
            CashBook cash,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.refunds = refunds;
        this.cash = cash;
        this.db = db;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theCashierRecordsTheSlipAndTheBooksHaveIt() {
        var life = owing();
        var before = counted();
        var receiver = new Visit(address).as(RECEIVER);
        var page = "/desk/dossiers/" + life.ref.id();
        assertThat(receiver.get(page).body()).contains("Thu bằng thẻ");

        var without = takes(receiver, life, "take-card", " ");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Hãy ghi số giao dịch");
        assertThat(overview(life).account().owed()).isEqualTo(new Dong(16_000));
        var answer = takes(receiver, life, "take-card", "TID7 000123");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);

        assertThat(receiver.get(page).body()).contains("thẻ, " + RECEIVER, "số giao dịch TID7 000123");
        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        var receipt = overview(life).receipts().getFirst();
        assertThat(receipt.channel()).isEqualTo(PaymentChannel.CARD);
        assertThat(PdfText.of(
                        receiver.bytes(page + "/receipts/" + receipt.number().word())))
                .contains("thẻ tại quầy", "Số lượng bản sao: 2 × 8.000");
        assertThat(receipt.lines().getFirst().reckoned())
                .as("kept as it was")
                .isEqualTo("Số lượng bản sao: 2 × 8.000\u00a0₫ = 16.000\u00a0₫");
        assertThat(receiver.get(page).body()).contains("Cách tính: Số lượng bản sao: 2 × 8.000");
        assertThat(entries(life)).containsExactly("COLLECTED CARD CARD 16000");
        assertThat(counted()).as("no cash to count").isEqualTo(before);
        var leader = new Visit(address).as(LEADER);
        assertThat(leader.get("/desk/money?unit=" + taVan.oneStop()).body()).contains("thẻ tại quầy");
        assertThat(leader.get("/desk/money/report").body()).contains("thẻ tại quầy", "Biên lai và sổ cái khớp nhau");
        Sums.agree(in(() -> Sums.of(db)));
    }

    @Test
    void itGoesBackByTheCounterOntoTheCard() {
        var life = owing();
        takes(new Visit(address).as(RECEIVER), life, "take-card", "000124");
        var id = Ids.next();
        var receiver = (SignedIn.OfficerAt) taVan.named(RECEIVER);
        var source =
                in(() -> refunds.sources(receiver, life.ref.id())).orElseThrow().getFirst();
        assertThat(source.ways()).containsExactly(PaymentChannel.CARD, PaymentChannel.VIETQR, PaymentChannel.CASH);
        propose(life, id, source.key(), "CARD");
        in(() -> {
            refunds.decide((SignedIn.OfficerAt) taVan.named(LEADER), id, true, "");
            return true;
        });
        var here = "/desk/money/refunds/" + id;
        assertThat(new Visit(address)
                        .as(RECEIVER)
                        .fill(here, here + "/paid", Map.of("way", "CARD", "proof", "HT 000125"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(entries(life))
                .containsExactly(
                        "COLLECTED CARD CARD 16000", "GIVEN_UP CARD TO_PAY_BACK 16000", "PAID_BACK CARD CARD 16000");
        assertThat(overview(life).receipts())
                .singleElement()
                .satisfies(it -> assertThat(it.cancelledAt()).isPresent());
        Sums.agree(in(() -> Sums.of(db)));
    }

    @Test
    void cashDoesNotGoBackOntoACard() {
        var life = owing();
        takes(new Visit(address).as(RECEIVER), life, "take-fee", "");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> propose(life, Ids.next(), "p1", "CARD"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(PaymentRefusal.REFUND_WAY));
        var id = Ids.next();
        propose(life, id, "p1", "CASH");
        in(() -> {
            refunds.decide((SignedIn.OfficerAt) taVan.named(LEADER), id, true, "");
            return true;
        });
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> in(() -> {
                    refunds.paidOut((SignedIn.OfficerAt) taVan.named(RECEIVER), id, PaymentChannel.CARD, "1");
                    return true;
                }))
                .satisfies(it -> assertThat(it.code()).isEqualTo(PaymentRefusal.REFUND_WAY));
    }

    /** Sends the form of that act as it stands on the page now. */
    private static HttpResponse<String> takes(Visit receiver, Life life, String act, String slip) {
        var page = "/desk/dossiers/" + life.ref.id();
        var fields = new HashMap<>(Map.of("slip", slip));
        var form = Visit.first(receiver.get(page).body(), "(?s)<form method=\"post\" id=\"" + act + "\"(.*?)</form>");
        HIDDEN.matcher(form).results().forEach(it -> fields.put(it.group(1), it.group(2)));
        return receiver.send(page + "/" + act, fields);
    }

    private void propose(Life life, UUID id, String source, String way) {
        in(() -> {
            refunds.propose(
                    (SignedIn.OfficerAt) taVan.named(RECEIVER),
                    id,
                    life.ref.id(),
                    new RefundDesk.Proposal(source, "16000", way, "", "Thu thừa"));
            return true;
        });
    }

    private Dong counted() {
        return in(() -> cash.taken(taVan.named(RECEIVER).account(), VietnamTime.dayOf(clock.instant())));
    }

    /** Occasion, way, the account where the money is or what is given up to, and amount. */
    private List<String> entries(Life life) {
        return in(() -> db.sql("""
                        select e.occasion || ' ' || e.channel || ' '
                            || case e.occasion when 'COLLECTED' then e.debit else e.credit end || ' ' || e.amount
                        from ledger_entry e where e.dossier = :dossier order by e.at, e.id
                        """)
                .param("dossier", life.ref.id().value())
                .query((row, _) -> row.getString(1))
                .list());
    }

    private Life owing() {
        return taVan.birth("Nguyễn Văn Quân", HandOver.How.COUNTER, 2).received();
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
