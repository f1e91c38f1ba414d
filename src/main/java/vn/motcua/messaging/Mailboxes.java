package vn.motcua.messaging;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.motcua.identity.Access;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Position;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** The officers of the current tenant who have a confirmed address and want mail, by the positions that they hold today. */
@Service
public class Mailboxes {

    private final Contacts contacts;
    private final Accounts accounts;
    private final Access access;
    private final Deliveries deliveries;
    private final Units units;
    private final Clock clock;

    Mailboxes(Contacts contacts, Accounts accounts, Access access, Deliveries deliveries, Units units, Clock clock) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.access = access;
        this.deliveries = deliveries;
        this.units = units;
        this.clock = clock;
    }

    /** Those who hold such a position in that unit. */
    public List<Contact> of(UnitId unit, Predicate<Position> which) {
        var today = VietnamTime.dayOf(clock.instant());
        return contacts.reachable(tenant(), Channel.EMAIL).stream()
                .filter(account -> accounts.signedIn(new SessionAccount(tenant(), account))
                        .filter(OfficerAt.class::isInstance)
                        .map(OfficerAt.class::cast)
                        .filter(it -> it.positionsOn(today).stream()
                                .anyMatch(position -> position.unit().equals(unit) && which.test(position)))
                        .isPresent())
                .map(it -> contacts.of(tenant(), it))
                .toList();
    }

    /** Who leads that unit. */
    public List<Contact> leaders(UnitId unit) {
        return of(unit, access::leads);
    }

    /** The head of a one-stop: who leads it, or the nearest unit above that somebody with a mailbox leads. */
    public List<Contact> heads(UnitId oneStop) {
        return Stream.concat(Stream.of(oneStop), units.tree().above(oneStop).stream())
                .map(this::leaders)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Has a mail carried to one of them in the tenant's name; whether it is new.
     *
     * @param occasion of the {@link Letter}
     * @param path likewise
     */
    public boolean write(Contact contact, String occasion, String title, String body, String path) {
        return deliveries.queue(new Letter(
                occasion,
                Channel.EMAIL,
                contact.email().orElseThrow(),
                contact.language(),
                units.tenant(tenant()).orElseThrow().name(contact.language()),
                title,
                body,
                path,
                false));
    }

    private static TenantId tenant() {
        return Scope.current().tenant();
    }
}
