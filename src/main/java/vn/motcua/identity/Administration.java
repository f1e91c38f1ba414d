package vn.motcua.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/** Where an administrator keeps the units and officers of their tenant; the tenant is that of the scope. */
@Component
public class Administration {

    /** How an agency numbers its dossiers unless it says otherwise: code, day, running number of the day. */
    public static final String NUMBER_PATTERN = "{agency}-{yyMMdd}-{sequence:4}";

    /** In place of a role: the officer gets a position later. */
    public static final String NO_POSITION = "none";

    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,63}");

    private final Units units;
    private final Kinds kinds;
    private final AdministrativeUnits places;
    private final Officers officers;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Trail trail;
    private final Clock clock;

    Administration(
            Units units,
            Kinds kinds,
            AdministrativeUnits places,
            Officers officers,
            Accounts accounts,
            Passwords passwords,
            Trail trail,
            Clock clock) {
        this.units = units;
        this.kinds = kinds;
        this.places = places;
        this.officers = officers;
        this.accounts = accounts;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A unit to be added.
     *
     * @param id made with the form, so that a form sent twice adds one unit
     * @param place code of its ward or province, empty for the whole country
     */
    public record NewUnit(
            UnitId id,
            String name,
            String kind,
            Optional<UnitId> parent,
            Optional<String> agencyCode,
            Optional<String> place) {}

    /**
     * An officer to be added, with one position from today on.
     *
     * @param id made with the form, so that a form sent twice adds one officer
     * @param role {@link #NO_POSITION} for none yet; none that leads or oversees, for that needs two administrators
     */
    public record NewOfficer(OfficerId id, String name, String userName, String password, UnitId unit, String role) {}

    /** The officers of the tenant. */
    @Transactional(readOnly = true)
    public List<Officer> officers() {
        return officers.all();
    }

    /** Adds a unit from today on. */
    @Transactional
    public void add(NewUnit wanted) {
        add(wanted, today());
    }

    /** Adds a unit from that day on. */
    @Transactional
    public void add(NewUnit wanted, LocalDate from) {
        var tenant = agency();
        if (units.unit(wanted.id()).isPresent()) {
            return;
        }
        if (!kinds.units().containsKey(wanted.kind())) {
            throw new Refused(IdentityRefusal.KIND_UNKNOWN);
        }
        wanted.parent().ifPresent(it -> ownUnit(it, tenant));
        var today = today();
        wanted.place().filter(it -> places.name(it, today).isEmpty()).ifPresent(it -> {
            throw new Refused(IdentityRefusal.PLACE_UNKNOWN, it);
        });
        var unit = new Unit(
                tenant,
                wanted.id(),
                wanted.parent(),
                wanted.kind(),
                name(wanted.name()),
                "",
                wanted.agencyCode(),
                wanted.agencyCode().map(_ -> NUMBER_PATTERN),
                Optional.empty(),
                "",
                Territory.of(wanted.place().map(List::of).orElse(List.of())),
                from,
                Optional.empty());
        try {
            units.save(List.of(unit));
        } catch (DuplicateKeyException taken) {
            throw new Refused(
                    IdentityRefusal.AGENCY_CODE_TAKEN, wanted.agencyCode().orElse(""));
        }
        changed(wanted.id().value(), "unit-added");
    }

    /** Adds an officer with a position and an account. */
    @Transactional
    public void add(NewOfficer wanted) {
        var tenant = agency();
        if (officers.officer(wanted.id()).isPresent()) {
            return;
        }
        var positions = positions(wanted, tenant);
        var name = name(wanted.name());
        var userName = userName(wanted.userName());
        var hash = passwords.hash(wanted.password());
        var id = wanted.id();
        officers.save(new Officer(tenant, id, name, positions));
        var account = accounts.open(
                NewAccount.of(new AccountId(Ids.next()), tenant, id, name).with(userName, hash));
        accounts.knownAs(userName, new SessionAccount(tenant, account));
        changed(id.value(), "officer-added");
    }

    /** Whose units and officers they are; what is national has neither. */
    private static TenantId agency() {
        var tenant = Scope.current().tenant();
        if (tenant.equals(TenantId.NATIONAL)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return tenant;
    }

    /** In the log stands who changed rights; when the first administrator is made there is nobody yet. */
    private void changed(UUID what, String act) {
        Scope.current()
                .account()
                .ifPresent(it -> trail.leave(new Look(
                        it,
                        Optional.empty(),
                        Optional.empty(),
                        Purpose.ADMINISTER,
                        what,
                        act,
                        Fields.of(Fields.RIGHTS))));
    }

    private List<Position> positions(NewOfficer wanted, TenantId tenant) {
        if (wanted.role().equals(NO_POSITION)) {
            return List.of();
        }
        ownUnit(wanted.unit(), tenant);
        if (!kinds.positions().containsKey(wanted.role())) {
            throw new Refused(IdentityRefusal.KIND_UNKNOWN);
        }
        if (kinds.byTwo(wanted.role())) {
            throw new Refused(IdentityRefusal.LEADER_BY_TWO);
        }
        return List.of(
                new Position(new PositionId(Ids.next()), wanted.unit(), wanted.role(), today(), Optional.empty()));
    }

    /** A name as it is kept, or {@link IdentityRefusal#NAME_MISSING}. */
    static String name(String typed) {
        var name = Text.clean(typed);
        if (name.isEmpty() || name.length() > 200) {
            throw new Refused(IdentityRefusal.NAME_MISSING);
        }
        return name;
    }

    /** A user name as it is kept, or {@link IdentityRefusal#USER_NAME_MALFORMED}. */
    static String userName(String typed) {
        var name = Text.clean(typed).toLowerCase(Locale.ROOT);
        if (!USER_NAME.matcher(name).matches()) {
            throw new Refused(IdentityRefusal.USER_NAME_MALFORMED);
        }
        return name;
    }

    private void ownUnit(UnitId id, TenantId tenant) {
        if (units.unit(id).filter(it -> it.tenant().equals(tenant)).isEmpty()) {
            throw new Refused(IdentityRefusal.UNIT_UNKNOWN);
        }
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
