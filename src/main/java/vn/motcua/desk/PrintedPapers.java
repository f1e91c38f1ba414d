package vn.motcua.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.document.Acknowledgement;
import vn.motcua.document.ApologySlip;
import vn.motcua.document.Declaration;
import vn.motcua.document.HaltSlip;
import vn.motcua.document.Letterhead;
import vn.motcua.document.PaperParty;
import vn.motcua.document.Printing;
import vn.motcua.document.SupplementSlip;
import vn.motcua.document.TurnAwaySlip;
import vn.motcua.dossier.Apology;
import vn.motcua.dossier.Booked;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.DossierHalted;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierTransferred;
import vn.motcua.dossier.DossierEvent.DossierTurnedAway;
import vn.motcua.dossier.DossierEvent.SupplementRequested;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.Opened;
import vn.motcua.filing.SignatureWords;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.OfficerTitles;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.linked.WholeWords;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.papers.ControlSlips;
import vn.motcua.papers.Declarations;
import vn.motcua.papers.ReceivedDossier;
import vn.motcua.papers.Slips;
import vn.motcua.payment.FeeAccount;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;

/** The papers that the one-stop gives to the applicant, in Vietnamese as the forms are (Thông tư 01/2018/TT-VPCP, phụ lục). */
@Service
public class PrintedPapers {

    private final Printing printing;
    private final Acknowledgements acknowledgements;
    private final Slips slips;
    private final Kinds kinds;
    private final OfficerTitles titles;
    private final ControlSlips control;
    private final Declarations declarations;
    private final SignatureWords signatures;
    private final LinkedFilings linked;
    private final WholeWords wholes;
    private final Clock clock;

    PrintedPapers(
            Printing printing,
            Acknowledgements acknowledgements,
            Slips slips,
            Kinds kinds,
            OfficerTitles titles,
            ControlSlips control,
            Declarations declarations,
            SignatureWords signatures,
            LinkedFilings linked,
            WholeWords wholes,
            Clock clock) {
        this.printing = printing;
        this.acknowledgements = acknowledgements;
        this.slips = slips;
        this.kinds = kinds;
        this.titles = titles;
        this.control = control;
        this.declarations = declarations;
        this.signatures = signatures;
        this.linked = linked;
        this.wholes = wholes;
        this.clock = clock;
    }

    /** Which paper. */
    public enum Paper {
        /** Giấy tiếp nhận hồ sơ và hẹn trả kết quả, Mẫu 01; once received. */
        ACKNOWLEDGEMENT,
        /** Giấy tiếp nhận, Mẫu 01, of a one-stop that received it for the competent one; names both. */
        RECEIVED_ELSEWHERE,
        /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, Mẫu 02; once a supplement was asked for. */
        SUPPLEMENT,
        /** Phiếu từ chối tiếp nhận, Mẫu 03; once turned away. */
        TURN_AWAY,
        /** Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết, Mẫu 04; once the due moment was extended. */
        APOLOGY,
        /** Thông báo dừng giải quyết hồ sơ, Mẫu 05; once halted. */
        HALT,
        /** Phiếu kiểm soát quá trình giải quyết hồ sơ, Mẫu 06; once received. */
        CONTROL,
        /** Tờ khai: the e-form as it was filled in; always. */
        DECLARATION;

        /** Its word in addresses and messages, e.g. {@code turn-away}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A paper that this dossier has.
     *
     * @param line by what it was written; empty for the declaration
     */
    public record Written(Paper paper, Optional<Opened.Entry> line) {

        /** The version of the dossier in which it was written; 0 for the declaration. */
        public int version() {
            return line.map(Opened.Entry::version).orElse(0);
        }
    }

