package vn.motcua.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.filing.Prefill;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Administration;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerTitles;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Organisation;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.Position;
import vn.motcua.identity.SessionAccount;
import vn.motcua.mandate.HelperAppointment;
import vn.motcua.mandate.Helpers;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.organization.LoadedFiles;
import vn.motcua.organization.ReferenceFiles;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** Brings the cast of the demonstration into the database, once; what somebody changed since stays changed. */
@Component
@Profile("demo")
@Order(ReferenceFiles.ORDER + 60)
class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String NAME = "demonstration with logins";
    /** The day on which the two-level local government began. */
    private static final LocalDate BEGUN = LocalDate.of(2025, 7, 1);

    private final Units units;
    private final Officers officers;
    private final OfficerTitles titles;
    private final People people;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Helpers helpers;
    private final Prefill prefill;
    private final LoadedFiles loaded;
    private final TransactionTemplate transaction;

    Demonstration(
            Units units,
            Officers officers,
            OfficerTitles titles,
            People people,
            Accounts accounts,
            Contacts contacts,
            Helpers helpers,
            Prefill prefill,
            LoadedFiles loaded,
            PlatformTransactionManager transactions) {
        this.units = units;
        this.officers = officers;
        this.titles = titles;
        this.people = people;
        this.accounts = accounts;
        this.contacts = contacts;
        this.helpers = helpers;
        this.prefill = prefill;
        this.loaded = loaded;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var cast = Cast.read();
        cast.tenants().forEach(it -> once(new TenantId(it.id()), cast, () -> agency(it, cast)));
        once(TenantId.NATIONAL, cast, () -> people(cast));
        LOG.info(
                "Demonstration data: {} agencies, {} citizens, {} businesses, all invented",
                cast.tenants().size(),
                cast.citizens().size(),
                cast.businesses().size());
    }

    private void once(TenantId tenant, Cast cast, Runnable work) {
        Scope.of(tenant)
                .run(() -> transaction.executeWithoutResult(_ -> {
                    if (!loaded.has(NAME, cast.digest())) {
                        work.run();
                        loaded.remember(NAME, cast.digest());
                    }
                }));
    }

    private void agency(Cast.Agency agency, Cast cast) {
        var tenant = new TenantId(agency.id());
        units.save(new Tenant(tenant, agency.name(), agency.nameEn()));
        agency.units().forEach(it -> office(tenant, Optional.empty(), it, cast));
        accounts.open(NewAccount.administrator(agency.administratorAccount(), tenant, agency.administrator()));
        accounts.knownAs(
                SandboxPeople.administratorLogin(agency), new SessionAccount(tenant, agency.administratorAccount()));
    }

    private void office(TenantId tenant, Optional<UnitId> parent, Cast.Office office, Cast cast) {
        var agencyCode = Optional.ofNullable(office.agencyCode());
        units.save(List.of(new Unit(
                tenant,
                office.id(),
                parent,
                office.kind(),
                office.name(),
                office.nameEn(),
                agencyCode,
                agencyCode.map(_ -> Administration.NUMBER_PATTERN),
                Optional.ofNullable(office.openingHours()),
                Optional.ofNullable(office.address()).orElse(""),
                Territory.of(office.territory()),
                BEGUN,
                Optional.empty())));
        office.staff().forEach(it -> officer(tenant, office, it));
        cast.helpers().stream().filter(it -> it.unit().equals(office.key())).forEach(it -> helper(office, it, cast));
        office.below().forEach(it -> office(tenant, Optional.of(office.id()), it, cast));
    }

    private void officer(TenantId tenant, Cast.Office office, Cast.Staff staff) {
        var id = staff.officer(office);
        var positions = staff.roles().stream()
                .map(it -> new Position(staff.position(office, it), office.id(), it, BEGUN, Optional.empty()))
                .toList();
        officers.save(new Officer(tenant, id, staff.name(), positions));
        titles.set(
                staff.titled(office),
                id,
                staff.capacity(),
                BEGUN.atStartOfDay(VietnamTime.ZONE).toInstant());
        accounts.open(NewAccount.of(staff.account(office), tenant, id, staff.name()));
        var login = SandboxPeople.login(office, staff);
        accounts.knownAs(login, new SessionAccount(tenant, staff.account(office)));
        contacts.confirmed(tenant, staff.account(office), Channel.EMAIL, login + "@can-bo.example.org");
    }

    private void helper(Cast.Office office, Cast.Appointed helper, Cast cast) {
        var name = cast.citizens().stream()
                .filter(it -> it.key().equals(helper.citizen()))
                .findFirst()
                .orElseThrow()
                .name();
        helpers.name(new HelperAppointment(
                helper.id(), helper.account(), name, helper.body(), office.id(), BEGUN, helper.until()));
    }

    private void person(Cast.Citizen it) {
        people.save(new Person(
                it.person(),
                it.personalNumber(),
                it.name(),
                it.bornOn(),
                Person.Sex.valueOf(it.sex()),
                "VN",
                it.ethnicGroup(),
                it.phone(),
                it.email(),
                it.province(),
                it.ward(),
                it.address(),
                true));
    }

    private void people(Cast cast) {
        for (var name : cast.national()) {
            accounts.open(NewAccount.administrator(Cast.nationalAccount(name), TenantId.NATIONAL, name));
            accounts.knownAs(
                    SandboxPeople.nationalLogin(name),
                    new SessionAccount(TenantId.NATIONAL, Cast.nationalAccount(name)));
        }
        cast.children().forEach(this::person);
        for (var it : cast.citizens()) {
            person(it);
            accounts.open(NewAccount.of(it.account(), it.person(), it.name()));
            if (!cast.unasked().contains(it.key())) {
                prefill.agreed(it.account());
            }
        }
        for (var it : cast.businesses()) {
            people.save(new Organisation(
                    it.organisation(),
                    it.taxCode(),
                    it.name(),
                    it.person(),
                    it.phone(),
                    it.email(),
                    it.province(),
                    it.ward(),
                    it.address(),
                    true));
            accounts.open(NewAccount.of(it.account(), it.organisation(), it.person(), it.name()));
            prefill.agreed(it.account());
        }
    }
}
