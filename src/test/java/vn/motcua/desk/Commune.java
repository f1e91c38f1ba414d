package vn.motcua.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.NewPaper;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Officers;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TestClock;

/** Files dossiers at the commune of Tả Van, as its citizens would. */
@TestComponent
class Commune {

    static final TenantId LAO_CAI = new TenantId(15);
    static final String BIRTH = "1.001193";
    static final String COPIES = "2.000815";

    static final String RECEIVER = "Trần Thu Hà";
    static final String COLLEAGUE = "Giàng A Páo";
    static final String SPECIALIST = "Phạm Quốc Việt";
    static final String LEADER = "Vũ Đức Thành";
    static final String CLERK = "Lù Thị Hiền";
    static final String ELSEWHERE = "Nguyễn Tiến Lâm";

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final PositionId ALSO = new PositionId(Ids.next());

    private final FilingDesk filing;
    private final Catalogue catalogue;
    private final Units units;
    private final StoredFiles files;
    private final Officers officers;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    Commune(
            FilingDesk filing,
            Catalogue catalogue,
            Units units,
            StoredFiles files,
            Officers officers,
            PlatformTransactionManager transactions,
            TestClock clock) {
        this.filing = filing;
        this.catalogue = catalogue;
        this.units = units;
        this.files = files;
        this.officers = officers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** That officer of the committee becomes its leader as well. */
    void alsoLeads(String name) {
        leads(name, Optional.empty());
    }

    /** And is it no more. */
    void leadsNoMore(String name) {
        leads(name, Optional.of(SINCE));
    }

    private void leads(String name, Optional<LocalDate> until) {
        Scope.of(LAO_CAI)
                .run(() -> transaction.executeWithoutResult(_ -> {
                    var officer = officers.all().stream()
                            .filter(it -> it.name().equals(name))
                            .findFirst()
                            .orElseThrow();
                    var unit = officer.positions().getFirst().unit();
                    officers.save(new vn.motcua.identity.Officer(
                            officer.tenant(),
                            officer.id(),
                            officer.name(),
                            List.of(new Position(ALSO, unit, "commune-leader", SINCE, until))));
                }));
    }

    /** A birth of a child of that mother. */
    DossierId birth(String mother) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("requester.fullName", mother);
        answers.put("requester.citizenId", "010198000123");
        answers.put("child.fullName", "Giàng Gia Bảo");
        answers.put("child.birthDate", "2026-11-02");
        answers.put("child.gender", "1");
        answers.put("mother.fullName", mother);
        return file(BIRTH, mother, answers, List.of(certificate()), Channel.ONLINE);
    }

    /** A filing of that procedure at the one-stop of Tả Van. */
    DossierId file(String code, String applicant, Map<String, Object> answers, List<NewPaper> papers, Channel channel) {
        var person = new PersonId(UUID.nameUUIDFromBytes(applicant.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return file(
                code,
                new Applicant(
                        Optional.of(person),
                        Optional.empty(),
                        applicant,
                        Optional.of("010198000123"),
                        "0912345678",
                        ""),
                answers,
                papers,
                channel);
    }

    /** The same for somebody with a way to be reached of their own. */
    DossierId file(
            String code, Applicant applicant, Map<String, Object> answers, List<NewPaper> papers, Channel channel) {
        var unit = units.competent("commune-one-stop", "03037").orElseThrow().id();
        var person = applicant.person().orElseThrow();
        var citizen = new SignedIn.Citizen(new AccountId(person.value()), person, applicant.name());
        var request = new FilingRequest(
                LAO_CAI,
                channel,
                applicant,
                HandOver.How.COUNTER,
                "",
                List.of(new FilingRequest.Requested(catalogue.get(code).id(), unit, answers, papers)));
        return filing.file(act(citizen, 0), request).dossiers().getFirst().id();
    }

    Act act(SignedIn who, int version) {
        return new Act(Ids.next(), who, version, clock.instant());
    }

    /** A paper that is in the tenant's store. */
    NewPaper certificate() {
        var file = Scope.of(LAO_CAI)
                .call(() -> files.keep(new ByteArrayInputStream(emptyPdf()), "giay-chung-sinh.pdf", FileKind.PDF));
        return new NewPaper("giay-chung-sinh", "Giấy chứng sinh.pdf", file.id().sha256());
    }

    Instant now() {
        return clock.instant();
    }

    static byte[] emptyPdf() {
        try (var pdf = new PDDocument();
                var out = new java.io.ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
