package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.MyDossier;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.dossier.StageKind;
import vn.motcua.filing.DraftLife;
import vn.motcua.filing.Drafts;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** All that somebody has filed or begun, with what they have to do first. */
@Controller
class MyPages {

    private final MyDossiers dossiers;
    private final Drafts drafts;
    private final DraftLife life;
    private final Catalogue catalogue;
    private final Messages messages;

    MyPages(MyDossiers dossiers, Drafts drafts, DraftLife life, Catalogue catalogue, Messages messages) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.life = life;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** The list. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my")
    ModelAndView my(SignedIn.Applicant who, HttpServletRequest request) {
        var language = Languages.of(request);
        var mine = dossiers.of(who, language);
        return Pages.show(
                "portal/my",
                new MyView(
                        mine.stream().flatMap(it -> task(it, language)).toList(),
                        drafts.of(who.account()).stream()
                                .map(it -> new MyView.Draft(
                                        it.id().toString(),
                                        catalogue.revision(it.revision()).shortName(language),
                                        VietnamTime.moment(it.savedAt()),
                                        VietnamTime.day(life.keptUntil(it.savedAt()))))
                                .toList(),
                        lines(mine, language)));
    }

    private Stream<MyView.Task> task(MyDossier dossier, Language language) {
        var address = "/my/" + dossier.code().value();
        if (dossier.toDo()) {
            return Stream.of(new MyView.Task(
                    messages.say(language, "portal.my.supplement", dossier.procedureName()),
                    messages.say(language, "portal.my.supplement.why"),
                    address + "/supplement",
                    messages.say(language, "portal.my.supplement.do")));
        }
        return dossier.stage() == StageKind.RESOLVED
                ? Stream.of(new MyView.Task(
                        messages.say(language, "portal.my.result", dossier.procedureName()),
                        messages.say(language, "portal.my.result.why"),
                        address,
                        messages.say(language, "portal.my.result.do")))
                : Stream.empty();
    }

    private List<MyView.Line> lines(List<MyDossier> mine, Language language) {
        return mine.stream()
                .sorted(Comparator.comparing(MyDossier::filedAt).reversed())
                .map(it -> new MyView.Line(
                        "/my/" + it.code().value(),
                        it.procedureName(),
                        it.applicant(),
                        it.number()
                                .map(DossierNumber::value)
                                .orElseGet(() -> messages.say(language, "portal.noNumber")),
                        it.stageName(),
                        tone(it.stage()),
                        icon(it.stage()),
                        VietnamTime.moment(it.filedAt()),
                        it.due()
                                .filter(_ -> running(it.stage()))
                                .map(VietnamTime::moment)
                                .orElse("")))
                .toList();
    }

    private static boolean running(StageKind stage) {
        return stage == StageKind.RECEIVED || stage == StageKind.IN_PROCESS;
    }

    private static String tone(StageKind stage) {
        return switch (stage) {
            case SUBMITTED, RECEIVED, IN_PROCESS -> "info";
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS -> "warn";
            case RESOLVED, HANDED_OVER -> "good";
            case TURNED_AWAY -> "bad";
            case WITHDRAWN -> "";
        };
    }

    private static String icon(StageKind stage) {
        return switch (stage) {
            case SUBMITTED, RECEIVED, IN_PROCESS -> "clock";
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS, TURNED_AWAY -> "warning";
            case RESOLVED, HANDED_OVER -> "check";
            case WITHDRAWN -> "file";
        };
    }
}
