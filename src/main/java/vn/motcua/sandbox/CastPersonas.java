package vn.motcua.sandbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Personas;
import vn.motcua.identity.SessionAccount;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** The cast of the demonstration as cards to choose from: citizens, businesses, then officers by unit. */
@Component
@Profile("demo")
class CastPersonas implements Personas {

    private final Cast cast = Cast.read();
    private final Map<AccountId, SessionAccount> accounts = new HashMap<>();
    private final AdministrativeUnits places;
    private final Kinds kinds;
    private final Messages messages;
    private final Clock clock;

    CastPersonas(AdministrativeUnits places, Kinds kinds, Messages messages, Clock clock) {
        this.places = places;
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
        cast.citizens().forEach(it -> know(TenantId.NATIONAL, it.account()));
        cast.businesses().forEach(it -> know(TenantId.NATIONAL, it.account()));
        cast.national().forEach(it -> know(TenantId.NATIONAL, Cast.nationalAccount(it)));
        for (var agency : cast.tenants()) {
            know(new TenantId(agency.id()), agency.administratorAccount());
            agency.units().forEach(it -> know(new TenantId(agency.id()), it));
        }
    }

    @Override
    public List<Group> groups(Language language) {
        var groups = new ArrayList<Group>();
        groups.add(new Group(messages.say(language, "sandbox.citizens"), true, citizens(language)));
        groups.add(new Group(messages.say(language, "sandbox.businesses"), true, businesses(language)));
        for (var agency : cast.tenants()) {
            agency.units().forEach(it -> offices(it, language, groups));
        }
        var administrators = new ArrayList<Card>();
        cast.tenants()
                .forEach(it -> administrators.add(new Card(
                        it.administratorAccount(),
                        it.administrator(),
                        List.of(language == Language.EN ? it.nameEn() : it.name()))));
        cast.national()
                .forEach(it -> administrators.add(
                        new Card(Cast.nationalAccount(it), it, List.of(messages.say(language, "sandbox.national")))));
        groups.add(new Group(messages.say(language, "sandbox.administrators"), false, administrators));
        return groups;
    }

    @Override
    public Optional<SessionAccount> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    private void know(TenantId tenant, Cast.Office office) {
        office.staff().forEach(it -> know(tenant, it.account(office)));
        office.below().forEach(it -> know(tenant, it));
    }

    private void know(TenantId tenant, AccountId account) {
        accounts.put(account, new SessionAccount(tenant, account));
    }

    private List<Card> citizens(Language language) {
        return cast.citizens().stream()
                .map(it -> new Card(
                        it.account(),
                        it.name(),
                        List.of(
                                messages.say(
                                        language,
                                        it.sex().equals("FEMALE") ? "sandbox.female" : "sandbox.male",
                                        Integer.toString(it.bornOn().getYear())),
                                place(it.ward(), it.province(), language))))
                .toList();
    }

    private List<Card> businesses(Language language) {
        return cast.businesses().stream()
                .map(it -> new Card(
                        it.account(),
                        it.name(),
                        List.of(
                                messages.say(language, "sandbox.taxCode", it.taxCode()),
                                place(it.ward(), it.province(), language))))
                .toList();
    }

    private void offices(Cast.Office office, Language language, List<Group> groups) {
        if (!office.staff().isEmpty()) {
            var cards = office.staff().stream()
                    .map(it -> new Card(
                            it.account(office),
                            it.name(),
                            it.roles().stream()
                                    .map(role -> kinds.roleName(role, language))
                                    .toList()))
                    .toList();
            groups.add(new Group(language == Language.EN ? office.nameEn() : office.name(), false, cards));
        }
        office.below().forEach(it -> offices(it, language, groups));
    }

    private String place(String ward, String province, Language language) {
        var today = VietnamTime.dayOf(clock.instant());
        return places.ward(ward, today).map(it -> it.fullName(language)).orElse(ward) + ", "
                + places.province(province, today)
                        .map(it -> it.fullName(language))
                        .orElse(province);
    }
}
