package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.catalogue.FeeExplanation;
import vn.motcua.catalogue.FeeReasons;
import vn.motcua.document.QrCode;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Opening;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.payment.GatewayDesk;
import vn.motcua.payment.PaymentDesk;
import vn.motcua.payment.Receipt;
import vn.motcua.payment.ReceiptSealing;
import vn.motcua.payment.RefundDesk;
import vn.motcua.payment.RefundState;
import vn.motcua.shared.Behalf;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Paying what is due for a dossier: what for, by which way, and what became of it. The dossier goes on by what the bank and the gateway say,
 * whether or not the browser comes back.
 */
@Controller
class PayPages {

    private static final String REFRESH = "Refresh";
    private static final String SECONDS = "8";

    private final Mine mine;
    private final PaymentDesk desk;
    private final GatewayDesk gateways;
    private final ReceiptSealing files;
    private final RefundDesk refunds;
    private final Messages messages;

    PayPages(
            Mine mine,
            PaymentDesk desk,
            GatewayDesk gateways,
            ReceiptSealing files,
            RefundDesk refunds,
            Messages messages) {
        this.mine = mine;
        this.desk = desk;
        this.gateways = gateways;
        this.files = files;
        this.refunds = refunds;
        this.messages = messages;
    }

    /** What is due, line by line, and the ways to pay it. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/pay")
    ModelAndView pay(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String again,
            SignedIn.Applicant who,
            HttpServletRequest request,
            HttpServletResponse response) {
        var dossier = mine.open(who, code, ApplicantAct.PAY, request);
        var overview = in(who, dossier, () -> desk.overview(dossier.ref().id()));
        var speech = new Speech(messages, Languages.of(request));
        var goesBack = in(who, dossier, () -> refunds.of(dossier.ref().id()));
        var view = view(
                dossier,
                overview,
                again.isEmpty(),
                goesBack.stream().map(it -> back(it, speech)).toList(),
                speech);
        if (view.waits()) {
            response.setHeader(REFRESH, SECONDS);
        }
        return Pages.show("portal/pay", view);
    }

    /** Chooses a way; while an answer of the gateway is awaited only for who says that they begin again. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/my/{code}/pay")
    ModelAndView choose(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String again,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.PAY, request);
        var gateway = way.equals("gateway");
        var awaited = in(who, dossier, () -> desk.overview(dossier.ref().id()))
                .open()
                .filter(PaymentDesk.Open::awaited)
                .isPresent();
        if (awaited && again.isEmpty()) {
            return back(dossier);
        }
        in(who, dossier, () -> {
            if (gateway) {
                desk.setOut(dossier.ref().id());
            } else {
                desk.ask(dossier.ref().id());
            }
            return true;
        });
        return new ModelAndView("redirect:" + Mine.address(dossier) + (gateway ? "/pay/gateway" : "/pay/transfer"));
    }

    /** The transfer to be made, with its VietQR code; looks by itself whether the money came. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/pay/transfer")
    ModelAndView transfer(
            @PathVariable String code,
            SignedIn.Applicant who,
            HttpServletRequest request,
            HttpServletResponse response) {
        var dossier = mine.open(who, code, ApplicantAct.PAY, request);
        var speech = new Speech(messages, Languages.of(request));
        var transfer = in(who, dossier, () -> desk.transfer(dossier.ref().id()));
        if (transfer.isEmpty()) {
            return back(dossier);
        }
        response.setHeader(REFRESH, SECONDS);
        return Pages.show("portal/pay-transfer", said(dossier, transfer.get(), speech));
    }

    private static PayView.Transfer said(ApplicantView dossier, PaymentDesk.Transfer it, Speech speech) {
        return new PayView.Transfer(
                Mine.address(dossier),
                QrCode.of(it.payload())
                        .svg(speech.t(
                                "portal.pay.qr", it.order().amount(), it.order().reference())),
                it.account().bankName(),
                it.account().number(),
                it.account().holder(),
                it.order().amount().toString(),
                Long.toString(it.order().amount().amount()),
                it.order().reference(),
                VietnamTime.moment(it.order().until()),
                it.order().together(),
                it.app().orElse(""));
    }

    /** The way to the gateway, another site. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/pay/gateway")
    ModelAndView gateway(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.PAY, request);
        var language = Languages.of(request);
        var site = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        var to = site + language.prefix() + Behalf.prefix(request) + Mine.address(dossier) + "/pay/return";
        var leaving = in(
                who, dossier, () -> desk.leaving(dossier.ref().id(), to, site + "/payments/gateway", language.tag()));
        return leaving.map(it -> Pages.show(
                        "portal/pay-gateway",
                        new PayView.Leaving(
                                Mine.address(dossier),
                                it.gateway(),
                                it.order().amount().toString(),
                                it.address())))
                .orElseGet(() -> back(dossier));
    }

    /** Back from the gateway: what the browser brings is believed by its signature alone, and is not needed. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/pay/return")
    ModelAndView returned(
            @PathVariable String code,
            @RequestParam Map<String, String> said,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.PAY, request);
        gateways.returned(said, dossier.ref());
        return new ModelAndView("redirect:" + Mine.address(dossier) + "/pay?back=1");
    }

    /** One of its receipts. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/receipts/{no}")
    ResponseEntity<byte[]> receipt(
            @PathVariable String code, @PathVariable String no, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.PAY, request);
        var found = in(who, dossier, () -> desk.receipt(dossier.ref().id(), no))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        mine.open(who, code, Opening.PRINTED, request);
        var pdf = in(who, dossier, () -> files.file(found));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("bien-lai-" + found.number().word() + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }

    private static ModelAndView back(ApplicantView dossier) {
        return new ModelAndView("redirect:" + Mine.address(dossier) + "/pay");
    }

    private static PayView.Back back(RefundDesk.Shown it, Speech speech) {
        return new PayView.Back(
                it.amount().toString(),
                speech.t("payment.refund.state." + it.state()),
                it.state() == RefundState.PAID_BACK ? "good" : it.state() == RefundState.REFUSED ? "" : "warn",
                VietnamTime.moment(it.paidAt().or(it::decidedAt).orElse(it.proposedAt())),
                speech.t("payment.refund.way." + it.way()) + (it.account().isEmpty() ? "" : ": " + it.account()),
                it.reason(),
                it.answer());
    }

    private PayView view(
            ApplicantView dossier,
            PaymentDesk.Overview it,
            boolean waiting,
            List<PayView.Back> goesBack,
            Speech speech) {
        var owed = Optional.of(it.account().owed()).filter(some -> !some.equals(Dong.ZERO));
        var strayed = new ArrayList<String>();
        it.strayed().forEach(amount -> strayed.add(speech.t("portal.pay.strayed", amount)));
        it.strayedTogether()
                .forEach(one -> strayed.add(speech.t("portal.pay.strayedTogether", one.amount(), one.together())));
        var failed = it.open().filter(PaymentDesk.Open::failed).isPresent();
        return new PayView(
                Mine.address(dossier),
                dossier.procedureName(),
                it.account().lines().stream()
                        .map(line -> new PayView.Line(
                                line.name().in(speech.language()),
                                speech.t("payment.kind." + line.kind()),
                                line.legal(),
                                line.amount().toString()))
                        .toList(),
                it.account().explained().stream()
                        .map(one -> reason(one, speech))
                        .toList(),
                it.account().due().toString(),
                it.account().paid().equals(Dong.ZERO) ? "" : it.account().paid().toString(),
                owed.map(Dong::toString),
                it.byTransfer(),
                it.gateway().orElse(""),
                failed && owed.isPresent(),
                waiting
                        && owed.isPresent()
                        && it.open().filter(PaymentDesk.Open::awaited).isPresent(),
                !waiting,
                it.open()
                        .filter(one -> one.together() > 1 && owed.isPresent())
                        .map(one -> speech.t("portal.pay.together", one.together(), one.amount()))
                        .orElse(""),
                !it.account().living(),
                strayed,
                it.receipts().stream().map(one -> slip(dossier, one, speech)).toList(),
                goesBack);
    }

    private PayView.Reason reason(FeeExplanation it, Speech speech) {
        return new PayView.Reason(
                it.rule().name().in(speech.language()),
                it.amount().toString(),
                FeeReasons.of(it, speech.language(), messages));
    }

    private static PayView.Slip slip(ApplicantView dossier, Receipt it, Speech speech) {
        var said = new ArrayList<String>();
        it.of()
                .ifPresent(other -> said.add(
                        speech.t("payment.receipt." + it.kind() + ".of", other.series() + " " + other.digits())));
        it.cancelledAt().ifPresent(_ -> said.add(speech.t("payment.receipt.CANCELLED")));
        it.noticed()
                .ifPresent(now -> it.sheet()
                        .ifPresentOrElse(
                                before -> before.differences(now)
                                        .forEach(one -> said.add(speech.t(
                                                "portal.pay.noticed",
                                                speech.t("payment.correction.part." + one.part()),
                                                one.after()))),
                                () -> said.add(speech.t("payment.receipt.NOTICED"))));
        for (int at = 0; at < it.lines().size(); at++) {
            var should = it.correctLines().get(at);
            if (!it.lines().get(at).equals(should)) {
                said.add(speech.t("portal.pay.noticed", speech.t("payment.correction.aLine"), should.said()));
            }
        }
        return new PayView.Slip(
                it.number().series() + " " + it.number().digits(),
                it.amount().toString(),
                VietnamTime.moment(it.issuedAt()),
                Mine.address(dossier) + "/receipts/" + it.number().word(),
                String.join(", ", said));
    }

    private static <T> T in(SignedIn who, ApplicantView dossier, Supplier<T> work) {
        return Mine.scope(who, dossier).call(work);
    }
}
