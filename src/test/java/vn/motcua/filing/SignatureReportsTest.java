package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.document.SamplePapers;
import vn.motcua.document.StoredFile;
import vn.motcua.document.Uploads;
import vn.motcua.dossier.HandOver;
import vn.motcua.filing.Sending.Outcome;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.TenantId;
import vn.motcua.signature.Finding;
import vn.motcua.signature.Judgement;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SignerAway;
import vn.motcua.signature.Signings;
import vn.motcua.signature.TrustList;
import vn.motcua.signature.Validation;
import vn.motcua.signature.Verdict;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Lý Thị Mẩy uploads papers that were signed elsewhere; what is to be thought of the signatures is said to her and to the officer. */
@WholeProgram
class SignatureReportsTest {

    private static final Signatory LEADER =
            Signatory.person(new UUID(7, 1), "Vàng A Sùng", "Chủ tịch", "Ủy ban nhân dân xã Tả Van");
    private static final Signatory COMMUNE = Signatory.agency(new UUID(7, 2), "Ủy ban nhân dân xã Tả Van");

    private final DraftDesk desk;
    private final Sending sending;
    private final SignatureReports reports;
    private final SignatureWords words;
    private final TrustList trust;
    private final Validation validation;
    private final PdfSigning signing;
    private final Signings signings;
    private final FileStore contents;
    private final Uploads uploads;
    private final Units units;
    private final PlatformTransactionManager transactions;
    private final Cast cast;
    private final TestClock clock;
    private final String address;

