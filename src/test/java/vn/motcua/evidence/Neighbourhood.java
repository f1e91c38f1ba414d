package vn.motcua.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Confirmation;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.NewPaper;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Personas;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TestClock;

/** A mother of Tả Van who files a birth registration there. */
@TestComponent
class Neighbourhood {

    static final TenantId LAO_CAI = new TenantId(15);
    static final String MOTHER = "Lý Thị Mẩy";

    private final FilingDesk filing;
    private final Catalogue catalogue;
    private final Units units;
    private final StoredFiles files;
    private final Accounts accounts;
    private final Personas personas;
    private final TestClock clock;

    Neighbourhood(
            FilingDesk filing,
            Catalogue catalogue,
            Units units,
            StoredFiles files,
            Accounts accounts,
            Personas personas,
            TestClock clock) {
        this.filing = filing;
        this.catalogue = catalogue;
        this.units = units;
        this.files = files;
        this.accounts = accounts;
        this.personas = personas;
        this.clock = clock;
    }

    /** The birth of her child, with a paper. */
    Confirmation birth() {
        var mother = (SignedIn.Citizen) personas.groups(Language.VI).stream()
                .flatMap(it -> it.cards().stream())
                .filter(it -> it.name().equals(MOTHER))
                .flatMap(it -> personas.account(it.account()).stream())
                .flatMap(it -> accounts.signedIn(it).stream())
                .findFirst()
                .orElseThrow();
        var file = Scope.of(LAO_CAI)
                .call(() -> files.keep(new ByteArrayInputStream(pdf()), "giay-chung-sinh.pdf", FileKind.PDF));
        return filing.file(
                new Act(Ids.next(), mother, 0, clock.instant()),
                new FilingRequest(
                        LAO_CAI,
                        Channel.ONLINE,
                        new Applicant(
                                Optional.of(mother.person()),
                                Optional.empty(),
                                MOTHER,
                                Optional.of("010198999001"),
                                "0990000001",
                                ""),
                        HandOver.How.COUNTER,
                        "",
                        List.of(new FilingRequest.Requested(
                                catalogue.get("1.001193").id(),
                                units.competent("commune-one-stop", "03037")
                                        .orElseThrow()
                                        .id(),
                                Map.of("child.fullName", "Lý Gia Bảo", "child.birthDate", "2026-11-02"),
                                List.of(new NewPaper(
                                        "giay-chung-sinh",
                                        "Giấy chứng sinh.pdf",
                                        file.id().sha256()))))));
    }

    private static byte[] pdf() {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