    /** The papers that this dossier has by now; each slip that was written and not taken back, first to last. */
    public List<Written> of(Opened dossier) {
        var papers = new ArrayList<Written>();
        var received = dossier.last(DossierReceived.class);
        received.ifPresent(it -> papers.add(new Written(Paper.ACKNOWLEDGEMENT, received)));
        dossier.receivedElsewhere().ifPresent(it -> papers.add(new Written(Paper.RECEIVED_ELSEWHERE, Optional.of(it))));
        dossier.standing()
                .forEach(line ->
                        slipOf(line.event()).ifPresent(paper -> papers.add(new Written(paper, Optional.of(line)))));
        received.ifPresent(it -> papers.add(new Written(Paper.CONTROL, received)));
        papers.add(new Written(Paper.DECLARATION, Optional.empty()));
        return papers;
    }

    /**
     * One of them.
     *
     * @param word as in {@link Paper#word}
     * @param version in which it was written; empty for the last of that kind
     */
    public Optional<Written> find(Opened dossier, String word, String version) {
        return of(dossier).reversed().stream()
                .filter(it -> it.paper().word().equals(word))
                .filter(it -> version.isEmpty() || version.equals(Integer.toString(it.version())))
                .findFirst();
    }

    private static Optional<Paper> slipOf(DossierEvent event) {
        if (event instanceof SupplementRequested) {
            return Optional.of(Paper.SUPPLEMENT);
        }
        if (event instanceof DossierTurnedAway) {
            return Optional.of(Paper.TURN_AWAY);
        }
        if (event instanceof Apology) {
            return Optional.of(Paper.APOLOGY);
        }
        return event instanceof DossierHalted ? Optional.of(Paper.HALT) : Optional.empty();
    }

    /**
     * The paper as PDF.
     *
     * @param written one of {@link #of}
     * @param site the address of this program, for the QR code
     */
    public byte[] print(Written written, Opened dossier, FeeAccount fees, String site) {
        return switch (written.paper()) {
            case ACKNOWLEDGEMENT -> printing.print(acknowledgement(dossier, fees, site));
            case RECEIVED_ELSEWHERE -> printing.print(receivedElsewhere(dossier, fees, site));
            case SUPPLEMENT ->
                printing.print(supplementSlip(dossier, written.line().orElseThrow(), site));
            case TURN_AWAY ->
                printing.print(turnAwaySlip(dossier, written.line().orElseThrow(), site));
            case APOLOGY -> printing.print(apologySlip(dossier, written.line().orElseThrow(), site));
            case HALT -> printing.print(haltSlip(dossier, written.line().orElseThrow(), site));
            case CONTROL -> printing.print(control.of(dossier, site, clock.instant()));
            case DECLARATION -> printing.print(declaration(dossier));
        };
    }

    private Acknowledgement acknowledgement(Opened dossier, FeeAccount fees, String site) {
        var line = dossier.last(DossierReceived.class).orElseThrow();
        var received = (DossierReceived) line.event();
        return acknowledgements.of(
                received(
                        dossier,
                        line,
                        received.number(),
                        issuer(dossier, line),
                        received.due().at(),
                        fees),
                site);
    }

    /** The same of a one-stop that received it for the competent one: no date is promised before that one has it. */
    private Acknowledgement receivedElsewhere(Opened dossier, FeeAccount fees, String site) {
        var line = dossier.receivedElsewhere().orElseThrow();
        var sent = (DossierTransferred) line.event();
        var slip = received(dossier, line, sent.number().orElseThrow(), sent.from(), line.at(), fees);
        return acknowledgements.elsewhere(slip, sent.toName(), site);
    }

