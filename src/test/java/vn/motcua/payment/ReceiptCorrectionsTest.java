package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.notification.Notice;
import vn.motcua.notification.Notices;
import vn.motcua.shared.Ids;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A receipt says what was true when it was issued; what it said wrong is corrected by two people, and the money stays where it is. */
@WholeProgram
class ReceiptCorrectionsTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TaVan taVan;
    private final Cashier cashier;
    private final ReceiptDesk desk;
    private final RefundDesk refunds;
    private final RefundRounds rounds;
    private final ReceiptBook book;
    private final MoneyDesk money;
    private final Notices notices;
    private final ReadingDesk reading;
    private final FreshDatabase database;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    ReceiptCorrectionsTest(
            TaVan taVan,
            Cashier cashier,
            ReceiptDesk desk,
            RefundDesk refunds,
            RefundRounds rounds,
            ReceiptBook book,
            MoneyDesk money,
            Notices notices,
            ReadingDesk reading,
            FreshDatabase database,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.cashier = cashier;
        this.desk = desk;
        this.refunds = refunds;
        this.rounds = rounds;
        this.book = book;
        this.money = money;
        this.notices = notices;
        this.reading = reading;
        this.database = database;
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
    void laterNamesOfThePayerAndTheAgencyChangeNothingOfIt() throws Exception {
        var life = cash();
        var unit = original(life).unit().value();
        admin("update filing f set applicant_name = 'Tên Khác Hẳn' from dossier d where d.filing = f.id and d.id = '"
                + life.ref.id() + "'");
        admin("update unit set name = name || ' Đổi Tên' where tenant_id = 15 and id = '" + unit + "'");
        try {
            assertThat(PdfText.of(pdf(life, original(life))))
                    .contains(QUAN, RECEIVER, "Mười sáu nghìn đồng")
                    .doesNotContain("Tên Khác Hẳn", "Đổi Tên");
        } finally {
            admin("update unit set name = replace(name, ' Đổi Tên', '') where tenant_id = 15 and id = '" + unit + "'");
        }
    }

    @Test
    void oneFromBeforeThatWasKeptIsDrawnFromTodaysData() throws Exception {
        var life = cash();
        admin(
                "delete from receipt_sheet s using receipt r where r.symbol = s.symbol and r.year = s.year and r.no = s.no "
                        + "and r.tenant_id = s.tenant_id and r.dossier = '" + life.ref.id() + "'");

        assertThat(original(life).sheet()).isEmpty();
        assertThat(PdfText.of(pdf(life, original(life)))).contains(QUAN, RECEIVER);
        var id = propose(life, original(life), "REPLACE", Map.of("PAYER", "Nguyễn Văn Quấn"));
        decide(id, LEADER, true);
        assertThat(receipts(life).getLast().sheet().orElseThrow().payer()).isEqualTo("Nguyễn Văn Quấn");
    }

    @Test
    void aWrongOneIsReplacedByTheNextNumberOverTheSameAmountAndNoMoneyMoves() {
        var life = cash();
        var wrong = original(life);
        pdf(life, wrong);
        var ledger = ledger(life);
        var sum = sumOfBook();

        var id = propose(life, wrong, "REPLACE", Map.of("PAYER", "Nguyễn Văn Quấn", "line.0", "Lệ phí bản sao"));
        assertThat(original(life).cancelledAt()).as("nothing has changed yet").isEmpty();
        decide(id, LEADER, true);

        var old = original(life);
        var made = receipts(life).getLast();
        assertThat(old.cancelledAt()).isPresent();
        assertThat(made.kind()).isEqualTo(Receipt.Kind.REPLACEMENT);
        assertThat(made.of()).contains(wrong.number());
        assertThat(made.number().symbol()).isEqualTo(wrong.number().symbol());
        assertThat(made.amount()).isEqualTo(wrong.amount());
        assertThat(made.lines().getFirst().name()).isEqualTo("Lệ phí bản sao");
        assertThat(PdfText.of(pdf(life, made)))
                .contains("BIÊN LAI THAY THẾ", "Nguyễn Văn Quấn", "Thay thế biên lai số")
                .contains(wrong.number().digits(), "ký hiệu " + wrong.number().series(), "ngày 23/11/2026");
        assertThat(PdfText.of(pdf(life, old))).contains("Đã hủy lúc", QUAN).doesNotContain("Quấn");
        assertThat(ledger(life)).as("no money has moved").isEqualTo(ledger);
        assertThat(sumOfBook()).isEqualTo(sum);
        assertThat(kinds(life)).containsExactlyInAnyOrder("ORIGINAL", "CANCELLED", "REPLACEMENT");
        noGap();
        assertThat(told(life)).contains("receipt-replaced");
    }

    @Test
    void aWrongNameIsToldAndTheReceiptHolds() {
        var life = cash();
        var receipt = original(life);
        var pdf = pdf(life, receipt);

        decide(propose(life, receipt, "NOTICE", Map.of("ADDRESS", "Thôn Tả Van Giáy, xã Tả Van")), LEADER, true);

        assertThat(receipts(life)).hasSize(1).allSatisfy(it -> {
            assertThat(it.cancelledAt()).isEmpty();
            assertThat(it.noticed().orElseThrow().address()).isEqualTo("Thôn Tả Van Giáy, xã Tả Van");
        });
        assertThat(pdf(life, original(life))).as("the file is as it was").isEqualTo(pdf);
        assertThat(kinds(life)).containsExactlyInAnyOrder("ORIGINAL", "NOTICED");
        assertThat(new Visit(address).as(QUAN).get(life.path() + "/pay").body())
                .contains("Thôn Tả Van Giáy, xã Tả Van");
        assertThat(told(life)).contains("receipt-noticed");
    }

    @Test
    void whatWasToldOnceIsNotTakenBackByTheNextCorrection() {
        var life = cash();
        var receipt = original(life);
        decide(propose(life, receipt, "NOTICE", Map.of("line.0", "Bản sao đã sửa tên")), LEADER, true);
        assertThat(original(life).lines()).as("the receipt says what it says").isEqualTo(receipt.lines());
        assertThat(new Visit(address).as(QUAN).get(life.path() + "/pay").body()).contains("Bản sao đã sửa tên");

        var second = propose(life, receipt, "NOTICE", Map.of("PAYER", "Nguyễn Văn Quấn"));
        decide(second, LEADER, true);
        assertThat(in(() -> desk.one(officer(LEADER), second)).changes())
                .as("of what was told before")
                .singleElement()
                .satisfies(it -> assertThat(it.after()).isEqualTo("Nguyễn Văn Quấn"));
        var made = propose(life, receipt, "REPLACE", Map.of("ADDRESS", "Xã Tả Van"));
        decide(made, LEADER, true);
        assertThat(receipts(life).getLast().lines().getFirst().name()).isEqualTo("Bản sao đã sửa tên");
        assertThat(receipts(life).getLast().sheet().orElseThrow().payer()).isEqualTo("Nguyễn Văn Quấn");
    }

    @Test
    void nobodyAgreesToTheirOwnAndAWrongTaxCodeIsNotOnlyTold() {
        var life = cash();
        var receipt = original(life);
        assertThat(code(() -> propose(life, receipt, "NOTICE", Map.of("TAX_CODE", "5300999999"))))
                .isEqualTo(PaymentRefusal.CORRECTION_TAX_CODE);
        assertThat(code(() -> propose(life, receipt, "REPLACE", Map.of())))
                .isEqualTo(PaymentRefusal.CORRECTION_NOTHING);
        assertThat(code(() -> propose(life, receipt, "REPLACE", Map.of("PAYER", " "))))
                .isEqualTo(PaymentRefusal.CORRECTION_EMPTY);
        assertThat(code(() -> propose(life, receipt, "ADJUST", Map.of("PAYER", "A"))))
                .isEqualTo(PaymentRefusal.CORRECTION_WAY);

        var id = propose(life, receipt, "REPLACE", Map.of("TAX_CODE", "5300999999"));
        assertThat(code(() -> propose(life, receipt, "REPLACE", Map.of("PAYER", "A"))))
                .isEqualTo(PaymentRefusal.CORRECTION_OPEN);
        assertThat(catchThrowableOfType(Refused.class, () -> decide(id, RECEIVER, true)))
                .as("the counter does not decide")
                .isNotNull();
        decide(id, LEADER, false);
        assertThat(receipts(life)).hasSize(1);
        assertThat(told(life)).doesNotContain("receipt-replaced", "receipt-noticed");
        decide(propose(life, receipt, "REPLACE", Map.of("TAX_CODE", "5300999999")), LEADER, true);
        assertThat(receipts(life).getLast().sheet().orElseThrow().taxCode()).isEqualTo("5300999999");
    }

    @Test
    void aRefundAfterwardsIsOfWhatReplacedItAndCorrectionsOfWhatIsGoneAreRefused() {
        var life = cash();
        decide(propose(life, original(life), "REPLACE", Map.of("PAYER", "Nguyễn Văn Quấn")), LEADER, true);
        var made = receipts(life).getLast();
        var late = propose(life, made, "REPLACE", Map.of("PAYER", "Nguyễn Văn Quần"));

        var refund = Ids.next();
        run(() -> refunds.propose(
                officer(RECEIVER),
                refund,
                life.ref.id(),
                new RefundDesk.Proposal("p1", "6000", "CASH", "", "Thu thừa")));
        run(() -> refunds.decide(officer(LEADER), refund, true, ""));
        var adjusting = receipts(life).getLast();
        assertThat(adjusting.kind()).isEqualTo(Receipt.Kind.ADJUSTMENT);
        assertThat(adjusting.of()).contains(made.number());
        assertThat(adjusting.sheet().orElseThrow().payer()).isEqualTo("Nguyễn Văn Quấn");

        var rest = Ids.next();
        decide(late, LEADER, true);
        run(() -> refunds.propose(
                officer(RECEIVER),
                rest,
                life.ref.id(),
                new RefundDesk.Proposal("p1", "10000", "CASH", "", "Rút hồ sơ")));
        run(() -> refunds.decide(officer(LEADER), rest, true, ""));
        assertThat(receipts(life).stream()
                        .filter(it -> it.cancelledAt().isEmpty())
                        .mapToLong(it -> it.kind() == Receipt.Kind.ADJUSTMENT
                                ? -it.amount().amount()
                                : it.amount().amount())
                        .sum())
                .as("nothing is left of what was collected")
                .isZero();
        assertThat(code(() -> propose(life, adjusting, "REPLACE", Map.of("PAYER", "A"))))
                .isEqualTo(PaymentRefusal.CORRECTION_GONE);
        noGap();
    }

    private UUID propose(Life life, Receipt receipt, String way, Map<String, String> typed) {
        var id = Ids.next();
        run(() -> desk.propose(
                officer(RECEIVER), id, life.ref.id(), receipt.number().word(), way, typed, "Ghi nhầm khi tiếp nhận"));
        return id;
    }

    private void decide(UUID id, String who, boolean agreed) {
        run(() -> desk.decide(officer(who), id, agreed, agreed ? "" : "Chưa đúng"));
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    private Receipt original(Life life) {
        return receipts(life).getFirst();
    }

    private List<Receipt> receipts(Life life) {
        return in(() -> book.of(life.ref.id()));
    }

    private byte[] pdf(Life life, Receipt it) {
        return new Visit(address)
                .as(QUAN)
                .bytes(life.path() + "/receipts/" + it.number().word());
    }

    private List<String> ledger(Life life) {
        return in(() -> db.sql("select id::text from ledger_entry where dossier = :dossier order by id")
                .param("dossier", life.ref.id().value())
                .query(String.class)
                .list());
    }

    private long sumOfBook() {
        var unit = taVan.oneStop();
        return in(() -> money.book(officer(LEADER), unit, TODAY, TODAY).total().amount());
    }

    /** What the book of the day has of a dossier. */
    private List<String> kinds(Life life) {
        var unit = taVan.oneStop();
        return in(() -> money.book(officer(LEADER), unit, TODAY, TODAY).lines().stream()
                .filter(it -> it.dossier().equals(life.ref.id().toString()))
                .map(MoneyDesk.Line::what)
                .toList());
    }

    private void noGap() {
        assertThat(in(() -> db.sql("""
                        select count(*) from (select max(no) - count(*) as gap from receipt group by symbol, year) g where g.gap <> 0
                        """).query(Long.class).single())).isZero();
    }

    private List<String> told(Life life) {
        clock.advance(Duration.ofMinutes(1));
        rounds.go();
        var who = (SignedIn.Applicant) taVan.named(QUAN);
        return notices.of(who, 200).stream()
                .filter(it -> it.dossier().equals(life.ref))
                .map(Notice::kind)
                .toList();
    }

    private Life cash() {
        var life = taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
        var opened = reading.open(officer(RECEIVER), life.ref.id(), clock.instant());
        run(() -> cashier.takeCash(
                new Act(Ids.next(), officer(RECEIVER), opened.version(), clock.instant()),
                life.ref.id(),
                opened.subject(),
                0));
        return life;
    }

    private static RefusalCode code(Runnable work) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::run))
                .code();
    }

    private void admin(String statement) throws Exception {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void run(Runnable work) {
        Scope.of(TaVan.LAO_CAI).run(work);
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
