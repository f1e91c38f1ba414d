package vn.motcua.journey;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.util.function.SingletonSupplier;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Personas;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Language;

/** The people of the demonstration, asked for once: they do not change. */
@TestComponent
class Cast {

    private final SingletonSupplier<List<SignedIn>> people;

    Cast(Accounts accounts, Personas personas) {
        this.people = SingletonSupplier.of(() -> personas.groups(Language.VI).stream()
                .flatMap(it -> it.cards().stream())
                .flatMap(it -> personas.account(it.account()).stream())
                .flatMap(it -> accounts.signedIn(it).stream())
                .toList());
    }

    /** All officers. */
    List<OfficerAt> officers() {
        return people.obtain().stream()
                .filter(OfficerAt.class::isInstance)
                .map(OfficerAt.class::cast)
                .toList();
    }

    /** Lý Thị Mẩy, of Tả Van. */
    SignedIn.Citizen may() {
        return people.obtain().stream()
                .filter(it -> it.name().equals("Lý Thị Mẩy"))
                .map(SignedIn.Citizen.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
