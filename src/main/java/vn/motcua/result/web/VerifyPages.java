package vn.motcua.result.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Uploads;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.result.ResultCode;
import vn.motcua.result.Verification;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Where anybody who holds a result checks it: by the code that is printed on it, or by its file. */
@Controller
class VerifyPages {

    private static final int SHOWN_AGAIN = 40;

    private final Verification verification;
    private final VerifyWords words;
    private final WrongCodes wrong;
    private final Uploads uploads;
    private final Messages messages;

    VerifyPages(Verification verification, VerifyWords words, WrongCodes wrong, Uploads uploads, Messages messages) {
        this.verification = verification;
        this.words = words;
        this.wrong = wrong;
        this.uploads = uploads;
        this.messages = messages;
    }

    /** The form; a code that was typed leads to its page. */
    @Door(Who.PUBLIC)
    @GetMapping("/verify")
    ModelAndView ask(@RequestParam(required = false) @Nullable String code, HttpServletRequest request) {
        if (code == null) {
            return Pages.show("result/verify", VerifyView.empty(megabytes()));
        }
        return ResultCode.typed(code)
                .map(it -> new ModelAndView("redirect:" + Languages.of(request).prefix() + "/verify/" + it.value()))
                .orElseGet(() -> wrongCode(
                        shown(code),
                        messages.say(
                                Languages.of(request),
                                Text.clean(code).isEmpty() ? "result.verify.code.empty" : "result.verify.code.unknown"),
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** What the register says of a code: what the QR code on a paper opens. */
    @Door(Who.PUBLIC)
    @GetMapping("/verify/{code}")
    ModelAndView found(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        var language = Languages.of(request);
        var wait = wrong.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, WrongCodes.seconds(wait.get()));
            return wrongCode(
                    shown(code),
                    messages.say(language, "result.verify.wait", WrongCodes.minutes(wait.get())),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = ResultCode.typed(code).flatMap(verification::find);
        if (found.isEmpty()) {
            wrong.missed(request.getRemoteAddr());
            return wrongCode(shown(code), messages.say(language, "result.verify.code.unknown"), HttpStatus.NOT_FOUND);
        }
        return Pages.show(
                "result/verify",
                new VerifyView(
                        found.get().code().grouped(),
                        "",
                        "",
                        megabytes(),
                        found.map(it -> words.found(it, language)),
                        Optional.empty()));
    }

    /** Judges a file in place; nothing of it is kept. */
    @Door(Who.PUBLIC)
    @PostMapping("/verify")
    ModelAndView check(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file, HttpServletRequest request)
            throws IOException {
        var language = Languages.of(request);
        if (file == null || file.isEmpty()) {
            return wrongFile(messages.say(language, "result.verify.file.empty"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try (var content = file.getInputStream()) {
            var checked = verification.check(uploads.look(content, uploads.usualLimits()));
            return Pages.show(
                    "result/verify",
                    new VerifyView(
                            "", "", "", megabytes(), Optional.empty(), Optional.of(words.file(checked, language))));
        } catch (Refused refused) {
            if (refused.code() == DocumentRefusal.FILE_TOO_LARGE) {
                return wrongFile(
                        messages.say(language, "result.verify.file.large", megabytes()), HttpStatus.CONTENT_TOO_LARGE);
            }
            return wrongFile(messages.say(language, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView wrongCode(String typed, String why, HttpStatus status) {
        return Pages.show(
                "result/verify",
                new VerifyView(typed, why, "", megabytes(), Optional.empty(), Optional.empty()),
                status);
    }

    private ModelAndView wrongFile(String why, HttpStatus status) {
        return Pages.show(
                "result/verify", new VerifyView("", "", why, megabytes(), Optional.empty(), Optional.empty()), status);
    }

    private String megabytes() {
        return String.format(Locale.ROOT, "%.0f", uploads.usualLimits().size().toBytes() / 1048576.0);
    }

    private static String shown(String code) {
        var clean = Text.clean(code);
        return clean.length() <= SHOWN_AGAIN ? clean : clean.substring(0, SHOWN_AGAIN);
    }
}
