package vn.motcua.papers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.ApologySlip;
import vn.motcua.document.Followed;
import vn.motcua.document.HaltSlip;
import vn.motcua.document.PaperParty;
import vn.motcua.document.PaperWords;
import vn.motcua.document.SupplementSlip;
import vn.motcua.document.TurnAwaySlip;
import vn.motcua.dossier.Apology;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Booked;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.DossierHalted;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Language;

/**
 * Writes the slips that a one-stop gives besides the acknowledgement: the request for a supplement (Mẫu 02), the refusal
 * to receive (Mẫu 03), the apology (Mẫu 04), the notice of halting (Mẫu 05); the same for the officer who prints them and for the applicant
 * who downloads them.
 */
@Component
public class Slips {

    private final Acknowledgements acknowledgements;
    private final Catalogue catalogue;
    private final Sheets sheets;
    private final Brands brands;

    Slips(Acknowledgements acknowledgements, Catalogue catalogue, Sheets sheets, Brands brands) {
        this.acknowledgements = acknowledgements;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.brands = brands;
    }

    /**
     * A slip of a dossier.
     *
     * @param number of the dossier; empty before reception
     * @param at when it was written
     * @param officer who wrote it
     * @param booked its number in the unit's book; empty for one of before there were books
     * @param followed how the dossier is followed without sign-in
     */
    public record Issued(
            UnitId unit,
            Optional<DossierNumber> number,
            RevisionId revision,
            Applicant applicant,
            Instant at,
            String officer,
            Optional<Booked> booked,
            Followed followed) {

        /** The number of the paper with that sign; for one of before there were books, the one it had then. */
        private String number(String sign, String before) {
            return booked.map(it -> it.line() + "/" + sign).orElse(before);
        }
    }

    /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, Mẫu 02. */
    public SupplementSlip supplement(Issued slip, SupplementRequest request) {
        var number = slip.number().map(DossierNumber::value).orElse("");
        return new SupplementSlip(
                acknowledgements.head(
                        slip.unit(), slip.number("HDHS", number.isEmpty() ? "" : number + "/HDHS"), slip.at()),
                sheets.of(slip.unit()),
                number,
                party(slip.applicant()),
                subject(slip.revision()),
                request.lines().stream()
                        .map(it -> new SupplementSlip.Demand(it.what(), it.reason()))
                        .toList(),
                request.until().map(it -> "hết " + PaperWords.date(it)).orElse(""),
                contact(slip),
                slip.officer(),
                slip.followed());
    }

    /** Phiếu từ chối tiếp nhận, giải quyết hồ sơ, Mẫu 03. */
    public TurnAwaySlip turnAway(Issued slip, String reason) {
        return new TurnAwaySlip(
                acknowledgements.head(slip.unit(), slip.number("TCHS", ""), slip.at()),
                sheets.of(slip.unit()),
                slip.number().map(DossierNumber::value).orElse(""),
                party(slip.applicant()),
                subject(slip.revision()),
                List.of(reason),
                contact(slip),
                "",
                slip.officer(),
                slip.followed());
    }

    /**
     * Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết, Mẫu 04.
     *
     * @param received when the dossier was received
     * @param position of whoever apologises, in words
     */
    public ApologySlip apology(Issued slip, Apology apology, Instant received, String position) {
        var number = slip.number().map(DossierNumber::value).orElse("");
        return new ApologySlip(
                acknowledgements.head(slip.unit(), slip.number("PXL", number + "/PXL"), slip.at()),
                sheets.of(slip.unit()),
                number,
                party(slip.applicant()),
                subject(slip.revision()),
                PaperWords.moment(received),
                PaperWords.moment(apology.promised()),
                slip.at().isAfter(apology.promised()),
                apology instanceof DossierEvent.LateApologised,
                apology.reason(),
                PaperWords.moment(apology.renewed()),
                slip.officer(),
                position,
                slip.followed());
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
                acknowledgements.head(slip.unit(), slip.number("TBD", number + "/TBD"), slip.at()),
                sheets.of(slip.unit()),
                number,
                party(slip.applicant()),
                subject(slip.revision()),
                PaperWords.moment(received),
                halted.reason(),
                halted.returned(),
                slip.officer(),
                position,
                slip.followed());
    }

    /** Whom to ask: the officer, and where the unit is reached when it says so. */
    private String contact(Issued slip) {
        var reached = brands.reached(slip.unit());
        return reached.isEmpty() ? slip.officer() : slip.officer() + ", " + reached;
    }

    /**
     * How that dossier is followed.
     *
     * @param site the address of this program, for the QR code
     */
    public static Followed followed(TrackingCode code, String site) {
        return new Followed(code.grouped(), site + "/track?code=" + code.value());
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
