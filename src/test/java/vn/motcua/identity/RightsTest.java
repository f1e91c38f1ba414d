package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.identity.Decision.Reason.APPRAISED_IT_YOURSELF;
import static vn.motcua.identity.Decision.Reason.NOT_IN_THIS_STAGE;
import static vn.motcua.identity.Decision.Reason.NOT_YOUR_ROLE;
import static vn.motcua.identity.Decision.Reason.TAKEN_BY_ANOTHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.identity.Decision.Denied;
import vn.motcua.identity.Decision.Hidden;
import vn.motcua.identity.Decision.Permitted;
import vn.motcua.identity.Decision.Unknown;
import vn.motcua.identity.Subject.DoneStep;
import vn.motcua.identity.Subject.OpenStep;
import vn.motcua.identity.Subject.StageGroup;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.TenantId;

class RightsTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final TenantId LAO_CAI = new TenantId(15);
    static final TenantId DA_NANG = new TenantId(48);
    static final UnitId COMMITTEE = unitId(1);
    static final UnitId ONE_STOP = unitId(2);
    static final UnitId ECONOMY = unitId(3);
    static final UnitId OTHER_COMMUNE = unitId(4);
    static final UnitId NOWHERE = unitId(99);

    static final UnitTree UNITS = new UnitTree(List.of(
            unit(COMMITTEE, Optional.empty()),
            unit(ONE_STOP, Optional.of(COMMITTEE)),
            unit(ECONOMY, Optional.of(COMMITTEE)),
            unit(OTHER_COMMUNE, Optional.empty())));
    static final Rights RIGHTS = new Rights(
            TODAY.atTime(9, 0).atZone(vn.motcua.shared.VietnamTime.ZONE).toInstant(), UNITS, "commune-leader"::equals);

    static final AccountId MOTHER = new AccountId(new UUID(1, 1));
    static final PersonId MOTHER_PERSON = new PersonId(new UUID(1, 2));
    static final OrganisationId COMPANY = new OrganisationId(new UUID(1, 3));

    /** Role × relation × act: + is permitted, - is not there, else the reason. */
    @ParameterizedTest
    @CsvSource({
        // the receiver at the counter where it was filed
        "receiver,             ONE_STOP,      FILED,      SEE,                +",
        "receiver,             ONE_STOP,      FILED,      RECEIVE,            +",
        "receiver,             ONE_STOP,      FILED,      TURN_AWAY,          +",
        "receiver,             ONE_STOP,      FILED,      REQUEST_SUPPLEMENT, +",
        "receiver,             ONE_STOP,      FILED,      TAKE_FEE,           +",
        "receiver,             ONE_STOP,      FILED,      HAND_OVER,          NOT_IN_THIS_STAGE",
        "receiver,             ONE_STOP,      IN_PROCESS, RECEIVE,            NOT_IN_THIS_STAGE",
        "receiver,             ONE_STOP,      IN_PROCESS, COMPLETE_STEP,      NOT_YOUR_ROLE",
        "receiver,             ONE_STOP,      IN_PROCESS, APPROVE,            NOT_YOUR_ROLE",
        "receiver,             ONE_STOP,      RESOLVED,   HAND_OVER,          +",
        "hand-over,            ONE_STOP,      RESOLVED,   HAND_OVER,          +",
        "receiver,             ONE_STOP,      CLOSED,     TAKE_FEE,           NOT_IN_THIS_STAGE",
        // money goes back whatever became of the dossier: the counter asks, whoever leads there agrees
        "receiver,             ONE_STOP,      CLOSED,     REFUND,             +",
        "receiver,             ONE_STOP,      IN_PROCESS, REFUND,             +",
        "receiver,             ONE_STOP,      CLOSED,     DECIDE_REFUND,      NOT_YOUR_ROLE",
        "receiver,             OTHER_COMMUNE, CLOSED,     REFUND,             -",
        "commune-leader,       COMMITTEE,     CLOSED,     DECIDE_REFUND,      +",
        "commune-leader,       COMMITTEE,     CLOSED,     REFUND,             NOT_YOUR_ROLE",
        "commune-leader,       OTHER_COMMUNE, CLOSED,     DECIDE_REFUND,      -",
        "civil-status-officer, COMMITTEE,     IN_PROCESS, REFUND,             NOT_IN_THIS_STAGE",
        // the specialist whose step is open
        "civil-status-officer, COMMITTEE,     IN_PROCESS, SEE,                +",
        "civil-status-officer, COMMITTEE,     IN_PROCESS, COMPLETE_STEP,      +",
        "civil-status-officer, COMMITTEE,     IN_PROCESS, CLAIM,              +",
        "civil-status-officer, COMMITTEE,     IN_PROCESS, SEND_BACK,          NOT_IN_THIS_STAGE",
        "civil-status-officer, COMMITTEE,     IN_PROCESS, APPROVE,            NOT_IN_THIS_STAGE",
        "civil-status-officer, COMMITTEE,     FILED,      RECEIVE,            -",
        // the same role in a unit that has nothing to do with it
        "civil-status-officer, OTHER_COMMUNE, IN_PROCESS, SEE,                -",
        "civil-status-officer, OTHER_COMMUNE, IN_PROCESS, COMPLETE_STEP,      -",
        "receiver,             OTHER_COMMUNE, FILED,      RECEIVE,            -",
        // a leader above sees and does nothing that is not theirs
        "commune-leader,       COMMITTEE,     FILED,      SEE,                +",
        "commune-leader,       COMMITTEE,     IN_PROCESS, COMPLETE_STEP,      NOT_YOUR_ROLE",
        "commune-leader,       OTHER_COMMUNE, FILED,      SEE,                -",
        // who inspects or keeps the archive of the unit has pages of their own
        "inspector,            ONE_STOP,      FILED,      SEE,                -",
        "archivist,            COMMITTEE,     IN_PROCESS, SEE,                -",
        // a colleague of another division of the same commune
        "clerk,                ECONOMY,       IN_PROCESS, SEE,                -",
        "clerk,                COMMITTEE,     IN_PROCESS, SEE,                +",
        "clerk,                COMMITTEE,     IN_PROCESS, ISSUE,              NOT_YOUR_ROLE",
        "receiver,             ONE_STOP,      AWAITING_SUPPLEMENT, TAKE_SUPPLEMENT, +",
        "hand-over,            ONE_STOP,      AWAITING_SUPPLEMENT, TAKE_SUPPLEMENT, +",
        "receiver,             ONE_STOP,      IN_PROCESS, TAKE_SUPPLEMENT,    NOT_IN_THIS_STAGE",
        "receiver,             ONE_STOP,      IN_PROCESS, TAKE_WITHDRAWAL,    +",
        "receiver,             ONE_STOP,      RESOLVED,   TAKE_WITHDRAWAL,    NOT_IN_THIS_STAGE",
        "civil-status-officer, COMMITTEE,     IN_PROCESS, TAKE_WITHDRAWAL,    NOT_YOUR_ROLE",
        "commune-leader,       COMMITTEE,     IN_PROCESS, TAKE_WITHDRAWAL,    NOT_YOUR_ROLE",
    })
    void anOfficerMayWhatTheirPositionGives(String role, String unit, StageGroup stage, DeskAct act, String expected) {
        var who = officer(LAO_CAI, 1, position(unitNamed(unit), role));

        var answer = RIGHTS.of(who, act, dossier(stage, appraisal()));

        assertThat(answer).isInstanceOfSatisfying(kind(expected), it -> {
            if (it instanceof Denied(var reason)) {
                assertThat(reason.name()).isEqualTo(expected);
            }
        });
    }

    @Test
    void theAnswerNamesThePositionThatGivesTheRight() {
        var right = position(COMMITTEE, "civil-status-officer");
        var who = officer(LAO_CAI, 1, position(ONE_STOP, "receiver"), right);

        assertThat(RIGHTS.of(who, DeskAct.COMPLETE_STEP, dossier(StageGroup.IN_PROCESS, appraisal())))
                .isEqualTo(new Permitted(Optional.of(right)));
    }

    @ParameterizedTest
    @EnumSource(DeskAct.class)
    void aDossierOfAnotherTenantIsNotThere(DeskAct act) {
        var who = officer(DA_NANG, 1, position(COMMITTEE, "civil-status-officer"), position(ONE_STOP, "receiver"));

        assertThat(RIGHTS.of(who, act, dossier(StageGroup.IN_PROCESS, appraisal())))
                .isEqualTo(new Hidden());
    }

    @ParameterizedTest
    @EnumSource(DeskAct.class)
    void aPositionThatEndedYesterdayOrBeginsTomorrowGivesNothing(DeskAct act) {
        var ended = new Position(
                new PositionId(new UUID(7, 1)),
                ONE_STOP,
                "receiver",
                TODAY.minusYears(1),
                Optional.of(TODAY.minusDays(1)));
        var coming =
                new Position(new PositionId(new UUID(7, 2)), ONE_STOP, "receiver", TODAY.plusDays(1), Optional.empty());

        assertThat(RIGHTS.of(officer(LAO_CAI, 1, ended, coming), act, dossier(StageGroup.FILED)))
                .isEqualTo(new Hidden());
    }

    @ParameterizedTest
    @EnumSource(DeskAct.class)
    void citizensAndAdministratorsHaveNoDesk(DeskAct act) {
        var administrator = new SignedIn.Administrator(new AccountId(new UUID(5, 5)), LAO_CAI, "Quản trị");

        assertThat(RIGHTS.of(mother(), act, dossier(StageGroup.FILED))).isEqualTo(new Hidden());
        assertThat(RIGHTS.of(administrator, act, dossier(StageGroup.FILED))).isEqualTo(new Hidden());
    }

    @Test
    void nobodyApprovesWhatTheyAppraised() {
        var done = new DoneStep("appraise", COMMITTEE, officerId(1), true);
        var leader = position(COMMITTEE, "commune-leader");
        var dossier = dossier(StageGroup.IN_PROCESS, List.of(approval()), List.of(done));

        assertThat(RIGHTS.of(officer(LAO_CAI, 1, leader), DeskAct.APPROVE, dossier))
                .isEqualTo(new Denied(APPRAISED_IT_YOURSELF));
        assertThat(RIGHTS.of(officer(LAO_CAI, 2, leader), DeskAct.APPROVE, dossier))
                .isEqualTo(new Permitted(Optional.of(leader)));
    }

    @Test
    void whoReceivedAndDidNotAppraiseMayApprove() {
        var done = new DoneStep("receive", ONE_STOP, officerId(1), false);
        var leader = position(COMMITTEE, "commune-leader");

        assertThat(RIGHTS.of(
                                officer(LAO_CAI, 1, leader),
                                DeskAct.APPROVE,
                                dossier(StageGroup.IN_PROCESS, List.of(approval()), List.of(done)))
                        .permitted())
                .isTrue();
    }

    @Test
    void aStepThatSomebodyTookIsTheirs() {
        var taken = new OpenStep(
                "appraise",
                COMMITTEE,
                "civil-status-officer",
                Set.of(DeskAct.COMPLETE_STEP),
                Optional.of(officerId(1)));
        var position = position(COMMITTEE, "civil-status-officer");

        for (var act : List.of(DeskAct.COMPLETE_STEP, DeskAct.CLAIM)) {
            assertThat(RIGHTS.of(officer(LAO_CAI, 2, position), act, dossier(StageGroup.IN_PROCESS, taken)))
                    .isEqualTo(new Denied(TAKEN_BY_ANOTHER));
            assertThat(RIGHTS.of(officer(LAO_CAI, 1, position), act, dossier(StageGroup.IN_PROCESS, taken))
                            .permitted())
                    .isTrue();
        }
    }

    @Test
    void ofSeveralOpenStepsTheOneInQuestionCounts() {
        var who = officer(LAO_CAI, 1, position(COMMITTEE, "civil-status-officer"));
        var dossier = dossier(StageGroup.IN_PROCESS, List.of(appraisal(), approval()), List.of());

        assertThat(RIGHTS.of(who, DeskAct.COMPLETE_STEP, dossier).permitted()).isTrue();
        assertThat(RIGHTS.of(who, DeskAct.COMPLETE_STEP, dossier.at("approve"))).isEqualTo(new Denied(NOT_YOUR_ROLE));
    }

    /** No officer has a step then; somebody answers a withdrawal and proposes to halt, and nobody does the step itself. */
    @Test
    void whileTheProgramHasItWhoAppraisedItAndWhoLeadsLookAfterIt() {
        var step = new OpenStep("paid", COMMITTEE, Kinds.BY_ITSELF, Set.of(DeskAct.COMPLETE_STEP), Optional.empty());
        var done = List.of(
                new DoneStep("receive", ONE_STOP, officerId(3), false),
                new DoneStep("appraise", COMMITTEE, officerId(1), true));
        var dossier = dossier(StageGroup.IN_PROCESS, List.of(step), done);
        var specialist = position(COMMITTEE, "civil-status-officer");
        var leader = position(COMMITTEE, "commune-leader");

        assertThat(RIGHTS.of(officer(LAO_CAI, 1, specialist), DeskAct.HANDLE, dossier))
                .isEqualTo(new Permitted(Optional.of(specialist)));
        assertThat(RIGHTS.of(officer(LAO_CAI, 9, leader), DeskAct.HANDLE, dossier))
                .isEqualTo(new Permitted(Optional.of(leader)));
        for (var other : List.of(
                officer(LAO_CAI, 2, specialist),
                officer(LAO_CAI, 1, position(ONE_STOP, "receiver")),
                officer(LAO_CAI, 3, position(ONE_STOP, "receiver")))) {
            assertThat(RIGHTS.of(other, DeskAct.HANDLE, dossier)).isEqualTo(new Denied(NOT_YOUR_ROLE));
        }
        for (var act : List.of(DeskAct.CLAIM, DeskAct.COMPLETE_STEP)) {
            assertThat(RIGHTS.of(officer(LAO_CAI, 1, specialist, leader), act, dossier))
                    .isEqualTo(new Denied(NOT_YOUR_ROLE));
        }
    }

    @Test
    void aStepInAUnitThatNobodyKnowsIsNoNo() {
        var lost = new OpenStep("lost", NOWHERE, "clerk", Set.of(DeskAct.ISSUE), Optional.empty());

        assertThat(RIGHTS.of(
                        officer(LAO_CAI, 1, position(COMMITTEE, "clerk")),
                        DeskAct.ISSUE,
                        dossier(StageGroup.IN_PROCESS, lost)))
                .isEqualTo(new Unknown(Decision.Missing.UNIT));
    }

    @Test
    void aWalkInIsTakenInByTheCounterOnly() {
        var counter = Subject.counter(LAO_CAI, ONE_STOP, Set.of("receiver"));

        assertThat(RIGHTS.of(officer(LAO_CAI, 1, position(ONE_STOP, "receiver")), DeskAct.INTAKE, counter)
                        .permitted())
                .isTrue();
        assertThat(RIGHTS.of(officer(LAO_CAI, 1, position(ONE_STOP, "clerk")), DeskAct.INTAKE, counter))
                .isEqualTo(new Denied(NOT_YOUR_ROLE));
    }

    @ParameterizedTest
    @CsvSource({
        "READ_OWN,        FILED,               +",
        "READ_OWN,        CLOSED,              +",
        "WITHDRAW,        FILED,               +",
        "WITHDRAW,        RESOLVED,            NOT_IN_THIS_STAGE",
        "SUPPLEMENT,      AWAITING_SUPPLEMENT, +",
        "SUPPLEMENT,      IN_PROCESS,          NOT_IN_THIS_STAGE",
        "DOWNLOAD_RESULT, RESOLVED,            +",
        "DOWNLOAD_RESULT, IN_PROCESS,          NOT_IN_THIS_STAGE",
    })
    void theApplicantMayWhatTheStageAllows(ApplicantAct act, StageGroup stage, String expected) {
        var answer = RIGHTS.of(mother(), act, dossier(stage));

        assertThat(answer)
                .isEqualTo(expected.equals("+") ? new Permitted(Optional.empty()) : new Denied(NOT_IN_THIS_STAGE));
    }

    @ParameterizedTest
    @EnumSource(ApplicantAct.class)
    void anotherPersonsDossierIsNotThere(ApplicantAct act) {
        var stranger = new SignedIn.Citizen(new AccountId(new UUID(2, 1)), new PersonId(new UUID(2, 2)), "Người khác");
        var officer = officer(LAO_CAI, 1, position(ONE_STOP, "receiver"));

        for (var stage : StageGroup.values()) {
            assertThat(RIGHTS.of(stranger, act, dossier(stage))).isEqualTo(new Hidden());
            assertThat(RIGHTS.of(officer, act, dossier(stage))).isEqualTo(new Hidden());
        }
    }

    @Test
    void aRepresentativeSeesTheCompanysDossiersAsTheCompanyOnly() {
        var ofCompany = new Subject(
                LAO_CAI,
                ONE_STOP,
                Set.of("receiver"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(MOTHER_PERSON),
                Optional.of(COMPANY),
                StageGroup.FILED);
        var asCompany =
                new SignedIn.Business(new AccountId(new UUID(1, 9)), COMPANY, MOTHER_PERSON, "Công ty", "Lý Thị Mẩy");

        assertThat(RIGHTS.of(asCompany, ApplicantAct.READ_OWN, ofCompany).permitted())
                .isTrue();
        assertThat(RIGHTS.of(mother(), ApplicantAct.READ_OWN, ofCompany)).isEqualTo(new Hidden());
        assertThat(RIGHTS.of(asCompany, ApplicantAct.READ_OWN, dossier(StageGroup.FILED)))
                .isEqualTo(new Hidden());
    }

    /** A sector belongs to a ministry: the unit that carries the national code and stands below nobody. */
    @Test
    void onlyAPositionInTheMinistryItselfSupervisesASector() {
        var ministry = unitId(50);
        var division = unitId(51);
        var rights = new Rights(
                TODAY.atTime(9, 0).atZone(vn.motcua.shared.VietnamTime.ZONE).toInstant(),
                new UnitTree(List.of(
                        unit(ministry, Optional.empty(), Optional.of("G15")),
                        unit(division, Optional.of(ministry), Optional.of("G15.1")),
                        unit(COMMITTEE, Optional.empty()))),
                "commune-leader"::equals);

        var position = position(ministry, "sector-supervisor");
        assertThat(rights.superviseSector(officer(DA_NANG, 1, position)))
                .isEqualTo(new Permitted(Optional.of(position)));
        for (var other : List.of(
                position(division, "sector-supervisor"),
                position(COMMITTEE, "sector-supervisor"),
                position(ministry, "inspector"))) {
            assertThat(rights.superviseSector(officer(DA_NANG, 1, other))).isEqualTo(new Hidden());
        }
        assertThat(rights.superviseSector(mother())).isEqualTo(new Hidden());
    }

    private static Class<? extends Decision> kind(String expected) {
        return switch (expected) {
            case "+" -> Permitted.class;
            case "-" -> Hidden.class;
            default -> Denied.class;
        };
    }

    private static UnitId unitNamed(String name) {
        return switch (name) {
            case "COMMITTEE" -> COMMITTEE;
            case "ONE_STOP" -> ONE_STOP;
            case "ECONOMY" -> ECONOMY;
            default -> OTHER_COMMUNE;
        };
    }

    private static OpenStep appraisal() {
        return new OpenStep(
                "appraise", COMMITTEE, "civil-status-officer", Set.of(DeskAct.COMPLETE_STEP), Optional.empty());
    }

    private static OpenStep approval() {
        return new OpenStep("approve", COMMITTEE, "commune-leader", Set.of(DeskAct.APPROVE), Optional.empty());
    }

    /** Filed by the mother at the one-stop; the given steps are open once it is in process. */
    private static Subject dossier(StageGroup stage, OpenStep... open) {
        return dossier(stage, stage == StageGroup.IN_PROCESS ? List.of(open) : List.of(), List.of());
    }

    private static Subject dossier(StageGroup stage, List<OpenStep> open, List<DoneStep> done) {
        return new Subject(
                LAO_CAI,
                ONE_STOP,
                Set.of("receiver", "hand-over"),
                open,
                done,
                Optional.of(MOTHER),
                Optional.of(MOTHER_PERSON),
                Optional.empty(),
                stage);
    }

    private static SignedIn.Citizen mother() {
        return new SignedIn.Citizen(MOTHER, MOTHER_PERSON, "Lý Thị Mẩy");
    }

    private static SignedIn.OfficerAt officer(TenantId tenant, int number, Position... positions) {
        return new SignedIn.OfficerAt(
                new AccountId(new UUID(3, number)), tenant, officerId(number), "Cán bộ", List.of(positions));
    }

    private static OfficerId officerId(int number) {
        return new OfficerId(new UUID(4, number));
    }

    private static Position position(UnitId unit, String role) {
        return new Position(
                new PositionId(UUID.nameUUIDFromBytes((unit + role).getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                unit,
                role,
                TODAY.minusYears(1),
                Optional.empty());
    }

    private static UnitId unitId(int number) {
        return new UnitId(new UUID(0, number));
    }

    private static Unit unit(UnitId id, Optional<UnitId> parent) {
        return unit(id, parent, Optional.empty());
    }

    private static Unit unit(UnitId id, Optional<UnitId> parent, Optional<String> code) {
        return new Unit(
                LAO_CAI,
                id,
                parent,
                "commune-committee",
                "Đơn vị",
                "Unit",
                code,
                Optional.empty(),
                Optional.empty(),
                "",
                new Territory.Nation(),
                TODAY.minusYears(1),
                Optional.empty());
    }
}
