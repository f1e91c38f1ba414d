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
import vn.motcua.dossier.ResultPaper;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.portal.PortalRefusal;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Saying that a result is wrong (báo sai sót), so that the agency corrects it. */
@Controller
class MistakePages {

    private static final int LONGEST_REASON = 2_000;

    private final Mine mine;
    private final ApplicantDesk desk;
    private final Messages messages;
    private final Clock clock;

    MistakePages(Mine mine, ApplicantDesk desk, Messages messages, Clock clock) {
        this.mine = mine;
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
    }

    /** Asks what is wrong. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/{code}/mistake")
    ModelAndView ask(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.REPORT_MISTAKE, request);
        return dossier.mayReportMistake()
                ? page(dossier, Ids.next(), "", "", HttpStatus.OK)
                : late(dossier, messages.say(Languages.of(request), "portal.mistake.tooLate"), "");
    }

    /** Tells the agency. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/my/{code}/mistake")
    ModelAndView report(
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var dossier = mine.open(who, code, ApplicantAct.REPORT_MISTAKE, request);
        try {
            var written = Text.clean(reason);
            if (written.length() > LONGEST_REASON) {
                throw new Refused(PortalRefusal.REASON_TOO_LONG, LONGEST_REASON, written.length());
            }
            desk.reportMistake(new Act(command, who, version, clock.instant()), dossier.ref(), reason);
        } catch (Refused refused) {
            var said = messages.say(Languages.of(request), refused);
            return switch (refused.code().kind()) {
                case NOT_VALID -> page(dossier, command, reason, said, HttpStatus.UNPROCESSABLE_CONTENT);
                case NOT_NOW -> late(mine.open(who, code, request), said, reason);
                case NOT_FOUND, GONE, NOT_ALLOWED, TOO_LARGE -> throw refused;
            };
        }
        return Mine.done(dossier, "mistake-reported");
    }

    private static ModelAndView page(
            ApplicantView dossier, UUID command, String reason, String wrong, HttpStatus status) {
        return Pages.show(
                "portal/mistake",
                new MistakeView(
                        Mine.address(dossier),
                        dossier.procedureName(),
                        dossier.result().map(ResultPaper::number).orElse(""),
                        dossier.version(),
                        command.toString(),
                        reason,
                        wrong),
                status);
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
