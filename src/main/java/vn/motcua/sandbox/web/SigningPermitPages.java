package vn.motcua.sandbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.sandbox.SandboxSigning;
import vn.motcua.shared.Pages;

/** The sandbox signing service's own page, on which people allow a signature or do not. */
@Controller
@Profile("demo")
public class SigningPermitPages {

    /** Where Motcua takes back whoever was here. */
    private static final String BACK = "/signing/back/" + SandboxSigning.PROVIDER;

    private final SandboxSigning signing;

    SigningPermitPages(SandboxSigning signing) {
        this.signing = signing;
    }

    @Door(Who.PUBLIC)
    @GetMapping("/sandbox/csc/v1/oauth2/authorize")
    ModelAndView authorize(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        var back = asked.getOrDefault("redirect_uri", "");
        if (!signing.isClient(asked.getOrDefault("client_id", "")) || !leadsBack(back, request)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return signing.ask(asked)
                .flatMap(number -> signing.question(number)
                        .map(it -> Pages.show("sandbox/sign", new View(number, it.holder(), it.what()))))
                .orElseGet(() -> back(back, "error", "invalid_request", asked.getOrDefault("state", "")));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sandbox/signing/choose")
    ModelAndView choose(@RequestParam String number, @RequestParam(defaultValue = "") String choice) {
        var asked = signing.question(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!choice.equals("sign") && !choice.equals("silent")) {
            signing.refuse(number);
            return back(asked.back(), "error", "access_denied", asked.state());
        }
        return signing.allow(number, choice.equals("silent"))
                .map(code -> back(asked.back(), "code", code, asked.state()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView back(String address, String name, String value, String state) {
        return new ModelAndView("redirect:" + address + "?" + name + "=" + encoded(value) + "&state=" + encoded(state));
    }

    /** Whether an address is Motcua's on the host which the visitor used: the only place to which anybody is sent. */
    private static boolean leadsBack(String address, HttpServletRequest request) {
        return address.equals(
                request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort() + BACK);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The page.
     *
     * @param number of what is asked
     * @param holder as the certificate says
     * @param what is signed
     */
    public record View(String number, String holder, String what) {}
}
