package vn.motcua.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.document.QrCode;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.payment.PaymentDesk;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** The VietQR code that whoever stands at the counter scans; the bank's notice makes it paid, whatever becomes of this page. */
@Controller
class CounterTransferPages {

    private static final String SECONDS = "8";

    private final ReadingDesk reading;
    private final PaymentDesk desk;
    private final Access access;
    private final Messages messages;
    private final Clock clock;

    CounterTransferPages(ReadingDesk reading, PaymentDesk desk, Access access, Messages messages, Clock clock) {
        this.reading = reading;
        this.desk = desk;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /** The code, or how to get one. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/qr")
    ModelAndView show(
            @PathVariable String id, OfficerAt who, HttpServletRequest request, HttpServletResponse response) {
        var opened = open(who, id);
        var overview = desk.overview(opened.id());
        var owed = overview.account().owed();
        var code = desk.transfer(opened.id()).filter(_ -> may(who, opened)).map(it -> code(it, request));
        if (code.isPresent()) {
            response.setHeader("Refresh", SECONDS);
        }
        return Pages.show(
                "payment/counter-transfer",
                new CounterTransferView(
                        "/desk/dossiers/" + opened.id(),
                        may(who, opened),
                        owed.equals(Dong.ZERO) ? "" : owed.toString(),
                        overview.byTransfer(),
                        code));
    }

    /** Asks for what is owed; asked twice it is one demand. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/dossiers/{id}/qr")
    ModelAndView ask(@PathVariable String id, OfficerAt who) {
        var opened = open(who, id);
        access.may(who, DeskAct.TAKE_FEE, opened.subject()).orRefuse();
        desk.ask(opened.id());
        return new ModelAndView("redirect:/desk/dossiers/" + opened.id() + "/qr");
    }

    private Opened open(OfficerAt who, String id) {
        var dossier = Ids.of(id).map(DossierId::new).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return reading.open(who, dossier, clock.instant());
    }

    private boolean may(OfficerAt who, Opened opened) {
        return access.may(who, DeskAct.TAKE_FEE, opened.subject()).permitted();
    }

    private CounterTransferView.Code code(PaymentDesk.Transfer it, HttpServletRequest request) {
        var amount = it.order().amount();
        return new CounterTransferView.Code(
                QrCode.of(it.payload())
                        .svg(messages.say(
                                Languages.of(request),
                                "portal.pay.qr",
                                amount,
                                it.order().reference())),
                amount.toString(),
                it.account().bankName(),
                it.account().number(),
                it.account().holder(),
                it.order().reference(),
                it.order().together());
    }
}
