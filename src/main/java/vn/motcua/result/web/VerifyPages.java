package vn.motcua.result.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
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
        return found(code, "", false, request, response);
    }

    /** The same of a sensitive one, with the code that its owner made. */
    @Door(Who.PUBLIC)
    @PostMapping("/verify/{code}")
    ModelAndView opened(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String owner,
            HttpServletRequest request,
            HttpServletResponse response) {
        return found(code, owner, true, request, response);
    }

    private ModelAndView found(
            String code, String owner, boolean asked, HttpServletRequest request, HttpServletResponse response) {
        var language = Languages.of(request);
        var wait = wrong.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, WrongCodes.seconds(wait.get()));
            return wrongCode(
                    shown(code),
                    messages.say(language, "result.verify.wait", WrongCodes.minutes(wait.get())),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = ResultCode.typed(code).flatMap(it -> verification.find(it, owner));
        if (found.isEmpty()) {
            wrong.missed(request.getRemoteAddr());
            return wrongCode(shown(code), messages.say(language, "result.verify.code.unknown"), HttpStatus.NOT_FOUND);
        }
        if (found.get().shown().isPresent()) {
            return Pages.show(
                    "result/verify",
                    VerifyView.of(words.found(found.get().shown().get(), language), megabytes()));
        }
        if (asked) {
            wrong.missed(request.getRemoteAddr());
        }
        return Pages.show(
                "result/verify",
                VerifyView.of(
                        new VerifyView.Hidden(
                                found.get().code().grouped(),
                                "/verify/" + found.get().code().value(),
                                asked ? messages.say(language, "result.verify.owner.wrong") : ""),
                        megabytes()),
                asked ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
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
            return Pages.show("result/verify", VerifyView.of(words.file(checked, language), megabytes()));
        } catch (Refused refused) {
            if (refused.code() == DocumentRefusal.FILE_TOO_LARGE) {
                return wrongFile(
                        messages.say(language, "result.verify.file.large", megabytes()), HttpStatus.CONTENT_TOO_LARGE);
            }
            return wrongFile(messages.say(language, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView wrongCode(String typed, String why, HttpStatus status) {
        return Pages.show("result/verify", VerifyView.wrong(typed, why, "", megabytes()), status);
    }

    private ModelAndView wrongFile(String why, HttpStatus status) {
        return Pages.show("result/verify", VerifyView.wrong("", "", why, megabytes()), status);
    }

    private String megabytes() {
        return String.format(Locale.ROOT, "%.0f", uploads.usualLimits().size().toBytes() / 1048576.0);
    }

    private static String shown(String code) {
        var clean = Text.clean(code);
        return clean.length() <= SHOWN_AGAIN ? clean : clean.substring(0, SHOWN_AGAIN);
    }
}
