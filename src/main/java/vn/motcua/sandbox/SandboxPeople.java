package vn.motcua.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Text;

/** What the sandbox's provider knows of the cast, in the words of its claims. */
@Component
@Profile("demo")
public class SandboxPeople {

    private final Map<AccountId, Known> people = new HashMap<>();

    SandboxPeople() {
        var cast = Cast.read();
        cast.citizens().forEach(it -> people.put(it.account(), citizen(it, cast)));
        cast.businesses().forEach(it -> people.put(it.account(), business(it, cast)));
        cast.national()
                .forEach(it -> people.put(
                        Cast.nationalAccount(it),
                        officer(SandboxProviders.agency(0), Cast.nationalAccount(it), nationalLogin(it))));
        for (var agency : cast.tenants()) {
            var client = SandboxProviders.agency(agency.id());
            people.put(
                    agency.administratorAccount(),
                    officer(client, agency.administratorAccount(), administratorLogin(agency)));
            agency.units().forEach(it -> office(client, it));
        }
    }

    /**
     * Somebody in the sandbox.
     *
     * @param client the only one to which they can sign in
     * @param subject the provider's own name for them, which says nothing
     * @param claims what is said of them
     */
    public record Known(String client, String subject, Map<String, Object> claims) {

        /** Keeps its own copy. */
        public Known {
            claims = Map.copyOf(claims);
        }
    }

    /** Whoever has that account in the demonstration. */
    public Optional<Known> find(AccountId account) {
        return Optional.ofNullable(people.get(account));
    }

    /** The name under which the agency's provider knows an officer, e.g. {@code tran-thu-ha.ta-van-one-stop}. */
    static String login(Cast.Office office, Cast.Staff staff) {
        return Text.fold(staff.name()).replace(' ', '-') + "." + office.key();
    }

    static String administratorLogin(Cast.Agency agency) {
        return Text.fold(agency.administrator()).replace(' ', '-') + "." + agency.id();
    }

    static String nationalLogin(String name) {
        return Text.fold(name).replace(' ', '-') + ".0";
    }

    private void office(String client, Cast.Office office) {
        office.staff()
                .forEach(it -> people.put(it.account(office), officer(client, it.account(office), login(office, it))));
        office.below().forEach(it -> office(client, it));
    }

    private static Known officer(String client, AccountId account, String login) {
        return new Known(client, account.toString(), Map.of("preferred_username", login));
    }

    private static Known citizen(Cast.Citizen citizen, Cast cast) {
        var claims = new LinkedHashMap<>(person(citizen));
        var represented = new ArrayList<Map<String, Object>>();
        cast.businesses().stream()
                .filter(it -> it.representative().equals(citizen.key()))
                .forEach(it -> represented.add(Map.of("MaSoThue", it.taxCode(), "TenToChuc", it.name())));
        if (!represented.isEmpty()) {
            claims.put("ToChuc", List.copyOf(represented));
        }
        return new Known(SandboxProviders.CITIZENS, citizen.person().toString(), claims);
    }

    /** A representative who has chosen the organisation's account in the provider's application already. */
    private static Known business(Cast.Business business, Cast cast) {
        var representative = cast.citizens().stream()
                .filter(it -> it.key().equals(business.representative()))
                .findFirst()
                .orElseThrow();
        var claims = new LinkedHashMap<>(person(representative));
        claims.put("MaSoThue", business.taxCode());
        claims.put("TenToChuc", business.name());
        return new Known(SandboxProviders.CITIZENS, representative.person().toString(), claims);
    }

    private static Map<String, Object> person(Cast.Citizen citizen) {
        return Map.of(
                "SoDinhDanh", citizen.personalNumber(),
                "name", citizen.name(),
                "birthdate", citizen.bornOn().toString(),
                "phone_number", citizen.phone(),
                "email", citizen.email());
    }
}