    private ReceivedDossier received(
            Opened dossier, Opened.Entry line, DossierNumber number, UnitId by, Instant due, FeeAccount fees) {
        var filed = dossier.filed();
        var applicant = filed.applicant();
        return new ReceivedDossier(
                number,
                filed.code(),
                filed.revision(),
                by,
                filed.circumstances(),
                line.at(),
                due,
                line.who(),
                ReceivedDossier.Party.of(applicant),
                dossier.filedBy(),
                filed.receiveBy(),
                filed.receiveAt(),
                dossier.answers(),
                dossier.papers().stream()
                        .filter(it -> !it.at().isAfter(line.at()))
                        .map(it -> new ReceivedDossier.Given(it.document(), it.name(), it.originals(), it.copies()))
                        .toList(),
                line.booked(),
                ReceivedDossier.fee(fees.due(), fees.unpaid()),
                dossier.link(),
                dossier.link()
                        .flatMap(link ->
                                linked.of(filed.code()).map(whole -> wholes.onPaper(whole, link.part(), Language.VI)))
                        .orElse(List.of()));
    }

    private Declaration declaration(Opened dossier) {
        var filed = dossier.filed();
        var to = acknowledgements.agency(filed.unit());
        var name = filed.applicant().name();
        return signatures
                .printed(dossier.id(), dossier.answers())
                .map(it ->
                        declarations.filled(filed.revision(), filed.circumstances(), dossier.answers(), to, name, it))
                .orElseGet(() ->
                        declarations.filled(filed.revision(), filed.circumstances(), dossier.answers(), to, name));
    }

    private SupplementSlip supplementSlip(Opened dossier, Opened.Entry line, String site) {
        return slips.supplement(slip(dossier, line, site), ((SupplementRequested) line.event()).request());
    }

    private TurnAwaySlip turnAwaySlip(Opened dossier, Opened.Entry line, String site) {
        return slips.turnAway(slip(dossier, line, site), ((DossierTurnedAway) line.event()).reason());
    }

    private ApologySlip apologySlip(Opened dossier, Opened.Entry line, String site) {
        return slips.apology(
                slip(dossier, line, site),
                (Apology) line.event(),
                dossier.stage().received().orElseThrow().at(),
                position(line));
    }

    private HaltSlip haltSlip(Opened dossier, Opened.Entry line, String site) {
        return slips.halt(
                slip(dossier, line, site),
                (DossierHalted) line.event(),
                dossier.stage().received().orElseThrow().at(),
                position(line));
    }

    /** What whoever wrote it was then (chức vụ), with the lines above it; where nobody said so, their role. */
    private String position(Opened.Entry line) {
        return line.actor()
                .flatMap(it -> titles.of(Scope.current().tenant(), it, line.at()))
                .map(Capacity::said)
                .or(() -> line.role().map(it -> kinds.roleName(it, Language.VI)))
                .orElse("");
    }

    private static Slips.Issued slip(Opened dossier, Opened.Entry line, String site) {
        var filed = dossier.filed();
        return new Slips.Issued(
                issuer(dossier, line),
                dossier.stage()
                        .received()
                        .filter(_ -> receivedBefore(dossier, line))
                        .map(it -> it.number()),
                filed.revision(),
                filed.applicant(),
                line.at(),
                line.who(),
                line.booked(),
                Slips.followed(filed.code(), site));
    }

    /** Whose number it has; a paper of before there were books, who has the dossier now. */
    private static UnitId issuer(Opened dossier, Opened.Entry line) {
        return line.booked().map(Booked::unit).orElseGet(dossier.filed()::unit);
    }

    /** What was written before the reception has no number, also when it is printed again later. */
    private static boolean receivedBefore(Opened dossier, Opened.Entry line) {
        return dossier.standing().stream()
                .anyMatch(it -> it.event() instanceof DossierReceived && it.version() < line.version());
    }

    /** The head of a paper of that unit, dated that day at the unit's place. */
    Letterhead head(UnitId issuing, String number, Instant at) {
        return acknowledgements.head(issuing, number, at);
    }

    /** For whom the dossier is. */
    PaperParty party(Opened dossier) {
        return slips.party(dossier.filed().applicant());
    }

    /** What is asked for. */
    String subject(Opened dossier) {
        return slips.subject(dossier.filed().revision());
    }
}