    @Autowired
    SignatureReportsTest(
            DraftDesk desk,
            Sending sending,
            SignatureReports reports,
            SignatureWords words,
            TrustList trust,
            Validation validation,
            PdfSigning signing,
            Signings signings,
            FileStore contents,
            Uploads uploads,
            Units units,
            PlatformTransactionManager transactions,
            Cast cast,
            TestClock clock,
            @LocalServerPort int port) {
        this.desk = desk;
        this.sending = sending;
        this.reports = reports;
        this.words = words;
        this.trust = trust;
        this.validation = validation;
        this.signing = signing;
        this.signings = signings;
        this.contents = contents;
        this.uploads = uploads;
        this.units = units;
        this.transactions = transactions;
        this.cast = cast;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aSignedPaperIsJudgedOnceAndApplicantAndOfficerReadIt() throws SignerAway {
        var opened = new Opened();
        var may = cast.may();
        var file = uploaded(may, signed(signing));
        var id = complete(may, file);
        var papers = "/drafts/" + id.value() + "/papers";
        assertThat(as("Lý Thị Mẩy", papers)).as("not within the upload").doesNotContain("Chữ ký số hợp lệ");

        go(rounds(opened));
        assertThat(as("Lý Thị Mẩy", papers))
                .contains("Chữ ký số hợp lệ", "Vàng A Sùng", "Dấu thời gian: ", "Danh sách thu hồi đã dùng lập lúc");
        assertThat(as("Lý Thị Mẩy", "/en" + papers))
                .contains("The digital signature is valid", "The revocation list that was used was made at");

        var filed = filed(may, id);
        go(rounds(opened));
        assertThat(as("Trần Thu Hà", "/desk/dossiers/" + filed.dossier()))
                .contains("Chữ ký số hợp lệ", "Vàng A Sùng", "Máy kiểm tra lúc 08:00, 23/11/2026");
        assertThat(as("Trần Thu Hà", "/en/desk/dossiers/" + filed.dossier()))
                .contains("The digital signature is valid", "Checked by the program at");
        assertThat(as("Lý Thị Mẩy", "/my/" + filed.code().value())).contains("Chữ ký số hợp lệ", "Vàng A Sùng");
        assertThat(opened.times(file.id()))
                .as("also at the agency it was read once")
                .isEqualTo(1);
    }

    @Test
    void somethingAddedAfterSigningIsNotValidAndTheOfficerReadsWhy() throws SignerAway {
        var may = cast.may();
        var file = uploaded(may, with(signed(signing), "%them\n"));
        go(rounds(new Opened()));

        assertThat(report(may, file))
                .hasValueSatisfying(it -> assertThat(it.judged().verdict()).isEqualTo(Verdict.NOT_VALID));
        var filed = filed(may, complete(may, file));
        go(rounds(new Opened()));
        assertThat(as("Trần Thu Hà", "/desk/dossiers/" + filed.dossier()))
                .contains("Chữ ký số không hợp lệ", "Tệp đã được thêm hoặc phủ nội dung khác sau khi ký.");
    }

    @Test
    void aSignerOfWhomNobodyKnowsIsLeftOpenUntilTheTrustListKnowsTheirAuthority() throws SignerAway {
        var opened = new Opened();
        var may = cast.may();
        var file = uploaded(may, signed(signings.strange()));
        go(rounds(opened));
        var first = report(may, file).orElseThrow().judged();
        assertThat(first.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(first.signatures().getFirst().findings()).contains(Finding.ISSUER_UNKNOWN);
        assertThat(as("Lý Thị Mẩy", "/drafts/" + complete(may, file).value() + "/papers"))
                .contains(
                        "Chưa kết luận được về chữ ký số",
                        "Không có tổ chức chứng thực đáng tin nào đứng sau chứng thư này.");
        go(rounds(opened));
        assertThat(opened.times(file.id())).as("by the same list not again").isEqualTo(1);

        signings.believeStrangers();
        go(rounds(opened));
        assertThat(report(may, file).orElseThrow().judged().verdict()).isEqualTo(Verdict.VALID);
        assertThat(opened.times(file.id())).isEqualTo(2);
    }

    @Test
    void ofAPaperThatNobodySignedNothingIsSaid() {
        var opened = new Opened();
        var may = cast.may();
        var file = uploaded(may, with(SamplePapers.resultToSign(), "%" + UUID.randomUUID() + "\n"));
        go(rounds(opened));
        go(rounds(opened));

        assertThat(report(may, file)).isEmpty();
        assertThat(opened.times(file.id())).as("and it is not read again").isEqualTo(1);
        assertThat(as("Lý Thị Mẩy", "/drafts/" + complete(may, file).value() + "/papers"))
                .doesNotContain("Máy kiểm tra lúc");
    }

    @Test
    void aFaultOfTheCheckHoldsUpNeitherTheFilingNorAnotherFile() throws SignerAway {
        var may = cast.may();
        var poisoned = uploaded(may, signed(signing));
        var other = uploaded(may, signed(signing));
        var failing = new Opened(poisoned.id());
        go(rounds(failing));
        assertThat(report(may, other)).isPresent();
        assertThat(report(may, poisoned)).isEmpty();
        var filed = filed(may, complete(may, poisoned));

        for (int i = 0; i < SignatureReports.TRIES; i++) {
            clock.advance(Duration.ofHours(2));
            go(rounds(failing));
        }
        var tried = failing.times(poisoned.id());
        assertThat(tried).as("in the draft and at the agency").isBetween(5, 2 * SignatureReports.TRIES);
        clock.advance(Duration.ofHours(2));
        go(rounds(failing));
        assertThat(failing.times(poisoned.id())).as("and no more").isEqualTo(tried);
        assertThat(report(may, poisoned))
                .hasValueSatisfying(it -> assertThat(it.unread()).isTrue());
        assertThat(as("Trần Thu Hà", "/desk/dossiers/" + filed.dossier()))
                .contains("Chưa kết luận được về chữ ký số", "không đọc được phần ký");
    }

    @Test
    void aFileAtWhichTheProgramDiesTakesNoAttemptOfAnother() throws SignerAway {
        var may = cast.may();
        go(rounds(new Opened()));
        var deadly = uploaded(may, signed(signing));
        var others = new java.util.ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            others.add(uploaded(may, signed(signing)).id().sha256());
        }

        assertThatThrownBy(() -> rounds(new Opened() {
                            @Override
                            public InputStream open(FileId file) {
                                if (file.equals(deadly.id())) {
                                    throw new OutOfMemoryError("a test says so");
                                }
                                return super.open(file);
                            }
                        })
                        .go())
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(cast.select(
                        TenantId.NATIONAL,
                        may,
                        "select attempts from signature_report where file = any(string_to_array(?, ' '))",
                        String.join(" ", others)))
                .hasSize(5)
                .allSatisfy(it -> assertThat(it).containsEntry("attempts", "0"));
        go(rounds(new Opened()));
        assertThat(in(may, () -> reports.of(others))).hasSize(5);
    }

    /** Anybody can make a certificate; its words are shown as words. */
    @Test
    void theNameInACertificateTurnsNoReadingDirection() {
        var may = cast.may();
        var file = uploaded(may, with(SamplePapers.resultToSign(), "%" + UUID.randomUUID() + "\n"));
        var judged = new Judgement(
                List.of(new Judgement.One(
                        "Vàng\u202E A Sùng",
                        "\u200B",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(Finding.ISSUER_UNKNOWN))),
                Set.of());
        in(may, () -> {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(_ -> reports.looked(
                            file.id(),
                            trust.version(),
                            new SignatureReports.Looked(clock.instant(), Optional.of(judged))));
            return true;
        });

        var said = in(may, () -> words.of(List.of(file.id().sha256()), Language.VI));
        assertThat(said.values())
                .singleElement()
                .satisfies(it -> assertThat(it.signatures().getFirst().who()).isEqualTo("Vàng A Sùng"));
    }

    @Test
    void whatCannotBeReadIsSpokenOfOnlyWhereItLooksSigned() {
        var unread = new Judgement(List.of(), Set.of(Finding.NOT_A_PDF));

        assertThat(SignatureRounds.said(unread, "%PDF-1.7 /ByteRange [0 1 2 3]".getBytes(StandardCharsets.US_ASCII)))
                .contains(unread);
        assertThat(SignatureRounds.said(unread, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(SignatureRounds.said(
                        new Judgement(List.of(), Set.of(Finding.UNSIGNED)),
                        "/ByteRange".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void whatIsSaidFitsOnATelephone() throws SignerAway {
        var may = cast.may();
        var file = uploaded(may, with(signed(signings.strange()), "%them\n"));
        var draft = complete(may, file);
        var filed = filed(may, complete(may, file));
        go(rounds(new Opened()));

        for (var it : List.of(
                List.of("Lý Thị Mẩy", "/drafts/" + draft.value() + "/papers"),
                List.of("Lý Thị Mẩy", "/my/" + filed.code().value()),
                List.of("Trần Thu Hà", "/desk/dossiers/" + filed.dossier()))) {
            try (var person = new Person(address, 360, true).as(it.getFirst())) {
                person.open(it.getLast());
                person.page().evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
                assertThat(person.reads()).as(it.getLast()).contains("Chữ ký số không hợp lệ", "Ký lúc ");
                assertThat(PageCheck.faults(person.page())).as(it.getLast()).isEmpty();
            }
        }
    }

    /** The file store, which counts how often a file is read and fails at one. */
    private class Opened implements FileStore {

        private final Map<FileId, AtomicInteger> times = new ConcurrentHashMap<>();
        private final Set<FileId> poisoned;

        Opened(FileId... poisoned) {
            this.poisoned = Set.of(poisoned);
        }

        int times(FileId file) {
            return Optional.ofNullable(times.get(file)).map(AtomicInteger::get).orElse(0);
        }

        @Override
        public InputStream open(FileId file) {
            times.computeIfAbsent(file, _ -> new AtomicInteger()).incrementAndGet();
            if (poisoned.contains(file)) {
                throw new IllegalArgumentException("poisoned");
            }
            return contents.open(file);
        }

        @Override
        public FileId put(InputStream content) {
            return contents.put(content);
        }

        @Override
        public long size(FileId file) {
            return contents.size(file);
        }

        @Override
        public void remove(FileId file, Instant since) {
            contents.remove(file, since);
        }

        @Override
        public void verify(FileId file) {
            contents.verify(file);
        }
    }

    private SignatureRounds rounds(FileStore store) {
        return new SignatureRounds(reports, trust, validation, store, units, clock, transactions);
    }

    /** Until also what other tests uploaded is looked at. */
    private static void go(SignatureRounds rounds) {
        for (int i = 0; i < 20; i++) {
            rounds.go();
        }
    }

    private byte[] signed(PdfSigning by) throws SignerAway {
        return by.sign(SamplePapers.resultToSign(), LEADER, COMMUNE, clock.instant());
    }

    private static byte[] with(byte[] file, String more) {
        var end = more.getBytes(StandardCharsets.US_ASCII);
        var longer = Arrays.copyOf(file, file.length + end.length);
        System.arraycopy(end, 0, longer, file.length, end.length);
        return longer;
    }

    private StoredFile uploaded(SignedIn who, byte[] pdf) {
        return uploads.accept(new ByteArrayInputStream(pdf), "giay-chung-sinh.pdf", uploads.usualLimits(), who.scope());
    }

    private DraftId complete(SignedIn.Applicant who, StoredFile file) {
        var id = in(who, () -> desk.start(who, Birth.CODE));
        Birth.pages().forEach((page, answers) -> in(who, () -> desk.answer(who, id, page, answers)));
        in(who, () -> desk.addPaper(who, id, "giay-chung-sinh", file));
        in(who, () -> desk.receive(who, id, new Delivery(HandOver.How.DIGITAL, "")));
        return id;
    }

    private Filed filed(SignedIn.Applicant who, DraftId id) {
        var outcome = sending.file(who, id, Ids.next(), Birth.declaration());
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).filed();
    }

    private Optional<SignatureReports.Report> report(SignedIn who, StoredFile file) {
        return Optional.ofNullable(in(who, () -> reports.of(List.of(file.id().sha256())))
                .get(file.id().sha256()));
    }

    private String as(String name, String path) {
        return new Visit(address).as(name).get(path).body();
    }

    private static <T> T in(SignedIn who, java.util.function.Supplier<T> work) {
        return who.scope().call(work);
    }
}
