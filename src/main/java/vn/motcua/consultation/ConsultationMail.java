package vn.motcua.consultation;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.LegalBasis;
import vn.motcua.identity.Access;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.messaging.Letter;
import vn.motcua.messaging.Mailboxes;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Mail about questions: to the officers of an asked unit when it is asked and when it is late, to an expert with their link,
 * and to who asked when the expert has answered. Nobody's name and nothing of the dossier stands in it but its number.
 */
@Component
class ConsultationMail {

    private final Contacts contacts;
    private final Mailboxes mailboxes;
    private final Access access;
    private final Deliveries deliveries;
    private final Units units;
    private final Messages messages;
    private final Clock clock;

    ConsultationMail(
            Contacts contacts,
            Mailboxes mailboxes,
            Access access,
            Deliveries deliveries,
            Units units,
            Messages messages,
            Clock clock) {
        this.contacts = contacts;
        this.mailboxes = mailboxes;
        this.access = access;
        this.deliveries = deliveries;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    /** Every unit that was asked learns of it; how many mailboxes. */
    int asked(Consultation it) {
        return it.parties().stream()
                .mapToInt(party -> toUnit(it, party, "asked", "consultation asked " + it.id()))
                .sum();
    }

    /** A unit that is late learns of it, once a day. */
    int reminded(Consultation it, Consultation.Party party) {
        var day = VietnamTime.dayOf(clock.instant());
        return toUnit(it, party, "late", "consultation late " + it.id() + " " + day);
    }

    /**
     * The head of the one-stop learns that a unit has said nothing until its deadline (NĐ 61/2018 Điều 19 khoản 5), once: who leads
     * it, or the nearest unit above that somebody with a mailbox leads; how many mailboxes.
     *
     * @param oneStop the one that received the dossier
     */
    int silent(Consultation it, Consultation.Party party, UnitId oneStop) {
        int queued = 0;
        for (var contact : mailboxes.heads(oneStop)) {
            var language = contact.language();
            queued += mailboxes.write(
                            contact,
                            "consultation silent " + it.id() + " " + party.unit(),
                            messages.say(language, "consultation.mail.silent.title", it.number()),
                            messages.say(
                                    language,
                                    "consultation.mail.silent.body",
                                    name(party.unit(), language),
                                    it.number(),
                                    it.procedure(),
                                    VietnamTime.moment(party.due()),
                                    name(it.askingUnit(), language),
                                    messages.say(language, "consultation.silence." + party.silence() + ".what"),
                                    LegalBasis.SILENT.say(language, messages)),
                            "/desk/dossiers/" + it.dossier() + "/consultations")
                    ? 1
                    : 0;
        }
        return queued;
    }

    /** An expert gets their link; says whether anybody carries mail. The link is erased from the queue when it was taken. */
    boolean toExpert(ExpertQuestion it, ExpertLink link) {
        var unit = name(it.askingUnit(), Language.VI);
        return deliveries.queue(new Letter(
                Letter.SECRET + "expert " + it.id(),
                Channel.EMAIL,
                it.email(),
                Language.VI,
                tenant().name(Language.VI),
                messages.say(Language.VI, "consultation.mail.expert.title", unit),
                messages.say(
                        Language.VI,
                        "consultation.mail.expert.body",
                        it.expert(),
                        unit,
                        it.askedByName(),
                        VietnamTime.day(it.until())),
                link.path(),
                false));
    }

    /** Who asked an expert learns that they answered. */
    void answered(ExpertQuestion it) {
        var contact = contacts.of(tenantId(), it.askedBy());
        if (contact.wantsEmail() && contact.email().isPresent()) {
            mailboxes.write(
                    contact,
                    "consultation expert " + it.id(),
                    messages.say(contact.language(), "consultation.mail.answered.title"),
                    messages.say(contact.language(), "consultation.mail.answered.body"),
                    "/desk/dossiers/" + it.dossier() + "/experts");
        }
    }

    private int toUnit(Consultation it, Consultation.Party party, String kind, String occasion) {
        int queued = 0;
        for (var contact : mailboxes.of(party.unit(), access::worksOnDossiers)) {
            var language = contact.language();
            queued += mailboxes.write(
                            contact,
                            occasion,
                            messages.say(
                                    language,
                                    "consultation.mail." + kind + ".title",
                                    it.number(),
                                    VietnamTime.moment(party.due())),
                            messages.say(
                                    language,
                                    "consultation.mail." + kind + ".body",
                                    name(it.askingUnit(), language),
                                    it.number(),
                                    it.procedure(),
                                    VietnamTime.moment(party.due()),
                                    messages.say(language, "consultation.silence." + party.silence() + ".what")),
                            "/desk/consultations/" + it.id())
                    ? 1
                    : 0;
        }
        return queued;
    }

    private String name(UnitId unit, Language language) {
        return units.unit(unit).map((Unit it) -> it.name(language)).orElse("");
    }

    private Tenant tenant() {
        return units.tenant(tenantId()).orElseThrow();
    }

    private static TenantId tenantId() {
        return Scope.current().tenant();
    }
}
