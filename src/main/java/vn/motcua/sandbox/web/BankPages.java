package vn.motcua.sandbox.web;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.payment.VietQr;
import vn.motcua.sandbox.SandboxGateway;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** The sandbox bank's application, as it opens with a VietQR code. */
@Controller
@Profile("demo")
public class BankPages {

    private final SandboxGateway gateway;

    BankPages(SandboxGateway gateway) {
        this.gateway = gateway;
    }

    /** A transfer to be made: the code, where it goes, and what it says. */
    public record Transferring(
            String qr, String bank, String account, String amount, String text, boolean wrong, boolean sent) {}

    /** The bank's application, as it opens with a VietQR code. */
    @Door(Who.PUBLIC)
    @GetMapping("/sandbox/bank")
    ModelAndView bank(@RequestParam(defaultValue = "") String qr, @RequestParam(defaultValue = "false") boolean sent) {
        return Pages.show("sandbox/bank", transferring(qr, sent));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sandbox/bank")
    ModelAndView transfer(
            @RequestParam(defaultValue = "") String qr,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String text) {
        var code = read(qr);
        if (code.isEmpty() || !amount.matches("[1-9][0-9]{0,12}")) {
            return Pages.show("sandbox/bank", transferring(qr, false), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        gateway.transfer(code.get(), Long.parseLong(amount), text);
        return Pages.show("sandbox/bank", transferring(qr, true));
    }

    private static Transferring transferring(String qr, boolean sent) {
        return read(qr).map(it -> new Transferring(
                        qr,
                        it.bank(),
                        it.account(),
                        it.amount().map(some -> Long.toString(some.amount())).orElse(""),
                        it.purpose().orElse(""),
                        false,
                        sent))
                .orElseGet(() -> new Transferring(qr, "", "", "", "", !qr.isEmpty(), false));
    }

    private static Optional<VietQr> read(String qr) {
        try {
            return Optional.of(VietQr.read(qr));
        } catch (Refused no) {
            return Optional.empty();
        }
    }
}
