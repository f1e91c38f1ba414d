package vn.motcua.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ToldFact;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.Progress;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Letter;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * The words of what is written to an applicant about a dossier, in the agency's name: what happened, what to do, and what NĐ
 * 224/2026/NĐ-CP Điều 15 asks of a notice (agency, receiver and handler, times). A short message says nothing of whose or
 * what the dossier is: others see the screen of a telephone. That of a dossier which others filed has its tracking code.
 */
final class Letters {

    private final Units units;
    private final Brands brands;
    private final Messages messages;

    Letters(Units units, Brands brands, Messages messages) {
        this.units = units;
        this.brands = brands;
        this.messages = messages;
    }

    /**
     * What a letter is about.
     *
     * @param procedure what its procedure is called
     * @param content the package of the revision that the dossier keeps
     * @param occasion the same words each time it is heard of
     */
    record About(
            TenantId tenant,
            String procedure,
            Optional<ProcedurePackage> content,
            String occasion,
            Said said,
            Progress.View view,
            Language language) {}

    Letter mail(About about, String address) {
        var sayer = new Sayer(about.language());
        var places = new ArrayList<Object>(List.of(about.procedure()));
        places.addAll(about.said().places());
        var kind = about.said().kind();
        var body = Stream.of(
                        Optional.of(sayer.t("greeting")),
                        Optional.of(messages.say(about.language(), new Phrase("notification." + kind, places))),
                        Optional.of(sayer.t(kind + ".next")),
                        added(about),
                        Optional.of(facts(sayer, about)),
                        Optional.of(sayer.t("goodbye", signature(about), sayer.t("noReply"))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
        return new Letter(
                about.occasion(),
                Channel.EMAIL,
                address,
                about.language(),
                agency(about),
                sayer.t(kind + ".title"),
                body,
                about.view().submitter().isPresent() ? "/my/" + about.view().word() : "/track",
                false);
    }

    Letter shortMessage(About about, String address) {
        return new Letter(
                about.occasion(),
                Channel.SMS,
                address,
                about.language(),
                agency(about),
                "",
                new Sayer(about.language())
                        .t(
                                about.said().kind() + ".sms",
                                agency(about),
                                about.view().code().grouped()),
                about.view().submitter().isPresent() ? "/my" : "/track",
                false);
    }

    /** What the package adds, in the author's words; a short message never has it. */
    Optional<String> added(About about) {
        return about.said()
                .event()
                .flatMap(event -> about.content()
                        .flatMap(it -> it.added().at(event, about.language(), fact -> known(fact, it, about))));
    }

    private Optional<String> known(ToldFact fact, ProcedurePackage content, About about) {
        return switch (fact) {
            case PROCEDURE_NAME -> Optional.of(about.procedure());
            case RESULT_NAME -> Optional.of(content.resultName().in(about.language()));
            case AGENCY_NAME -> Optional.of(agency(about));
            case DOSSIER_NUMBER -> about.view().number().map(DossierNumber::value);
            case DOSSIER_DUE -> about.view().due().map(VietnamTime::moment);
        };
    }

    private String facts(Sayer sayer, About about) {
        var view = about.view();
        var lines = new ArrayList<String>();
        lines.add(sayer.t("fact.agency", agency(about)));
        view.number().ifPresent(it -> lines.add(sayer.t("fact.number", it.value())));
        if (about.said().begins()) {
            lines.add(sayer.t("fact.code", view.code().grouped()));
        }
        lines.add(sayer.t("fact.filed", VietnamTime.moment(view.filedAt())));
        view.receiver()
                .ifPresent(who -> lines.add(sayer.t(
                        "fact.received",
                        who,
                        view.receivedAt().map(VietnamTime::moment).orElse(""))));
        lines.add(sayer.t("fact.handled", view.handler(), VietnamTime.moment(view.at())));
        if (!view.with().isEmpty()) {
            lines.add(sayer.t(
                    "fact.with",
                    view.with().stream()
                            .map(it -> unitName(it, about.language()))
                            .collect(Collectors.joining(", "))));
        }
        return String.join("\n", lines);
    }

    /** The agency that the dossier was filed with; the tenant where the unit is of none. */
    private String agency(About about) {
        return units.agencyOf(about.view().unit())
                .map(it -> brands.nameOf(it, about.language()))
                .orElseGet(() -> units.tenant(about.tenant())
                        .map((Tenant it) -> it.name(about.language()))
                        .orElse(""));
    }

    /** The agency, and where it is reached when it says so. */
    private String signature(About about) {
        var reached = brands.reached(about.view().unit());
        return reached.isEmpty() ? agency(about) : agency(about) + "\n" + reached;
    }

    private String unitName(UnitId id, Language language) {
        return units.unit(id).map((Unit it) -> it.name(language)).orElse("");
    }

    private final class Sayer {

        private final Language language;

        Sayer(Language language) {
            this.language = language;
        }

        String t(String key, Object... arguments) {
            return messages.say(language, "notification.letter." + key, arguments);
        }
    }
}
