package vn.motcua.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.Acknowledgement;
import vn.motcua.document.Letterhead;
import vn.motcua.document.PaperParty;
import vn.motcua.document.PaperSize;
import vn.motcua.document.PaperWords;
import vn.motcua.form.Facts;
import vn.motcua.organization.AdministrativeUnit;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Writes the acknowledgement (Giấy tiếp nhận hồ sơ và hẹn trả kết quả, Thông tư 01/2018/TT-VPCP, Mẫu 01). */
@Component
public class Acknowledgements {

    private final Catalogue catalogue;
    private final Units units;
    private final AdministrativeUnits places;
    private final Messages messages;

    Acknowledgements(Catalogue catalogue, Units units, AdministrativeUnits places, Messages messages) {
        this.catalogue = catalogue;
        this.units = units;
        this.places = places;
        this.messages = messages;
    }

    /**
     * The acknowledgement in words.
     *
     * @param site the address of this program, for the QR code, e.g. {@code https://motcua.example}
     */
    public Acknowledgement of(ReceivedDossier dossier, String site) {
        var applicant = dossier.applicant();
        return new Acknowledgement(
                head(dossier.receiving(), dossier.number().value() + "/TNHS", dossier.receivedAt()),
                PaperSize.A4,
                dossier.number().value(),
                dossier.code().grouped(),
                site + "/track?code=" + dossier.code().value(),
                new PaperParty(applicant.name(), "", applicant.phone(), applicant.email()),
                catalogue.revision(dossier.revision()).name(Language.VI),
                papers(dossier),
                "01",
                limit(dossier),
                PaperWords.moment(dossier.receivedAt()),
                PaperWords.moment(dossier.due()),
                handOver(dossier),
                dossier.fee(),
                "",
                applicant.name(),
                dossier.receiver(),
                List.of());
    }

    /** The head of a paper of that unit, dated that day at the unit's place. */
    public Letterhead head(UnitId issuing, String number, Instant at) {
        var unit = unit(issuing);
        var above = units.agencyOf(issuing)
                .filter(it -> !it.id().equals(issuing))
                .or(() -> unit.parent().flatMap(units::unit))
                .map(Unit::name)
                .orElse("");
        return new Letterhead(
                above, unit.name(), number, PaperWords.placeAndDate(place(unit, at), VietnamTime.dayOf(at)));
    }

    private String place(Unit unit, Instant at) {
        var day = VietnamTime.dayOf(at);
        return unit.territory().places().stream()
                .findFirst()
                .flatMap(it -> it.length() == 2 ? places.province(it, day) : places.ward(it, day))
                .map(AdministrativeUnit::name)
                .orElse("Hà Nội");
    }

    private List<Acknowledgement.PaperLine> papers(ReceivedDossier dossier) {
        var names = procedure(dossier).documents().stream()
                .collect(Collectors.toMap(RequiredDocument::id, it -> it.name(Language.VI)));
        var form = dossier.channel() == Channel.ONLINE ? "Bản điện tử" : "Bản giấy";
        var lines = new ArrayList<Acknowledgement.PaperLine>();
        procedure(dossier).required(dossier.answers(), facts(dossier)).stream()
                .filter(RequiredDocument::eForm)
                .forEach(
                        it -> lines.add(new Acknowledgement.PaperLine(it.name(Language.VI), "Biểu mẫu điện tử", "01")));
        dossier.papers()
                .forEach(it -> lines.add(
                        new Acknowledgement.PaperLine(names.getOrDefault(it.document(), it.name()), form, "01")));
        return lines;
    }

    private String limit(ReceivedDossier dossier) {
        return procedure(dossier).timeLimit(dossier.answers(), facts(dossier)).say(Language.VI, messages);
    }

    private ProcedurePackage procedure(ReceivedDossier dossier) {
        return catalogue.revision(dossier.revision()).runnableContent();
    }

    private static Facts facts(ReceivedDossier dossier) {
        return Facts.of(dossier.channel().name(), VietnamTime.local(dossier.filedAt()));
    }

    private String handOver(ReceivedDossier dossier) {
        return switch (dossier.receiveBy()) {
            case COUNTER -> unit(dossier.receiving()).name();
            case DIGITAL -> addressed("Bản điện tử, trong tài khoản của người nộp", dossier);
            case POST -> addressed("Qua bưu chính công ích", dossier);
        };
    }

    private static String addressed(String way, ReceivedDossier dossier) {
        return dossier.receiveAt().isEmpty() ? way : way + ", " + dossier.receiveAt();
    }

    private Unit unit(UnitId id) {
        return units.unit(id).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }
}
