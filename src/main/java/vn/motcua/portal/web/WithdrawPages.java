package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.portal.DossierFees;
import vn.motcua.portal.PortalRefusal;
import vn.motcua.portal.SupplementDesk;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Taking a dossier back (rút hồ sơ): before it is received at once, afterwards by asking for it. */
@Controller
class WithdrawPages {

    private static final int LONGEST_REASON = 2_000;

    private final Mine mine;
    private final ApplicantDesk desk;
    private final SupplementDesk supplements;
    private final DossierFees fees;
    private final Messages messages;
    private final Clock clock;

    WithdrawPages(
            Mine mine,
            ApplicantDesk desk,
            SupplementDesk supplements,
            DossierFees fees,
            Messages messages,
            Clock clock) {
        this.mine = mine;
        this.desk = desk;
        this.supplements = supplements;
        this.fees = fees;
        this.messages = messages;
        this.clock = clock;
    }

    /** Asks once more. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/withdraw")
    ModelAndView ask(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.WITHDRAW, request);
        return dossier.mayWithdraw()
                ? page(who, dossier, Ids.next(), "", "", "", HttpStatus.OK, request)
                : late(dossier, messages.say(Languages.of(request), "portal.withdraw.tooLate"), "");
    }

    /** Does it. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/my/{code}/withdraw")
    ModelAndView withdraw(
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.WITHDRAW, request);
        var language = Languages.of(request);
        if (Text.clean(reason).length() > LONGEST_REASON) {
            var tooLong = new Refused(
                    PortalRefusal.REASON_TOO_LONG,
                    LONGEST_REASON,
                    Text.clean(reason).length());
            return page(
                    who,
                    dossier,
                    command,
                    reason,
                    messages.say(language, tooLong),
                    "",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request);
        }
        try {
            desk.withdraw(new Act(command, who, version, clock.instant()), dossier.ref(), reason);
        } catch (Refused refused) {
            var said = messages.say(language, refused);
            if (refused.code() == DossierRefusal.REASON_MISSING) {
                return page(who, dossier, command, reason, said, "", HttpStatus.UNPROCESSABLE_CONTENT, request);
            }
            if (refused.code().kind() != RefusalCode.Kind.NOT_NOW) {
                throw refused;
            }
            var now = mine.open(who, code, request);
            return now.mayWithdraw()
                    ? page(who, now, Ids.next(), reason, "", said, HttpStatus.CONFLICT, request)
                    : late(now, said, reason);
        }
        if (asks(dossier)) {
            return Mine.done(dossier, "withdrawal-asked");
        }
        supplements.forget(who, dossier);
        return Mine.done(dossier, "withdrawn");
    }

    private ModelAndView page(
            SignedIn.Applicant who,
            ApplicantView dossier,
            UUID command,
            String reason,
            String wrong,
            String changed,
            HttpStatus status,
            HttpServletRequest request) {
        return Pages.show(
                "portal/withdraw",
                new WithdrawView(
                        Mine.address(dossier),
                        dossier.procedureName(),
                        dossier.version(),
                        command.toString(),
                        reason,
                        wrong,
                        changed,
                        asks(dossier),
                        fees(who, dossier, Languages.of(request))),
                status);
    }

    /** Once received it is the agency's to let it go. */
    private static boolean asks(ApplicantView dossier) {
        return dossier.stage().received().isPresent();
    }

    /** What becomes of the fees; whether something is given back is for the rule of each fee. */
    private List<String> fees(SignedIn.Applicant who, ApplicantView dossier, Language language) {
        var account = fees.of(who, dossier);
        if (!asks(dossier) || account.total().equals(Dong.ZERO)) {
            return List.of();
        }
        return List.of(
                account.settled()
                        ? messages.say(language, "portal.withdraw.paid", account.total())
                        : messages.say(language, "portal.withdraw.owed", account.owed()));
    }

    private static ModelAndView late(ApplicantView dossier, String why, String typed) {
        return Pages.show(
                "portal/late",
                new LateView(
                        Mine.address(dossier),
                        dossier.procedureName(),
                        why,
                        typed,
                        List.of(),
                        List.of(),
                        dossier.stageName()),
                HttpStatus.CONFLICT);
    }
}
