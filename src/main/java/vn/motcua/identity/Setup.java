package vn.motcua.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.database.DataFolder;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.ReferenceFiles;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Makes the first administrator and the first agency of an empty installation. A code that only whoever started the
 * program can read proves that it is theirs; once there is an administrator, setting up does not exist any more.
 */
@Component
@Profile("!demo")
@Order(ReferenceFiles.ORDER + 50)
public class Setup implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int FIRST_NATIONAL_TENANT = 1001;
    private static final String ONE_KEY = "setup";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Administration administration;
    private final Units units;
    private final AdministrativeUnits places;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path codeFile;
    private final boolean nationalWanted;
    private final Throttle throttle = new Throttle(10, Duration.ofMinutes(15));
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Setup(
            Accounts accounts,
            Passwords passwords,
            Administration administration,
            Units units,
            AdministrativeUnits places,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock,
            DataFolder folder,
            @Value("${motcua.setup.national:false}") boolean nationalWanted) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.administration = administration;
        this.units = units;
        this.places = places;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.nationalWanted = nationalWanted;
        this.codeFile = folder.folder("setup").resolve("code");
    }

    /**
     * What the first administrator fills in.
     *
     * @param place code of the province or ward of the agency, empty for a national body
     * @param national for a national administrator, who lets agencies take part and has none
     */
    public record First(
            boolean national,
            String code,
            String name,
            String userName,
            String password,
            String agency,
            String agencyKind,
            Optional<String> agencyCode,
            Optional<String> place) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (open()) {
            LOG.info(
                    "No {} yet. Open /setup and enter this code: {}",
                    nationalWanted ? "national administrator" : "administrator",
                    code());
        }
    }

    /** Whether there is still no administrator, or no national one where the operator wants one beside an agency's. */
    public boolean open() {
        return nationalWanted ? !accounts.nationalAdministratorExists() : !accounts.administratorExists();
    }

    /** Whether only a national administrator can be made. */
    public boolean nationalAlone() {
        return nationalWanted;
    }

    /** How long whoever keeps guessing the code has to wait. */
    public Optional<Duration> waitingTime() {
        return throttle.wait(ONE_KEY, clock.instant());
    }

    /** Makes the tenant, the agency and its administrator; nothing of it when anything is refused. */
    public void begin(First first) {
        oneAtATime.lock();
        try {
            if (!open()) {
                throw new Refused(AccessRefusal.NOT_THERE);
            }
            check(first.code());
            var national = first.national() || nationalWanted;
            var tenant = national ? TenantId.NATIONAL : tenant(first.place());
            Scope.of(tenant).run(() -> transaction.executeWithoutResult(_ -> make(first, tenant)));
            Files.deleteIfExists(codeFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void make(First first, TenantId tenant) {
        var name = Administration.name(first.name());
        var userName = Administration.userName(first.userName());
        var hash = passwords.hash(first.password());
        if (!tenant.equals(TenantId.NATIONAL)) {
            var agency = Administration.name(first.agency());
            units.save(new Tenant(tenant, agency, ""));
            administration.add(new Administration.NewUnit(
                    new UnitId(Ids.next()),
                    agency,
                    first.agencyKind(),
                    Optional.empty(),
                    first.agencyCode(),
                    first.place()));
        }
        var account = accounts.open(NewAccount.administrator(new AccountId(Ids.next()), tenant, name)
                .with(userName, hash));
        trail.leave(new Look(
                account.value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                account.value(),
                "administrator-made",
                Fields.of(Fields.RIGHTS)));
    }

    /** A province's tenant has its number; what is national begins behind them. */
    private TenantId tenant(Optional<String> place) {
        if (place.isEmpty()) {
            return new TenantId(FIRST_NATIONAL_TENANT);
        }
        var today = VietnamTime.dayOf(clock.instant());
        var code = place.get();
        var province = code.length() == 2 ? places.province(code, today) : places.ward(code, today);
        return province.map(it -> new TenantId(Integer.parseInt(it.province())))
                .orElseThrow(() -> new Refused(IdentityRefusal.PLACE_UNKNOWN, code));
    }

    private void check(String typed) {
        var right = code().getBytes(StandardCharsets.UTF_8);
        var given = typed.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, given)) {
            throttle.failed(ONE_KEY, clock.instant());
            throw new Refused(IdentityRefusal.SETUP_CODE_WRONG);
        }
    }

    private String code() {
        try {
            if (Files.notExists(codeFile)) {
                Files.writeString(codeFile, newCode());
            }
            return Files.readString(codeFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newCode() {
        var random = new SecureRandom();
        var code = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            code.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
