package vn.motcua.administration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.ChangeRequest.Kind;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Administrators;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.Sessions;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.signin.SecondFactors;

/** What two administrators do to an account: remove an administrator, never the last one, and reset a second factor. */
@Service
public class AccountChanges implements Effect {

    private static final int TWO = 2;

    private final ChangeRequests changes;
    private final Administrators administrators;
    private final Officers officers;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Trail trail;
    private final Clock clock;

    AccountChanges(
            ChangeRequests changes,
            Administrators administrators,
            Officers officers,
            Accounts accounts,
            Sessions sessions,
            SecondFactors factors,
            Trail trail,
            Clock clock) {
        this.changes = changes;
        this.administrators = administrators;
        this.officers = officers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.trail = trail;
        this.clock = clock;
    }

    /** Proposes that an administrator is one no more. */
    @Transactional
    public void proposeRemoval(Administrator who, UUID id, AccountId account) {
        var named = named(account).orElseThrow(() -> new Refused(AdministrationRefusal.OFFICER_UNKNOWN));
        refuseTheLast();
        propose(who, id, Kind.REMOVE_ADMINISTRATOR, account, named.name(), "administrator-removal-proposed");
    }

    /** Proposes that an officer sets up their second factor anew. */
    @Transactional
    public void proposeReset(Administrator who, UUID id, OfficerId officer) {
        var name = officers.officer(officer)
                .map(Officer::name)
                .orElseThrow(() -> new Refused(AdministrationRefusal.OFFICER_UNKNOWN));
        var account = accounts.of(officer).orElseThrow(() -> new Refused(AdministrationRefusal.OFFICER_UNKNOWN));
        if (!factors.has(new SessionAccount(who.tenant(), account))) {
            throw new Refused(AdministrationRefusal.NO_SECOND_FACTOR);
        }
        propose(who, id, Kind.RESET_SECOND_FACTOR, account, name, "second-factor-reset-proposed");
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.REMOVE_ADMINISTRATOR, Kind.RESET_SECOND_FACTOR);
    }

    @Override
    public void confirm(Administrator who, ChangeRequest change) {
        var account = new AccountId(change.about());
        if (change.kind() == Kind.REMOVE_ADMINISTRATOR) {
            refuseTheLast();
            accounts.close(account);
            leave(who, change.about(), "administrator-removed");
        } else {
            factors.reset(new SessionAccount(who.tenant(), account));
            leave(who, change.about(), "second-factor-reset");
        }
        sessions.endOf(account);
    }

    @Override
    public List<Phrase> said(ChangeRequest change) {
        return List.of(Phrase.of("administration.change." + change.kind(), change.part("name")));
    }

    private void propose(Administrator who, UUID id, Kind kind, AccountId about, String name, String act) {
        if (changes.exists(id)
                || changes.waiting().stream()
                        .anyMatch(it -> it.kind() == kind && it.about().equals(about.value()))) {
            return;
        }
        changes.propose(new ChangeRequest(
                id, kind, about.value(), Map.of("name", name), who.account().value(), clock.instant()));
        leave(who, about.value(), act);
    }

    private Optional<Administrators.Named> named(AccountId account) {
        return administrators.all().stream()
                .filter(it -> it.account().equals(account))
                .findFirst();
    }

    /** Held until the transaction ends, so that two confirmations at once do not leave nobody. */
    private void refuseTheLast() {
        if (administrators.held() < TWO) {
            throw new Refused(AdministrationRefusal.LAST_ADMINISTRATOR);
        }
    }

    private void leave(Administrator who, UUID about, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                about,
                act,
                Fields.of(Fields.RIGHTS)));
    }
}
