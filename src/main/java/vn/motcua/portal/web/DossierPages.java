package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.conversation.Threads;
import vn.motcua.document.Downloads;
import vn.motcua.document.FileId;
import vn.motcua.document.Printing;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Booked;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.filing.SignedDeclarations;
import vn.motcua.filing.Statements;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.OfficerTitles;
import vn.motcua.identity.SignedIn;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.messaging.Deliveries;
import vn.motcua.notification.LatestWords;
import vn.motcua.organization.Kinds;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.papers.ReceivedDossier;
import vn.motcua.papers.Slips;
import vn.motcua.portal.DossierFees;
import vn.motcua.portal.PortalRefusal;
import vn.motcua.portal.WholeFeesDesk;
import vn.motcua.result.Results;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** A dossier for its applicant: where it is, what lies in it, what came out of it. */
@Controller
class DossierPages {

    private final Mine mine;
    private final DossierWords words;
    private final DossierFees fees;
    private final Downloads downloads;
    private final Statements statements;
    private final SignedDeclarations signed;
    private final Acknowledgements acknowledgements;
    private final Slips slips;
    private final Kinds kinds;
    private final OfficerTitles titles;
    private final Printing printing;
    private final MyDossiers dossiers;
    private final MyLines lists;
    private final Threads threads;
    private final LinkedFilings linked;
    private final LinkedWords wholes;
    private final WholeFeesDesk wholeFees;
    private final Results results;
    private final Deliveries deliveries;
    private final LatestWords added;

    DossierPages(
            Mine mine,
            DossierWords words,
            DossierFees fees,
            Downloads downloads,
            Statements statements,
            SignedDeclarations signed,
            Acknowledgements acknowledgements,
            Slips slips,
            Kinds kinds,
            OfficerTitles titles,
            Printing printing,
            MyDossiers dossiers,
            MyLines lists,
            Threads threads,
            LinkedFilings linked,
            LinkedWords wholes,
            WholeFeesDesk wholeFees,
            Results results,
            Deliveries deliveries,
            LatestWords added) {
        this.mine = mine;
        this.words = words;
        this.fees = fees;
        this.downloads = downloads;
        this.statements = statements;
        this.signed = signed;
        this.acknowledgements = acknowledgements;
        this.slips = slips;
        this.kinds = kinds;
        this.titles = titles;
        this.printing = printing;
        this.dossiers = dossiers;
        this.lists = lists;
        this.threads = threads;
        this.linked = linked;
        this.wholes = wholes;
        this.wholeFees = wholeFees;
        this.results = results;
        this.deliveries = deliveries;
        this.added = added;
    }

    /** Its page. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}")
    ModelAndView dossier(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        if (mine.several(code)) {
            return filing(who, code, request);
        }
        var dossier = mine.open(who, code, request);
        var account = fees.of(who, dossier);
        var shown = mine.may(who, dossier, ApplicantAct.PAY) ? account : account.unseen();
        var view = words.say(
                dossier,
                shown,
                mine.may(who, dossier, ApplicantAct.PAY) ? fees.beforeReception(who, dossier) : Dong.ZERO,
                Mine.scope(who, dossier)
                        .call(() -> dossier.result()
                                .map(it -> results.of(it.file()))
                                .orElseGet(() -> results.waitingOf(dossier.ref().id()))),
                threads.unread(who, dossier),
                Mine.scope(who, dossier)
                        .call(() -> deliveries.about(dossier.ref().id().toString())),
                Mine.scope(who, dossier).call(() -> added.of(who, dossier.ref(), Languages.of(request))),
                done,
                Languages.of(request));
        return Pages.show(
                "portal/dossier",
                view.asFarAs(
                        mine.reaches(who, dossier, view.now().pays() ? ApplicantAct.PAY : ApplicantAct.SUPPLEMENT),
                        mine.reaches(who, dossier, ApplicantAct.WITHDRAW),
                        mine.reaches(who, dossier, ApplicantAct.DOWNLOAD_RESULT)));
    }

    /** A filing that made several dossiers: all of them, each with its own way. */
    private ModelAndView filing(SignedIn.Applicant who, String code, HttpServletRequest request) {
        var asked = TrackingCode.typed(code);
        var all = lists.lines(
                asked.map(it -> dossiers.of(who, it, Languages.of(request))).orElseGet(List::of),
                Languages.of(request));
        if (all.isEmpty()) {
            throw notThere();
        }
        var language = Languages.of(request);
        var whole = linked.of(asked.orElseThrow())
                .map(it -> wholes.say(it, asked.orElseThrow(), wholeFees.of(who, it, language), language));
        return Pages.show("portal/filing", new FilingView(asked.orElseThrow().grouped(), all, whole));
    }

