package vn.motcua.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.Acknowledgement;
import vn.motcua.document.Letterhead;
import vn.motcua.document.PaperParty;
import vn.motcua.document.PaperWords;
import vn.motcua.dossier.Link;
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
    private final KnownFacts known;
    private final Units units;
    private final AdministrativeUnits places;
    private final Messages messages;
    private final Sheets sheets;
    private final Brands brands;

    Acknowledgements(
            Catalogue catalogue,
            KnownFacts known,
            Units units,
            AdministrativeUnits places,
            Messages messages,
            Sheets sheets,
            Brands brands) {
        this.catalogue = catalogue;
        this.known = known;
        this.units = units;
        this.places = places;
        this.messages = messages;
        this.sheets = sheets;
        this.brands = brands;
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
                sheets.of(dossier.receiving()),
                dossier.number().value(),
                dossier.code().grouped(),
                site + "/track?code=" + dossier.code().value(),
                new PaperParty(applicant.name(), applicant.address(), applicant.phone(), applicant.email()),
                catalogue.revision(dossier.revision()).name(Language.VI),
                papers(dossier),
                PaperWords.two(procedure(dossier).sets()),
                limit(dossier),
                PaperWords.moment(dossier.receivedAt()),
                PaperWords.moment(dossier.due()),
                handOver(dossier),
                dossier.fee(),
                dossier.booked()
                        .map(it -> "Quyển số %s, Số thứ tự %s".formatted(it.volume(), it.line()))
                        .orElse(""),
                dossier.filedBy()
                        .map(it -> messages.say(Language.VI, "dossier.filedBy", it, applicant.name()))
                        .orElse(applicant.name()),
                dossier.receiver(),
                dossier.notes());
    }

    /**
     * The same by a one-stop that received the dossier for another, competent one; no date is promised before that one has
     * received it (NĐ 118/2025 Điều 17 khoản 3, sửa đổi bởi NĐ 309/2026).
     *
     * @param competent the name of that one
     */
    public Acknowledgement elsewhere(ReceivedDossier dossier, String competent, String site) {
        var slip = of(dossier, site);
        return new Acknowledgement(
                slip.head(),
                slip.size(),
                slip.dossierNumber(),
                slip.trackingCode(),
                slip.trackingAddress(),
                slip.applicant(),
                slip.subject(),
                slip.papers(),
                slip.copies(),
                messages.say(Language.VI, "dossier.elsewhere.limit", slip.timeLimit(), competent),
                slip.receivedAt(),
                messages.say(Language.VI, "dossier.elsewhere.due", competent),
                slip.handOver(),
                slip.fee(),
                slip.book(),
                slip.submitter(),
                slip.receiver(),
                slip.notes());
    }

    /** The name of the agency to which a receiving unit belongs: to whom a declaration is addressed. */
    public String agency(UnitId receiving) {
        return brands.nameOf(units.agencyOf(receiving).orElseGet(() -> unit(receiving)), Language.VI);
    }

    /** The head of a paper of that unit, dated that day at the unit's place. */
    public Letterhead head(UnitId issuing, String number, Instant at) {
        var unit = unit(issuing);
        var above = units.agencyOf(issuing)
                .filter(it -> !it.id().equals(issuing))
                .or(() -> unit.parent().flatMap(units::unit))
                .map(it -> brands.nameOf(it, Language.VI))
                .orElse("");
        return new Letterhead(
                above,
                brands.nameOf(unit, Language.VI),
                number,
                place(unit, VietnamTime.dayOf(at))
                        .map(it -> PaperWords.placeAndDate(it, VietnamTime.dayOf(at)))
                        .orElseGet(() -> PaperWords.date(VietnamTime.dayOf(at))),
                brands.reached(issuing));
    }

    /** Of the unit, else of the nearest one above it that has a territory; none says nothing of a place. */
    private Optional<String> place(Unit unit, LocalDate day) {
        return unit.territory().places().stream()
                .findFirst()
                .flatMap(it -> it.length() == 2 ? places.province(it, day) : places.ward(it, day))
                .map(AdministrativeUnit::name)
                .or(() -> unit.parent().flatMap(units::unit).flatMap(it -> place(it, day)));
    }

    private List<Acknowledgement.PaperLine> papers(ReceivedDossier dossier) {
        var names = procedure(dossier).paperNames(Language.VI);
        var form = dossier.circumstances().channel() == Channel.ONLINE ? "Bản điện tử" : "Bản giấy";
        var lines = new ArrayList<Acknowledgement.PaperLine>();
        procedure(dossier).required(dossier.answers(), facts(dossier)).stream()
                .filter(RequiredDocument::eForm)
                .forEach(
                        it -> lines.add(new Acknowledgement.PaperLine(it.name(Language.VI), "Biểu mẫu điện tử", "01")));
        dossier.papers().forEach(it -> {
            var name = names.getOrDefault(it.document(), it.name());
            if (it.originals() + it.copies() == 0) {
                lines.add(new Acknowledgement.PaperLine(name, form, "01"));
            }
            counted(name, "Bản chính", it.originals()).ifPresent(lines::add);
            counted(name, "Bản sao", it.copies()).ifPresent(lines::add);
        });
        return lines;
    }

    private static Optional<Acknowledgement.PaperLine> counted(String name, String form, int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Acknowledgement.PaperLine(name, form, "%02d".formatted(count)));
    }

    private String limit(ReceivedDossier dossier) {
        return dossier.link()
                .map(Link::limit)
                .orElseGet(() -> procedure(dossier).timeLimit(dossier.answers(), facts(dossier)))
                .say(Language.VI, messages);
    }

    private ProcedurePackage procedure(ReceivedDossier dossier) {
        return catalogue.revision(dossier.revision()).runnableContent();
    }

    private Facts facts(ReceivedDossier dossier) {
        return known.of(dossier.circumstances());
    }

    private String handOver(ReceivedDossier dossier) {
        return switch (dossier.receiveBy()) {
            case COUNTER -> brands.nameOf(unit(dossier.receiving()), Language.VI);
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
