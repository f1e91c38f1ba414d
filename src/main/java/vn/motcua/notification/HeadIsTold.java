package vn.motcua.notification;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.LegalBasis;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Progress;
import vn.motcua.messaging.Mailboxes;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/**
 * Writes to the head of the one-stop that received a dossier when another agency gave no answer in time (NĐ 61/2018 Điều 19 khoản
 * 5), and when the result will be late or is and the agency has apologised (khoản 9). Nothing of the dossier stands in it but its
 * number and its procedure.
 */
@Component
class HeadIsTold implements Listener {

    private final Announced announced;
    private final Progress progress;
    private final Mailboxes mailboxes;
    private final Catalogue catalogue;
    private final Units units;
    private final Messages messages;

    HeadIsTold(
            Announced announced,
            Progress progress,
            Mailboxes mailboxes,
            Catalogue catalogue,
            Units units,
            Messages messages) {
        this.announced = announced;
        this.progress = progress;
        this.mailboxes = mailboxes;
        this.catalogue = catalogue;
        this.units = units;
        this.messages = messages;
    }

    /** What is said, the days in it, and by which article. */
    private record News(String kind, List<String> days, LegalBasis basis) {}

    @Override
    public void hear(Happening happening) {
        if (!happening.old()) {
            news(happening).ifPresent(it -> tell(happening, it));
        }
    }

    private Optional<News> news(Happening happening) {
        var dossier = happening.dossier().id();
        return switch (happening.kind()) {
            case "wait-lapsed", "due-extended", "late-apologised" ->
                switch (announced.of(dossier, happening.version()).event()) {
                    case DossierEvent.WaitLapsed it
                    when announced
                            .waitedFor(dossier, happening.version())
                            .filter(wait -> wait.kind() == WaitKind.AGENCY)
                            .isPresent() ->
                        Optional.of(new News("silent", List.of(VietnamTime.day(it.until())), LegalBasis.SILENT));
                    case DossierEvent.DueExtended it ->
                        Optional.of(new News(
                                "extended",
                                List.of(
                                        VietnamTime.moment(it.promised()),
                                        VietnamTime.moment(it.due().at())),
                                LegalBasis.EXTENDED));
                    case DossierEvent.LateApologised it ->
                        Optional.of(new News(
                                "apologised",
                                List.of(VietnamTime.moment(it.promised()), VietnamTime.moment(it.renewed())),
                                LegalBasis.EXTENDED));
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private void tell(Happening happening, News news) {
        var dossier = happening.dossier().id();
        var view = progress.of(dossier, happening.version());
        var number = view.number().map(it -> it.value()).orElse("");
        for (var contact : mailboxes.heads(view.unit())) {
            var language = contact.language();
            mailboxes.write(
                    contact,
                    "head " + dossier + " " + happening.version(),
                    messages.say(language, "notification.head." + news.kind() + ".title", number),
                    messages.say(
                            language,
                            "notification.head." + news.kind() + ".body",
                            number,
                            catalogue.revision(view.revision()).name(language),
                            name(view, language),
                            news.days().getFirst(),
                            news.days().getLast(),
                            news.basis().say(language, messages)),
                    "/desk/dossiers/" + dossier);
        }
    }

    private String name(Progress.View view, Language language) {
        return units.unit(view.unit()).map((Unit it) -> it.name(language)).orElse("");
    }
}
