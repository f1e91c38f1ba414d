package vn.motcua.papers;

import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.ControlSlip;
import vn.motcua.document.PaperWords;
import vn.motcua.dossier.LeadAgencies;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Passage;
import vn.motcua.dossier.StepDues;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;

/**
 * Writes the slip of who had a dossier when (Phiếu kiểm soát quá trình giải quyết hồ sơ, Mẫu 06) from its history. Each step
 * that has hours on its route is held against its due moment ({@link StepDues}): done on an earlier day is before time, done later
 * than due is after it. How the form wants that counted no text says. A timer of the program is neither.
 */
@Component
public class ControlSlips {

    private final Acknowledgements acknowledgements;
    private final Catalogue catalogue;
    private final Units units;
    private final StepDues dues;
    private final LeadAgencies leads;
    private final Sheets sheets;

    ControlSlips(
            Acknowledgements acknowledgements,
            Catalogue catalogue,
            Units units,
            StepDues dues,
            LeadAgencies leads,
            Sheets sheets) {
        this.acknowledgements = acknowledgements;
        this.catalogue = catalogue;
        this.units = units;
        this.dues = dues;
        this.leads = leads;
        this.sheets = sheets;
    }

    /**
     * The slip as it stands at that moment.
     *
     * @param site the address of this program, for the QR code
     */
    public ControlSlip of(Opened dossier, String site, Instant now) {
        var filed = dossier.filed();
        var passages = Passage.of(dossier);
        var lead = leads.of(dossier);
        var others = passages.stream()
                .map(Passage::unit)
                .filter(it -> !it.equals(lead))
                .distinct()
                .map(this::name)
                .collect(Collectors.joining("; "));
        return new ControlSlip(
                acknowledgements.head(filed.unit(), "", now),
                sheets.of(filed.unit()),
                dossier.stage().received().map(it -> it.number().value()).orElseThrow(),
                filed.applicant().name(),
                catalogue.revision(filed.revision()).name(Language.VI),
                name(lead),
                others,
                passages.stream().map(it -> row(it, dossier)).toList(),
                site + "/desk/dossiers/" + dossier.id());
    }

    private ControlSlip.Row row(Passage it, Opened dossier) {
        return new ControlSlip.Row(
                name(it.unit()),
                dossier.route().step(it.step()).name().in(Language.VI),
                PaperWords.moment(it.gave()),
                it.giver(),
                it.received().map(PaperWords::moment).orElse(""),
                it.receiver(),
                it.done()
                        .filter(_ -> dossier.route().step(it.step()).program().isEmpty())
                        .flatMap(done -> dues.of(dossier, it.step(), it.unit(), it.gave(), done)
                                .map(due -> outcome(done, due)))
                        .orElse(""),
                it.done().map(done -> "Xong lúc " + VietnamTime.moment(done)).orElse("Đang giải quyết"));
    }

    /** Before time, on time or after it. */
    static String outcome(Instant done, Instant due) {
        if (done.isAfter(due)) {
            return "Quá hạn";
        }
        return VietnamTime.dayOf(done).isBefore(VietnamTime.dayOf(due)) ? "Trước hạn" : "Đúng hạn";
    }

    private String name(UnitId id) {
        return units.unit(id).map(Unit::name).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }
}
