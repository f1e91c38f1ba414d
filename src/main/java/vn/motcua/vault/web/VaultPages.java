package vn.motcua.vault.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.document.Downloads;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StepUp;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.vault.ShareDesk;
import vn.motcua.vault.VaultDesk;

/** What lies in somebody's vault, for themselves. */
@Controller
public class VaultPages {

    private static final int A_PAGE = 30;

    private final VaultDesk desk;
    private final VaultWords words;
    private final Downloads downloads;
    private final ShareDesk shares;
    private final StepUp stepUp;
    private final Messages messages;

    VaultPages(
            VaultDesk desk, ShareDesk shares, VaultWords words, Downloads downloads, StepUp stepUp, Messages messages) {
        this.desk = desk;
        this.shares = shares;
        this.messages = messages;
        this.words = words;
        this.downloads = downloads;
        this.stepUp = stepUp;
    }

    /**
     * The list.
     *
     * @param older where it goes on; empty at its end
     */
    public record Shelf(List<VaultWords.Line> lines, String older) {}

    /**
     * What became of making a link.
     *
     * @param link the whole address, to be copied now; empty for none
     * @param said why there is none to be shown; empty for nothing
     * @param wrong what is wrong with what was filled in; empty for nothing
     */
    public record Made(String link, String said, String wrong) {

        private static final Made NOTHING = new Made("", "", "");
    }

    /** Everything, the latest first. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/vault")
    ModelAndView list(
            SignedIn.Applicant who, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
        var language = Languages.of(request);
        var found = desk.list(who, Ids.of(before), A_PAGE + 1);
        var shown = found.stream().limit(A_PAGE).toList();
        return Pages.show(
                "vault/list",
                new Shelf(
                        shown.stream().map(it -> words.line(it, language)).toList(),
                        found.size() > A_PAGE
                                ? "/my/vault?before=" + shown.getLast().id()
                                : ""));
    }

    /** One entry. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/vault/{entry}")
    ModelAndView one(SignedIn.Applicant who, @PathVariable String entry, HttpServletRequest request) {
        return page(who, entry, Made.NOTHING, HttpStatus.OK, request);
    }

    /** Makes a link to it; the link is shown once. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/vault/{entry}/share")
    ModelAndView share(
            SignedIn.Applicant who,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String command,
            @RequestParam(defaultValue = "0") String days,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        var language = Languages.of(request);
        stepUp.require(desk.open(who, entry).level());
        try {
            var made = Ids.of(command)
                    .flatMap(it ->
                            shares.share(who, entry, it, days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0, note))
                    .map(VaultPages::link)
                    .orElseGet(() -> new Made("", messages.say(language, "vault.link.again"), ""));
            return page(who, entry, made, HttpStatus.OK, request);
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.NOT_VALID) {
                throw refused;
            }
            var wrong = new Made("", "", messages.say(language, refused));
            return page(who, entry, wrong, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
    }

    private static Made link(String secret) {
        var site = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return new Made(site + "/shared/" + secret, "", "");
    }

    /** Takes a link back. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/vault/{entry}/shares/{share}/end")
    ModelAndView end(SignedIn.Applicant who, @PathVariable String entry, @PathVariable String share) {
        shares.end(who, entry, share);
        return new ModelAndView("redirect:/my/vault/" + entry + "#links");
    }

    /** What a link shows to whoever has it. */
    @Door(Who.PUBLIC)
    @GetMapping("/shared/{secret}")
    ModelAndView shared(@PathVariable String secret, HttpServletRequest request) {
        return Pages.show("vault/shared", words.shared(shares.see(secret), secret, Languages.of(request)));
    }

    /** The file behind a link. */
    @Door(Who.PUBLIC)
    @GetMapping("/shared/{secret}/file")
    ResponseEntity<Resource> sharedFile(@PathVariable String secret) {
        var entry = shares.fetch(secret).entry();
        return Scope.of(TenantId.NATIONAL).call(() -> downloads.attachment(entry.given(), VaultWords.fileName(entry)));
    }

    private ModelAndView page(
            SignedIn.Applicant who, String entry, Made made, HttpStatus status, HttpServletRequest request) {
        var found = desk.open(who, entry);
        stepUp.require(found.level());
        return Pages.show(
                "vault/entry",
                words.entry(found, desk.paid(found), desk.uses(found), shares.of(found), made, Languages.of(request)),
                status);
    }

    /** Its file. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/vault/{entry}/file")
    ResponseEntity<Resource> file(SignedIn.Applicant who, @PathVariable String entry) {
        stepUp.require(desk.open(who, entry).level());
        var taken = desk.take(who, entry);
        return downloads.attachment(taken.given(), VaultWords.fileName(taken));
    }
}