    /** One of its papers. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/papers/{paper}")
    ResponseEntity<Resource> paper(
            @PathVariable String code, @PathVariable String paper, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, Opening.PAPER, request);
        var scope = Mine.scope(who, dossier);
        var statement = scope.call(() -> statements.signed(dossier.ref().id(), paper, files(dossier)));
        if (statement.isPresent()) {
            return scope.call(() -> downloads.inline(statement.get(), "xac-nhan-doi-chieu.pdf"));
        }
        var declaration =
                scope.call(() -> signed.of(dossier.ref().id())).filter(_ -> paper.equals(SignedDeclarations.PAPER));
        if (declaration.isPresent()) {
            return scope.call(() -> downloads.inline(declaration.get().file(), SignedDeclarations.NAME));
        }
        var found = dossier.papers().stream()
                .filter(it -> it.id().toString().equals(paper) && it.file().isPresent())
                .findFirst()
                .orElseThrow(DossierPages::notThere);
        return scope.call(() -> downloads.inline(FileId.of(found.file().orElseThrow()), found.name()));
    }

    private static Map<String, String> files(ApplicantView dossier) {
        return dossier.papers().stream()
                .filter(it -> it.file().isPresent())
                .collect(Collectors.toMap(
                        it -> it.id().toString(), it -> it.file().orElseThrow()));
    }

    /** The acknowledgement that the one-stop gave (giấy tiếp nhận hồ sơ và hẹn trả kết quả). */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/acknowledgement")
    ResponseEntity<byte[]> acknowledgement(
            @PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, Opening.PRINTED, request);
        var number =
                dossier.number().filter(_ -> DossierWords.acknowledged(dossier)).orElseThrow(DossierPages::notThere);
        var pdf = printing.print(acknowledgements.of(received(dossier, number, who), site()));
        return pdf(pdf, "giay-tiep-nhan-" + number.value());
    }

    /** The slip by which the one-stop asked for a supplement (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ). */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/supplement-slip")
    ResponseEntity<byte[]> supplementSlip(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, Opening.PRINTED, request);
        var slip = written(dossier.slips().supplements(), version);
        return pdf(printing.print(slips.supplement(issued(dossier, slip), slip.written())), "yeu-cau-bo-sung");
    }

    /** The slip by which it was turned away (phiếu từ chối tiếp nhận). */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/turn-away-slip")
    ResponseEntity<byte[]> turnAwaySlip(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, Opening.PRINTED, request);
        var slip = written(dossier.slips().turnAways(), version);
        return pdf(printing.print(slips.turnAway(issued(dossier, slip), slip.written())), "tu-choi-tiep-nhan");
    }

    /** The apology for a result that will be late (văn bản xin lỗi). */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/apology-slip")
    ResponseEntity<byte[]> apologySlip(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, request);
        var slip = written(dossier.slips().apologies(), version);
        var received = dossier.receipt().orElseThrow(DossierPages::notThere).at();
        var position = position(dossier, slip);
        return pdf(printing.print(slips.apology(issued(dossier, slip), slip.written(), received, position)), "xin-loi");
    }

    /** The notice that it was halted (thông báo dừng giải quyết hồ sơ). */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/halt-slip")
    ResponseEntity<byte[]> haltSlip(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, Opening.PRINTED, request);
        var slip = written(dossier.slips().halts(), version);
        var received = dossier.receipt().orElseThrow(DossierPages::notThere).at();
        var position = position(dossier, slip);
        return pdf(
                printing.print(slips.halt(issued(dossier, slip), slip.written(), received, position)),
                "dung-giai-quyet");
    }

    /** What whoever wrote it was then (chức vụ), with the lines above it; where nobody said so, their role. */
    private String position(ApplicantView dossier, ApplicantView.Slip<?> slip) {
        return slip.by()
                .flatMap(it -> titles.of(dossier.ref().tenant(), it, slip.at()))
                .map(Capacity::said)
                .orElseGet(() -> kinds.roleName(slip.role(), Language.VI));
    }

    /** The one that was written in that version of the dossier; without one the last. */
    private static <T> ApplicantView.Slip<T> written(List<ApplicantView.Slip<T>> slips, String version) {
        return slips.reversed().stream()
                .filter(it -> version.isEmpty() || version.equals(Integer.toString(it.version())))
                .findFirst()
                .orElseThrow(DossierPages::notThere);
    }

    private static Slips.Issued issued(ApplicantView dossier, ApplicantView.Slip<?> slip) {
        return new Slips.Issued(
                slip.booked().map(Booked::unit).orElseGet(dossier::receiving),
                dossier.number()
                        .filter(_ -> dossier.receipt()
                                .filter(it -> it.at().isAfter(slip.at()))
                                .isEmpty()),
                dossier.revision(),
                dossier.applicant(),
                slip.at(),
                slip.officer(),
                slip.booked(),
                Slips.followed(dossier.code(), site()));
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    /** The result, once it is issued and what is due is paid. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/result")
    ResponseEntity<Resource> result(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, Opening.PAPER, request);
        mine.require(who, dossier, ApplicantAct.DOWNLOAD_RESULT);
        var result = dossier.result().orElseThrow(DossierPages::notThere);
        var account = fees.of(who, dossier);
        if (!account.settled()) {
            throw new Refused(PortalRefusal.PAY_BEFORE_RESULT, account.owed());
        }
        var name = "ket-qua-" + dossier.number().map(DossierNumber::value).orElse("") + ".pdf";
        return Mine.scope(who, dossier).call(() -> downloads.attachment(result.file(), name));
    }

    private ReceivedDossier received(ApplicantView dossier, DossierNumber number, SignedIn who) {
        var receipt = dossier.receipt().orElseThrow(DossierPages::notThere);
        var applicant = dossier.applicant();
        var account = fees.of(who, dossier);
        return new ReceivedDossier(
                number,
                dossier.code(),
                dossier.revision(),
                receipt.booked().map(Booked::unit).orElseGet(dossier::receiving),
                dossier.circumstances(),
                receipt.at(),
                receipt.due(),
                receipt.receiver(),
                ReceivedDossier.Party.of(applicant),
                dossier.filedBy(),
                dossier.receiveBy(),
                dossier.receiveAt(),
                dossier.answers(),
                dossier.papers().stream()
                        .filter(it -> !it.addedAt().isAfter(receipt.at()))
                        .map(it -> new ReceivedDossier.Given(it.document(), it.name(), it.originals(), it.copies()))
                        .toList(),
                receipt.booked(),
                ReceivedDossier.fee(account.total(), account.unpaid()),
                dossier.link(),
                dossier.link()
                        .flatMap(link -> linked.of(dossier.code()).map(whole -> wholes.onPaper(whole, link.part())))
                        .orElse(List.of()));
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }
}
