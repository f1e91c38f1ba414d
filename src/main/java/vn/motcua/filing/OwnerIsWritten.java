package vn.motcua.filing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.People;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contact;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.messaging.Letter;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Writes to the owner of a vault that an officer took a paper from it, so that who never stood at that counter learns of it: only to
 * addresses that they confirmed themselves, never to what the officer typed. Which paper it was stands in the vault alone.
 */
@Component
class OwnerIsWritten {

    private final People people;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Units units;
    private final Messages messages;
    private final Clock clock;

    OwnerIsWritten(
            People people,
            Accounts accounts,
            Contacts contacts,
            Deliveries deliveries,
            Units units,
            Messages messages,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Queues it in the name of the current tenant, once for a draft and an entry; nothing for who has no account.
     *
     * @param personalNumber of the owner
     * @param entry of their vault
     * @param officer by name
     * @param counter where
     */
    void isWritten(String personalNumber, DraftId draft, UUID entry, String officer, UnitId counter) {
        people.withPersonalNumber(personalNumber)
                .flatMap(it -> accounts.ofPerson(it.id()))
                .map(it -> contacts.of(TenantId.NATIONAL, it))
                .ifPresent(contact -> List.of(Channel.values())
                        .forEach(channel -> write(contact, channel, draft, entry, officer, counter)));
    }

    private void write(Contact contact, Channel channel, DraftId draft, UUID entry, String officer, UnitId counter) {
        if (!contact.wants(channel)) {
            return;
        }
        var language = contact.language();
        var where = units.unit(counter).map((Unit it) -> it.name(language)).orElse("");
        contact.address(channel)
                .ifPresent(address -> deliveries.queue(new Letter(
                        "vault taken " + draft + " " + entry,
                        channel,
                        address,
                        language,
                        units.tenant(Scope.current().tenant())
                                .map((Tenant it) -> it.name(language))
                                .orElse(where),
                        channel == Channel.SMS ? "" : messages.say(language, "filing.counter.vault.mail.title"),
                        messages.say(
                                language,
                                channel == Channel.SMS ? "filing.counter.vault.sms" : "filing.counter.vault.mail.body",
                                officer,
                                where,
                                VietnamTime.moment(clock.instant())),
                        "/my/vault/" + entry,
                        false)));
    }
}
