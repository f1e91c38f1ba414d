package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.HandOver;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A wrong amount for several dossiers at once is seen with each of them, and goes back once. */
@WholeProgram
class StrayedTogetherTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String SAID = "một lần thanh toán chung 3 hồ sơ";

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final GatewayDesk gateways;
    private final RefundDesk refunds;
    private final Collectors collectors;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    StrayedTogetherTest(
            TaVan taVan,
            PaymentDesk desk,
            GatewayDesk gateways,
            RefundDesk refunds,
            Collectors collectors,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.gateways = gateways;
        this.refunds = refunds;
        this.collectors = collectors;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void itStandsWithOneAndIsSeenWithAllUntilItGoesBack() {
        var lives = List.of(owing(), owing(), owing());
        in(() -> {
            desk.setOut(lives.stream().map(it -> it.ref.id()).toList());
            return true;
        });
        assertThat(gateways.called(wrong(lives.getFirst(), 17_000))).isEqualTo(GatewayDesk.Answer.TAKEN);

        var with =
                lives.stream().filter(it -> !overview(it).strayed().isEmpty()).toList();
        assertThat(with).as("it stands with one").hasSize(1);
        var others = lives.stream().filter(it -> !with.contains(it)).toList();
        var payer = new Visit(address).as(QUAN);
        var officer = new Visit(address).as(RECEIVER);
        assertThat(payer.get(with.getFirst().path() + "/pay").body())
                .contains("17.000")
                .doesNotContain(SAID);
        assertThat(officer.get(refund(with.getFirst())).body())
                .contains("17.000")
                .doesNotContain(SAID);
        for (var other : others) {
            assertThat(overview(other).strayedTogether())
                    .containsExactly(new StrayedTogether(
                            new Dong(17_000), with.getFirst().ref.id(), 3));
            assertThat(payer.get(other.path() + "/pay").body()).contains("17.000", SAID);
            assertThat(officer.get(refund(other)).body()).contains("17.000", SAID, refund(with.getFirst()));
        }

        goesBack(with.getFirst());
        for (var other : others) {
            assertThat(overview(other).strayedTogether()).isEmpty();
            assertThat(payer.get(other.path() + "/pay").body()).doesNotContain(SAID);
        }
    }

    private void goesBack(Life life) {
        var who = (OfficerAt) taVan.named(RECEIVER);
        var source = in(() -> refunds.sources(who, life.ref.id()).orElseThrow()).getFirst();
        var id = Ids.next();
        in(() -> {
            refunds.propose(
                    who, id, life.ref.id(), new RefundDesk.Proposal(source.key(), "17000", "CASH", "", "Sai số tiền"));
            refunds.decide((OfficerAt) taVan.named(LEADER), id, true, "");
            return true;
        });
    }

    private static String refund(Life life) {
        return "/desk/dossiers/" + life.ref.id() + "/refund";
    }

    private Map<String, String> wrong(Life life, long amount) {
        var gateway = collectors.gateway().orElseThrow();
        var words = new HashMap<String, String>();
        words.put("merchant", gateway.merchant());
        words.put(
                "order",
                GatewayWord.order(
                        TaVan.LAO_CAI,
                        new PaymentReference(overview(life).open().orElseThrow().reference()),
                        1));
        words.put("amount", Long.toString(amount));
        words.put("result", "PAID");
        words.put("transaction", "ST" + life.code.value());
        words.put("at", clock.instant().toString());
        words.put(GatewaySignature.PARAMETER, gateway.signature().of(words));
        return words;
    }

    private Life owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
