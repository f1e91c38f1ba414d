package vn.motcua.sandbox.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.payment.VietQr;
import vn.motcua.sandbox.SandboxGateway;
import vn.motcua.sandbox.SandboxGateway.Mood;
import vn.motcua.sandbox.SandboxRefunds;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** The sandbox gateway's page, where the payer pays, fails or walks away, its answers to questions, and the sandbox bank. */
@Controller
@Profile("demo")
public class GatewayPages {

    private final SandboxGateway gateway;
    private final SandboxRefunds refunds;

    GatewayPages(SandboxGateway gateway, SandboxRefunds refunds) {
        this.gateway = gateway;
        this.refunds = refunds;
    }

    /** A payment to be made: which, how much, and how the gateway can be told to behave. */
    public record Paying(String order, String amount, String info, List<String> moods) {}

    /** A transfer to be made: the code, where it goes, and what it says. */
    public record Transferring(
            String qr, String bank, String account, String amount, String text, boolean wrong, boolean sent) {}

    @Door(Who.PUBLIC)
    @GetMapping("/sandbox/gateway/pay")
    ModelAndView pay(@RequestParam Map<String, String> said) {
        var it = gateway.begin(said).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return Pages.show(
                "sandbox/gateway",
                new Paying(
                        it.order(),
                        new Dong(Long.parseLong(it.amount())).toString(),
                        it.info(),
                        Arrays.stream(Mood.values()).map(Mood::name).toList()));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sandbox/gateway/choose")
    String choose(
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String mood) {
        var how = Arrays.stream(Mood.values())
                .filter(it -> it.name().equals(mood))
                .findFirst()
                .orElse(Mood.NORMAL);
        return gateway.choose(order, choice.equals("pay"), how)
                .map(it -> "redirect:" + it)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What became of a payment, or of a refund that is named, as JSON with its signature. */
    @Door(Who.PUBLIC)
    @PostMapping("/sandbox/gateway/query")
    @ResponseBody
    Map<String, String> query(@RequestParam Map<String, String> said) {
        return (said.containsKey("refund") ? refunds.answer(said) : gateway.answer(said))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Pays back, in part or whole; the same refund told again is the same. */
    @Door(Who.PUBLIC)
    @PostMapping("/sandbox/gateway/refund")
    @ResponseBody
    Map<String, String> refund(@RequestParam Map<String, String> said) {
        return refunds.refund(said)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST))
                .words()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    /** What was paid on a day, as JSON with its signature. */
    @Door(Who.PUBLIC)
    @PostMapping("/sandbox/gateway/statement")
    @ResponseBody
    Map<String, String> statement(@RequestParam Map<String, String> said) {
        return gateway.statement(said).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

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
