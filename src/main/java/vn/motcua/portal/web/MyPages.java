package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.MyDossier;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.dossier.StageKind;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftLife;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.notification.Notice;
import vn.motcua.notification.Notices;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** All that somebody has filed or begun, with what they have to do first. */
@Controller
class MyPages {

    private static final int NOTICES = 20;

    private final MyDossiers dossiers;
    private final ApplicantDesk desk;
    private final DraftDesk drafts;
    private final DraftLife life;
    private final Catalogue catalogue;
    private final MyLines lines;
    private final Notices notices;
    private final Clock clock;
    private final Messages messages;

    MyPages(
            MyDossiers dossiers,
            ApplicantDesk desk,
            DraftDesk drafts,
            DraftLife life,
            Catalogue catalogue,
            MyLines lines,
            Notices notices,
            Clock clock,
            Messages messages) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.drafts = drafts;
        this.life = life;
        this.catalogue = catalogue;
        this.lines = lines;
        this.notices = notices;
        this.clock = clock;
        this.messages = messages;
    }

    /** The list. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my")
    ModelAndView my(SignedIn.Applicant who, HttpServletRequest request) {
        var language = Languages.of(request);
        var mine = dossiers.of(who, language);
        return Pages.show(
                "portal/my",
                new MyView(
                        mine.stream().flatMap(it -> task(who, it, language)).toList(),
                        drafts.begun(who).stream()
                                .map(it -> new MyView.Draft(
                                        it.id().toString(),
                                        catalogue.revision(it.revision()).shortName(language),
                                        VietnamTime.moment(it.savedAt()),
                                        VietnamTime.day(life.keptUntil(it.savedAt())),
                                        it.begunBy().map(by -> by.name()).orElse("")))
                                .toList(),
                        news(who, mine, language),
                        lines.lines(mine, language)));
    }

    /** Everything until then is read. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/news")
    ModelAndView read(@RequestParam Instant until, SignedIn.Applicant who) {
        notices.read(who, until, clock.instant());
        return new ModelAndView("redirect:/my#news");
    }

    /** A notice about a dossier that is not in the list any more is left out: there would be nothing to open. */
    private MyView.News news(SignedIn.Applicant who, List<MyDossier> mine, Language language) {
        var known = mine.stream().collect(Collectors.toMap(MyDossier::ref, Function.identity()));
        var told = notices.of(who, NOTICES).stream()
                .filter(it -> known.containsKey(it.dossier()))
                .toList();
        return new MyView.News(
                told.stream()
                        .map(it -> {
                            var dossier = Objects.requireNonNull(known.get(it.dossier()));
                            return new MyView.Told(
                                    messages.say(language, it.sentence(dossier.procedureName())),
                                    "/my/" + dossier.word(),
                                    VietnamTime.moment(it.at()),
                                    it.unread());
                        })
                        .toList(),
                (int) told.stream().filter(Notice::unread).count(),
                told.stream().findFirst().map(it -> it.at().toString()).orElse(""));
    }

    /** What a mandate does not reach is nothing for the representative to do. */
    private Stream<MyView.Task> task(SignedIn.Applicant who, MyDossier dossier, Language language) {
        var address = "/my/" + dossier.word();
        if (dossier.toDo() && who instanceof SignedIn.ForAnother && !reaches(who, dossier)) {
            return Stream.empty();
        }
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

    private boolean reaches(SignedIn.Applicant who, MyDossier dossier) {
        return desk.may(who, dossier.ref(), ApplicantAct.SUPPLEMENT).permitted();
    }
}
