package vn.motcua.administration;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.administration.ChangeRequest.Kind;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Administration;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.Invitations;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * A province, a ministry or a national body takes part: one national administrator proposes it, another confirms. It gets
 * its number, its first unit and, by a code that is shown once, its first administrator; all else is theirs to make.
 */
@Service
public class NewTenants implements Effect {

    private static final int FIRST_NATIONAL_BODY = 1001;
    private static final int NAME = 200;

    private final ChangeRequests changes;
    private final Administration administration;
    private final Invitations invitations;
    private final Units units;
    private final Kinds kinds;
    private final AdministrativeUnits places;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate ofTheirOwn;

    NewTenants(
            ChangeRequests changes,
            Administration administration,
            Invitations invitations,
            Units units,
            Kinds kinds,
            AdministrativeUnits places,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.changes = changes;
        this.administration = administration;
        this.invitations = invitations;
        this.units = units;
        this.kinds = kinds;
        this.places = places;
        this.trail = trail;
        this.clock = clock;
        this.ofTheirOwn = new TransactionTemplate(transactions);
        ofTheirOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A tenant, and whether it has an administrator. */
    public record Listed(Tenant tenant, boolean taken) {}

    /** All tenants by number. */
    public List<Listed> all(Administrator who) {
        national(who);
        return units.tenants().stream()
                .filter(it -> !it.id().equals(TenantId.NATIONAL))
                .map(it -> new Listed(it, invitations.taken(it.id())))
                .toList();
    }

    /** Proposes one: {@code province} its code or empty for a national body, its name and its first unit. */
    @Transactional
    public void propose(Administrator who, UUID id, Map<String, String> typed) {
        national(who);
        if (changes.exists(id)) {
            return;
        }
        var wanted = checked(typed);
        var waiting = changes.waiting().stream()
                .filter(it -> it.kind() == Kind.MAKE_TENANT)
                .map(it -> Integer.parseInt(it.part("tenant")))
                .toList();
        var number = number(typed, waiting);
        refuseTaken(number);
        if (waiting.contains(number)) {
            throw new Refused(AdministrationRefusal.TENANT_WAITS);
        }
        wanted.put("tenant", Integer.toString(number));
        changes.propose(new ChangeRequest(
                id, Kind.MAKE_TENANT, id, wanted, who.account().value(), clock.instant()));
        leave(who.account().value(), id, "tenant-proposed");
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.MAKE_TENANT);
    }

    /**
     * Makes the tenant and its first unit in a transaction of their own, as a row of a tenant is written in its own name
     * alone. Made twice it is made once; what a stop leaves behind nobody can sign in to, and confirming again goes on.
     */
    @Override
    public void confirm(Administrator who, ChangeRequest change) {
        national(who);
        var tenant = new TenantId(Integer.parseInt(change.part("tenant")));
        var first = new UnitId(change.id());
        if (units.unit(first).isEmpty()) {
            refuseTaken(tenant.value());
        }
        new Scope(tenant, Optional.of(who.account().value()))
                .run(() -> ofTheirOwn.executeWithoutResult(_ -> {
                    units.save(new Tenant(tenant, change.part("name"), change.part("nameEn")));
                    administration.add(new Administration.NewUnit(
                            first,
                            change.part("first"),
                            change.part("kind"),
                            Optional.empty(),
                            given(change.proposal(), "agencyCode"),
                            given(change.proposal(), "province")));
                    leave(who.account().value(), first.value(), "tenant-made");
                }));
        leave(who.account().value(), change.id(), "tenant-confirmed");
    }

    @Override
    public List<Phrase> said(ChangeRequest change) {
        return List.of(
                Phrase.of("administration.tenants.change", change.part("name")),
                Phrase.of("administration.tenants.numbered", change.part("tenant")),
                Phrase.of("administration.tenants.first", change.part("first")));
    }

    /** A new code for the first administrator of a tenant that has none; it is shown this once. */
    public String invite(Administrator who, TenantId tenant) {
        national(who);
        return invitations.invite(who, tenant);
    }

    private Map<String, String> checked(Map<String, String> typed) {
        var wanted = new HashMap<String, String>();
        wanted.put("name", name(typed, "name"));
        wanted.put("nameEn", Text.clean(typed.getOrDefault("nameEn", "")));
        wanted.put("first", name(typed, "unit"));
        var kind = typed.getOrDefault("kind", "");
        if (!kinds.units().containsKey(kind)) {
            throw new Refused(IdentityRefusal.KIND_UNKNOWN);
        }
        wanted.put("kind", kind);
        given(typed, "agencyCode").ifPresent(code -> {
            if (units.tree().all().stream()
                    .anyMatch(it -> it.agencyCode().filter(code::equals).isPresent())) {
                throw new Refused(IdentityRefusal.AGENCY_CODE_TAKEN, code);
            }
            wanted.put("agencyCode", code);
        });
        given(typed, "province").ifPresent(it -> wanted.put("province", it));
        return wanted;
    }

    /** A province's is its code; a national body's the next one that is free. */
    private int number(Map<String, String> typed, List<Integer> waiting) {
        var province = given(typed, "province");
        if (province.isPresent()) {
            return places.provinces(VietnamTime.dayOf(clock.instant())).stream()
                    .filter(it -> it.code().equals(province.get()))
                    .map(it -> Integer.parseInt(it.code()))
                    .findFirst()
                    .orElseThrow(() -> new Refused(IdentityRefusal.PLACE_UNKNOWN, province.get()));
        }
        int last = FIRST_NATIONAL_BODY - 1;
        for (var it : units.tenants()) {
            last = Math.max(last, it.id().value());
        }
        for (int it : waiting) {
            last = Math.max(last, it);
        }
        return last + 1;
    }

    private void refuseTaken(int number) {
        units.tenant(new TenantId(number)).ifPresent(it -> {
            throw new Refused(AdministrationRefusal.TENANT_EXISTS, it.name());
        });
    }

    private static String name(Map<String, String> typed, String field) {
        var name = Text.clean(typed.getOrDefault(field, ""));
        if (name.isEmpty() || name.length() > NAME) {
            throw new Refused(IdentityRefusal.NAME_MISSING);
        }
        return name;
    }

    private static Optional<String> given(Map<String, String> typed, String field) {
        return Optional.of(Text.clean(Objects.requireNonNullElse(typed.get(field), "")))
                .filter(it -> !it.isEmpty());
    }

    private static void national(Administrator who) {
        if (!who.tenant().equals(TenantId.NATIONAL)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    private void leave(UUID who, UUID about, String act) {
        trail.leave(new Look(
                who, Optional.empty(), Optional.empty(), Purpose.ADMINISTER, about, act, Fields.of(Fields.RIGHTS)));
    }
}
