package vn.motcua.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.payment.Cashier;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TestClock;

/** The desks of the program and the people of the demonstration who sit at them. */
@TestComponent
record Stations(
        FilingDesk filing,
        OneStopDesk oneStop,
        SpecialistDesk specialist,
        LeaderDesk leader,
        ApplicantDesk applicant,
        ReadingDesk reading,
        Ledger ledger,
        Cashier cashier,
        StoredFiles files,
        Cast cast,
        TestClock clock) {

    /** All officers. */
    List<OfficerAt> officers() {
        return cast.officers();
    }

    /** Lý Thị Mẩy, of Tả Van. */
    SignedIn.Citizen may() {
        return cast.may();
    }

    /** The content hash of a paper in the tenant's store. */
    String paper(TenantId tenant) {
        return Scope.of(tenant)
                .call(() -> files.keep(new ByteArrayInputStream(pdf()), "giay-to.pdf", FileKind.PDF))
                .id()
                .sha256();
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
