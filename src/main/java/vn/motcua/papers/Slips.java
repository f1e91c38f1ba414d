package vn.motcua.papers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.ApologySlip;
import vn.motcua.document.HaltSlip;
import vn.motcua.document.PaperParty;
import vn.motcua.document.PaperSize;
import vn.motcua.document.PaperWords;
import vn.motcua.document.SupplementSlip;
import vn.motcua.document.TurnAwaySlip;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.DossierEvent.DossierHalted;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Language;

/**
 * Writes the slips that a one-stop gives besides the acknowledgement: the request for a supplement (Mẫu 02), the refusal
 * to receive (Mẫu 03), the apology (Mẫu 04), the notice of halting (Mẫu 05); the same for the officer who prints them and for the applicant who downloads them.
 */
@Component
public class Slips {

    private final Acknowledgements acknowledgements;
    private final Catalogue catalogue;

    Slips(Acknowledgements acknowledgements, Catalogue catalogue) {
        this.acknowledgements = acknowledgements;
        this.catalogue = catalogue;
    }

    /**
     * A slip of a dossier.
     *
     * @param number of the dossier; empty before reception
     * @param at when it was written
     * @param officer who wrote it
     */
    public record Issued(
            UnitId unit,
            Optional<DossierNumber> number,
            RevisionId revision,
            Applicant applicant,
            Instant at,
            String officer) {}

    /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, Mẫu 02. */
    public SupplementSlip supplement(Issued slip, SupplementRequest request) {
        var number = slip.number().map(DossierNumber::value).orElse("");
        return new SupplementSlip(
                acknowledgements.head(slip.unit(), number.isEmpty() ? "" : number + "/HDHS", slip.at()),
                PaperSize.A4,
                number,
                party(slip.applicant()),
                subject(slip.revision()),
                request.lines().stream()
                        .map(it -> new SupplementSlip.Demand(it.what(), it.reason()))
                        .toList(),
                "",
                slip.officer(),
                slip.officer());
    }

    /** Phiếu từ chối tiếp nhận, giải quyết hồ sơ, Mẫu 03. */
    public TurnAwaySlip turnAway(Issued slip, String reason) {
        return new TurnAwaySlip(
                acknowledgements.head(slip.unit(), "", slip.at()),
                PaperSize.A4,
                "",
                party(slip.applicant()),
                subject(slip.revision()),
                List.of(reason),
                slip.officer(),
                "",
                slip.officer());
    }

    /**
     * Phiếu xin lỗi và hẹn lại ngày trả kết quả, Mẫu 04.
     *
     * @param received when the dossier was received
     * @param position of whoever apologises, in words
     */
    public ApologySlip apology(Issued slip, DueExtended extension, Instant received, String position) {
        var number = slip.number().map(DossierNumber::value).orElse("");
        return new ApologySlip(
                acknowledgements.head(slip.unit(), number + "/PXL", slip.at()),
                PaperSize.A4,
                number,
                party(slip.applicant()),
                subject(slip.revision()),
                PaperWords.moment(received),
                PaperWords.moment(extension.promised()),
                extension.reason(),
                PaperWords.moment(extension.due().at()),
                slip.officer(),
                position);
    }

    /**
     * Thông báo dừng giải quyết hồ sơ, Mẫu 05.
     *
     * @param received when the dossier was received
     * @param position of whoever halted it, in words
     */
    public HaltSlip halt(Issued slip, DossierHalted halted, Instant received, String position) {
        var number = slip.number().map(DossierNumber::value).orElse("");
        return new HaltSlip(
                acknowledgements.head(slip.unit(), number + "/TBD", slip.at()),
                PaperSize.A4,
                number,
                party(slip.applicant()),
                subject(slip.revision()),
                PaperWords.moment(received),
                halted.reason(),
                halted.returned(),
                slip.officer(),
                position);
    }

    /** The applicant as papers print them. */
    public PaperParty party(Applicant applicant) {
        return new PaperParty(applicant.name(), applicant.address(), applicant.phone(), applicant.email());
    }

    /** What is asked for. */
    public String subject(RevisionId revision) {
        return catalogue.revision(revision).name(Language.VI);
    }
}
