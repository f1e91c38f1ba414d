package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.MyDossier;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.dossier.StageKind;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.payment.PaymentDesk;
import vn.motcua.payment.PaymentRefusal;
import vn.motcua.portal.PortalRefusal;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/** All that somebody has to pay: several dossiers of one collecting agency are paid at once, those of another one by themselves. */
@Controller
class DuePages {

    private static final Set<StageKind> OVER =
            Set.of(StageKind.TURNED_AWAY, StageKind.WITHDRAWN, StageKind.HALTED, StageKind.PASSED_ACROSS);

    private final Mine mine;
    private final MyDossiers dossiers;
    private final ApplicantDesk applicants;
    private final PaymentDesk desk;
    private final Units units;
    private final Messages messages;

    DuePages(
            Mine mine,
            MyDossiers dossiers,
            ApplicantDesk applicants,
            PaymentDesk desk,
            Units units,
            Messages messages) {
        this.mine = mine;
        this.dossiers = dossiers;
        this.applicants = applicants;
        this.desk = desk;
        this.units = units;
        this.messages = messages;
    }

    /** What is due, agency by agency. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/my/due")
    ModelAndView due(SignedIn.Applicant who, HttpServletRequest request) {
        return page(who, "", HttpStatus.OK, request);
    }

    /** Pays the chosen ones at once; which is chosen is no secret of one's own browser, so each is asked for anew. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/my/due")
    ModelAndView pay(
            @RequestParam(defaultValue = "") List<String> dossier,
            @RequestParam(defaultValue = "") String way,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var chosen = dossier.stream()
                .distinct()
                .map(it -> mine.open(who, it, ApplicantAct.PAY, request))
                .toList();
        try {
            begin(who, chosen, way.equals("gateway"));
        } catch (Refused refused) {
            if (!(refused.code() instanceof PaymentRefusal) && !(refused.code() instanceof PortalRefusal)) {
                throw refused;
            }
            return page(who, messages.say(Languages.of(request), refused), HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        return new ModelAndView("redirect:" + Mine.address(chosen.getFirst())
                + (way.equals("gateway") ? "/pay/gateway" : "/pay/transfer"));
    }

    private void begin(SignedIn who, List<ApplicantView> chosen, boolean gateway) {
        if (chosen.isEmpty()) {
            throw new Refused(PortalRefusal.NOTHING_CHOSEN);
        }
        if (chosen.stream().map(it -> it.ref().tenant()).distinct().count() > 1) {
            throw new Refused(PaymentRefusal.NOT_TOGETHER);
        }
        var ids = chosen.stream().map(it -> it.ref().id()).toList();
        Mine.scope(who, chosen.getFirst()).run(() -> {
            var awaited = desk.due(ids).stream()
                    .anyMatch(it -> it.open().filter(PaymentDesk.Open::awaited).isPresent());
            if (awaited) {
                throw new Refused(PortalRefusal.PAYMENT_AWAITED);
            }
            if (gateway) {
                desk.setOut(ids);
            } else {
                desk.ask(ids);
            }
        });
    }

    private ModelAndView page(SignedIn.Applicant who, String wrong, HttpStatus status, HttpServletRequest request) {
        var speech = new Speech(messages, Languages.of(request));
        var groups = new LinkedHashMap<UnitId, List<Owed>>();
        for (var it : dossiers.of(who, Languages.of(request))) {
            if (!OVER.contains(it.stage())) {
                owed(who, it)
                        .ifPresent(owed -> groups.computeIfAbsent(owed.due().agency(), _ -> new ArrayList<>())
                                .add(owed));
            }
        }
        return Pages.show(
                "portal/due",
                new DueView(
                        groups.entrySet().stream()
                                .map(it -> group(it.getKey(), it.getValue(), speech))
                                .sorted(Comparator.comparing(DueView.Group::agency))
                                .toList(),
                        wrong),
                status);
    }

    private record Owed(MyDossier dossier, PaymentDesk.Due due) {}

    /** What a mandate does not reach is left out. */
    private Optional<Owed> owed(SignedIn.Applicant who, MyDossier it) {
        var scope = new Scope(it.ref().tenant(), Optional.of(who.account().value()));
        return scope.call(() -> desk.due(List.of(it.ref().id()))).stream()
                .filter(_ -> applicants.may(who, it.ref(), ApplicantAct.PAY).permitted())
                .map(due -> new Owed(it, due))
                .findFirst();
    }

    private DueView.Group group(UnitId agency, List<Owed> owed, Speech speech) {
        var first = owed.getFirst().due();
        return new DueView.Group(
                agency.toString(),
                units.unit(agency).map(it -> it.name(speech.language())).orElse(""),
                owed.stream().map(it -> line(it, speech)).toList(),
                owed.stream()
                        .map(it -> it.due().owed())
                        .reduce(Dong.ZERO, Dong::plus)
                        .toString(),
                first.byTransfer(),
                first.gateway().orElse(""));
    }

    private static DueView.Line line(Owed it, Speech speech) {
        var open = it.due().open();
        return new DueView.Line(
                it.dossier().word(),
                "/my/" + it.dossier().word(),
                it.dossier().procedureName(),
                it.dossier()
                        .number()
                        .map(DossierNumber::value)
                        .orElseGet(() -> it.dossier().code().value()),
                it.due().owed().toString(),
                open.filter(PaymentDesk.Open::awaited).isPresent(),
                open.filter(one -> one.together() > 1)
                        .map(one -> speech.t("portal.due.together", one.together(), one.amount()))
                        .orElse(""));
    }
}
