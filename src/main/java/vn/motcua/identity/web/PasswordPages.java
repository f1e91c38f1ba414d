package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.LocalPasswords;
import vn.motcua.identity.LocalPasswords.Answer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Where officers and administrators change their password, and where they set one with a code they were given. */
@Controller
public class PasswordPages {

    private final LocalPasswords passwords;
    private final Messages messages;

    PasswordPages(LocalPasswords passwords, Messages messages) {
        this.passwords = passwords;
        this.messages = messages;
    }

    /** The page of one's own password; {@code has} when there is one here. */
    public record Own(Filled form, boolean has) {}

    /** The page that takes a code. */
    public record WithCode(Filled form, boolean done) {}

    /** The code, shown once. */
    public record Given(String officer, String code) {}

    @Door(Who.SIGNED_IN)
    @GetMapping("/account/password")
    ModelAndView own(SignedIn who) {
        return show(who, Filled.empty(), HttpStatus.OK);
    }

    @Door(Who.SIGNED_IN)
    @PostMapping("/account/password")
    ModelAndView change(
            SignedIn who,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        official(who);
        var language = Languages.of(request);
        try {
            return switch (passwords.change(who, old, fresh)) {
                case Answer.Done _ -> new ModelAndView("redirect:" + language.prefix() + "/sign-in/reset?done=yes");
                case Answer.Wrong _ ->
                    show(
                            who,
                            wrong("old", messages.say(language, "identity.password.oldWrong")),
                            HttpStatus.UNPROCESSABLE_CONTENT);
                case Answer.Wait(var time) ->
                    show(who, wrong("old", wait(time, language, response)), HttpStatus.TOO_MANY_REQUESTS);
            };
        } catch (Refused refused) {
            return show(who, wrong("fresh", sentence(refused, language)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @Door(Who.PUBLIC)
    @GetMapping("/sign-in/reset")
    ModelAndView withCode(@RequestParam(defaultValue = "") String done) {
        return Pages.show("identity/password-reset", new WithCode(Filled.empty(), !done.isEmpty()));
    }

    @Door(Who.PUBLIC)
    @PostMapping("/sign-in/reset")
    ModelAndView redeem(
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = Languages.of(request);
        var typed = Map.of("userName", userName);
        try {
            return switch (passwords.redeem(userName, code, fresh, request.getRemoteAddr())) {
                case Answer.Done _ -> new ModelAndView("redirect:" + language.prefix() + "/sign-in/reset?done=yes");
                case Answer.Wrong _ ->
                    again(
                            typed,
                            "code",
                            messages.say(language, "identity.password.codeWrong"),
                            HttpStatus.UNPROCESSABLE_CONTENT);
                case Answer.Wait(var time) ->
                    again(typed, "code", wait(time, language, response), HttpStatus.TOO_MANY_REQUESTS);
            };
        } catch (Refused refused) {
            return again(typed, "fresh", sentence(refused, language), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Takes the officer's password away; the answer carries the code and is not kept anywhere. */
    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/officers/{officer}/password")
    ModelAndView reset(Administrator who, @PathVariable UUID officer, HttpServletResponse response) {
        var code = passwords.reset(who, new OfficerId(officer));
        response.setHeader("Cache-Control", "no-store");
        return Pages.show("identity/password-code", new Given(officer.toString(), code));
    }

    private ModelAndView show(SignedIn who, Filled form, HttpStatus status) {
        official(who);
        return Pages.show("identity/password", new Own(form, passwords.has(who)), status);
    }

    private static ModelAndView again(Map<String, String> typed, String field, String error, HttpStatus status) {
        return Pages.show(
                "identity/password-reset", new WithCode(new Filled(typed, Map.of(field, error)), false), status);
    }

    /** For who signs in as a citizen or a business there is no password, and no such page. */
    private static void official(SignedIn who) {
        if (who instanceof SignedIn.Applicant) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    private String sentence(Refused refused, Language language) {
        return switch (refused.code()) {
            case IdentityRefusal it
            when it == IdentityRefusal.PASSWORD_TOO_SHORT
                    || it == IdentityRefusal.PASSWORD_TOO_LONG
                    || it == IdentityRefusal.PASSWORD_COMMON -> messages.say(language, refused);
            default -> throw refused;
        };
    }

    private String wait(Duration time, Language language, HttpServletResponse response) {
        response.setHeader("Retry-After", Long.toString(time.toSeconds() + 1));
        return messages.say(language, "identity.password.wait", time.toMinutes() + 1);
    }

    private static Filled wrong(String field, String error) {
        return new Filled(Map.of(), Map.of(field, error));
    }
}
