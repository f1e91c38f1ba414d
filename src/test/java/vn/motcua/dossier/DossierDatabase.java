package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.catalogue.WaitRule;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Problem;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.route.Route;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;
import vn.motcua.support.StatementCount;
import vn.motcua.support.TestClock;

/** A commune with its one-stop, its officers and a citizen, on a real PostgreSQL. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Postgres.class, TestClock.class})
class DossierDatabase {

    static final TenantId LAO_CAI = new TenantId(15);
    static final Scope SCOPE = Scope.of(LAO_CAI);
    static final RevisionId BIRTH = DossierFixture.filed().revision();

    static final SignedIn.OfficerAt LAN =
            officer(DossierFixture.LAN, "Vàng Thị Lan", DossierFixture.ONE_STOP, "receiver", "hand-over");
    static final SignedIn.OfficerAt HA =
            officer(DossierFixture.HA, "Trần Thu Hà", DossierFixture.COMMITTEE, "civil-status-officer", "clerk");
    static final SignedIn.OfficerAt HUNG =
            officer(new OfficerId(new UUID(0, 4)), "Lý Văn Hùng", DossierFixture.COMMITTEE, "civil-status-officer");
    static final UnitId SAPA_ONE_STOP = new UnitId(new UUID(0, 13));
    static final UnitId SAPA_COMMITTEE = new UnitId(new UUID(0, 14));

    static final UnitId PROVINCE = new UnitId(new UUID(0, 17));

    /** Leads the province. */
    static final SignedIn.OfficerAt TUAN =
            officer(new OfficerId(new UUID(0, 6)), "Trịnh Anh Tuấn", PROVINCE, "commune-leader");

    /** At the one-stop of the next commune. */
    static final SignedIn.OfficerAt SEO =
            officer(new OfficerId(new UUID(0, 5)), "Giàng Thị Seo", SAPA_ONE_STOP, "receiver", "hand-over");

    static final SignedIn.OfficerAt MINH =
            officer(DossierFixture.MINH, "Nguyễn Văn Minh", DossierFixture.COMMITTEE, "commune-leader");
    static final SignedIn.Citizen MAI =
            new SignedIn.Citizen(new AccountId(new UUID(0, 60)), new PersonId(new UUID(0, 61)), "Nguyễn Thị Mai");
    static final SignedIn.Citizen OTHER =
            new SignedIn.Citizen(new AccountId(new UUID(0, 62)), new PersonId(new UUID(0, 63)), "Lò Văn Páo");

    /** What is owed for a dossier; nothing unless a test says so. */
    static final Map<DossierId, Dong> OWED = new ConcurrentHashMap<>();

    /** What is owed for a dossier before it is received; nothing unless a test says so. */
    static final Map<DossierId, Dong> OWED_FIRST = new ConcurrentHashMap<>();

    /** Which clock the procedure has; the law's general rule unless a test says otherwise. */
    static final AtomicReference<AfterSupplement> AFTER_SUPPLEMENT = new AtomicReference<>(AfterSupplement.RESTARTS);

    /** What the procedure says of waiting; nothing unless a test says so. */
    static final Map<WaitKind, WaitRule> WAITS = new ConcurrentHashMap<>();

    /** The route of the procedure; a birth registration's unless a test says otherwise. */
    static final AtomicReference<Route> ROUTE = new AtomicReference<>(DossierFixture.BIRTH);

    @Bean
    static StatementCount statementCount() {
        return new StatementCount();
    }

    @Bean
    FeeClearance fees() {
        return new FeeClearance() {
            @Override
            public Answer of(DossierId dossier) {
                return owed(OWED, dossier);
            }

            @Override
            public Answer beforeReception(DossierId dossier) {
                return owed(OWED_FIRST, dossier);
            }

            private Answer owed(Map<DossierId, Dong> all, DossierId dossier) {
                return Optional.ofNullable(all.get(dossier))
                        .<Answer>map(Answer.Owed::new)
                        .orElseGet(Answer.Settled::new);
            }
        };
    }

    @Bean
    @Primary
    Procedures procedures() {
        return _ -> new BirthRegistration();
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /** The units, once for a context. */
    @Bean
    Object commune(Units units, PlatformTransactionManager manager) {
        SCOPE.run(() -> new TransactionTemplate(manager)
                .executeWithoutResult(_ -> units.save(List.of(
                        unit(DossierFixture.COMMITTEE, "commune-committee", Optional.of("H15.02")),
                        unit(DossierFixture.ONE_STOP, "commune-one-stop", Optional.empty()),
                        unit(SAPA_COMMITTEE, SAPA_COMMITTEE, "commune-committee", Optional.of("H15.03"), "03006"),
                        province(),
                        unit(SAPA_ONE_STOP, SAPA_COMMITTEE, "commune-one-stop", Optional.empty(), "03006")))));
        return "Tả Van";
    }

    /** A filing of one birth registration by Mai. */
    static FilingRequest request() {
        return request("Nguyễn Thị Mai", Map.of("child.fullName", "Nguyễn Văn An"));
    }

    static FilingRequest request(String applicant, Map<String, Object> answers) {
        return new FilingRequest(
                LAO_CAI,
                Channel.ONLINE,
                new Applicant(
                        Optional.of(MAI.person()),
                        Optional.empty(),
                        applicant,
                        Optional.of("010190000001"),
                        "0912000001",
                        ""),
                HandOver.How.COUNTER,
                "",
                List.of(new FilingRequest.Requested(
                        BIRTH,
                        DossierFixture.ONE_STOP,
                        answers,
                        List.of(new NewPaper("giay-chung-sinh", "chung-sinh.pdf", "c".repeat(64))))));
    }

    static Act act(SignedIn by, int version, Instant now) {
        return new Act(Ids.next(), by, version, now);
    }

    private static SignedIn.OfficerAt officer(OfficerId id, String name, UnitId unit, String... roles) {
        var positions = java.util.Arrays.stream(roles)
                .map(it -> new Position(
                        new PositionId(new UUID(7, it.hashCode())),
                        unit,
                        it,
                        LocalDate.of(2025, 7, 1),
                        Optional.empty()))
                .toList();
        return new SignedIn.OfficerAt(new AccountId(id.value()), LAO_CAI, id, name, positions);
    }

    private static Unit unit(UnitId id, String kind, Optional<String> code) {
        return unit(id, DossierFixture.COMMITTEE, kind, code, "03004");
    }

    private static Unit province() {
        return new Unit(
                LAO_CAI,
                PROVINCE,
                Optional.empty(),
                "provincial-committee",
                "UBND tỉnh Lào Cai",
                "Province",
                Optional.of("H15"),
                Optional.empty(),
                Optional.empty(),
                "Lào Cai",
                Territory.of(List.of("15")),
                LocalDate.of(2025, 7, 1),
                Optional.empty());
    }

    private static Unit unit(UnitId id, UnitId above, String kind, Optional<String> code, String ward) {
        return new Unit(
                LAO_CAI,
                id,
                code.isPresent() ? Optional.empty() : Optional.of(above),
                kind,
                kind,
                kind,
                code,
                Optional.empty(),
                Optional.of("07:30-11:30 13:30-17:00"),
                "Tả Van",
                Territory.of(List.of(ward)),
                LocalDate.of(2025, 7, 1),
                Optional.empty());
    }

    private static final class BirthRegistration implements Procedures.Procedure {

        @Override
        public String code() {
            return "1.001193";
        }

        @Override
        public String name(Language language) {
            return "Đăng ký khai sinh";
        }

        @Override
        public boolean outOfBounds() {
            return true;
        }

        @Override
        public Route route() {
            return ROUTE.get();
        }

        @Override
        public Optional<String> place(Map<String, Object> answers) {
            return Optional.empty();
        }

        @Override
        public Map<String, Object> routeFacts(Map<String, Object> answers, Circumstances circumstances) {
            return answers;
        }

        @Override
        public List<Problem> entryProblems(String step, Map<String, Object> answers, Circumstances circumstances) {
            return List.of();
        }

        @Override
        public Map<String, Object> entered(String step, Map<String, Object> entered, Map<String, Object> answers) {
            return answers;
        }

        @Override
        public Map<String, Object> corrected(Map<String, Object> before, Map<String, Object> given) {
            return given;
        }

        @Override
        public AfterSupplement afterSupplement() {
            return AFTER_SUPPLEMENT.get();
        }

        @Override
        public Optional<Integer> supplementDays() {
            return Optional.empty();
        }

        @Override
        public Optional<WaitRule> waiting(WaitKind kind) {
            return Optional.ofNullable(WAITS.get(kind));
        }

        @Override
        public TimeLimit limit(Map<String, Object> answers, Circumstances circumstances) {
            return TimeLimit.workingDays(1);
        }
    }
}
