package vn.motcua.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.deadline.LegalBasis;
import vn.motcua.dossier.HeldAbove;
import vn.motcua.dossier.HeldAbove.Held;
import vn.motcua.messaging.Mailboxes;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Mail about what a unit above has to decide: to who leads it when it is asked, and to the head of the one-stop when its day has
 * passed without an answer. Nothing of the dossier stands in it but its number and its procedure.
 */
@Component
class HigherUnitMail implements Listener {

    /** What has been silent for longer is no news: an installation that begins late, or stood still for long. */
    private static final int NEWS_DAYS = 30;

    private final HeldAbove held;
    private final Mailboxes mailboxes;
    private final Catalogue catalogue;
    private final Units units;
    private final Messages messages;
    private final Clock clock;
    private final Map<TenantId, LocalDate> looked = new ConcurrentHashMap<>();

    HigherUnitMail(
            HeldAbove held, Mailboxes mailboxes, Catalogue catalogue, Units units, Messages messages, Clock clock) {
        this.held = held;
        this.mailboxes = mailboxes;
        this.catalogue = catalogue;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void hear(Happening happening) {
        if (happening.kind().equals("sent-up") && !happening.old()) {
            held.of(happening.dossier().id()).ifPresent(this::asked);
        }
    }

    private void asked(Held it) {
        for (var contact : mailboxes.leaders(it.above())) {
            var language = contact.language();
            mailboxes.write(
                    contact,
                    "above asked " + it.dossier() + " " + it.since(),
                    messages.say(language, "consultation.mail.above.title", it.number()),
                    messages.say(
                            language,
                            it.until().isPresent()
                                    ? "consultation.mail.above.body"
                                    : "consultation.mail.above.body.open",
                            name(it.oneStop(), language),
                            it.number(),
                            catalogue.revision(it.revision()).name(language),
                            it.until().map(VietnamTime::day).orElse("")),
                    "/desk/dossiers/" + it.dossier());
        }
    }

    /**
     * Tells the heads of the one-stops of the current tenant which units above have said nothing until their day (NĐ 61/2018 Điều
     * 19 khoản 5): once for each time that a dossier was sent up. Silence begins with a day, so one look a day is enough.
     */
    void silent() {
        var tenant = Scope.current().tenant();
        var today = VietnamTime.dayOf(clock.instant());
        if (today.equals(looked.get(tenant))) {
            return;
        }
        held.withADay().stream()
                .filter(it -> it.until()
                        .filter(day -> day.isBefore(today) && !day.isBefore(today.minusDays(NEWS_DAYS)))
                        .isPresent())
                .forEach(this::silent);
        looked.put(tenant, today);
    }

    private void silent(Held it) {
        for (var contact : mailboxes.heads(it.oneStop())) {
            var language = contact.language();
            mailboxes.write(
                    contact,
                    "above silent " + it.dossier() + " " + it.since(),
                    messages.say(language, "consultation.mail.aboveSilent.title", it.number()),
                    messages.say(
                            language,
                            "consultation.mail.aboveSilent.body",
                            name(it.above(), language),
                            it.number(),
                            catalogue.revision(it.revision()).name(language),
                            it.until().map(VietnamTime::day).orElse(""),
                            LegalBasis.SILENT.say(language, messages)),
                    "/desk/dossiers/" + it.dossier());
        }
    }

    private String name(UnitId unit, Language language) {
        return units.unit(unit).map((Unit it) -> it.name(language)).orElse("");
    }
}
