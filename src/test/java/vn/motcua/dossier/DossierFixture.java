package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.Due;
import vn.motcua.document.FileId;
import vn.motcua.dossier.SupplementRequest.Line;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Dong;
import vn.motcua.shared.TenantId;

/** Dossiers at every stage, made by the rules alone, so that no test holds one that could not exist. */
final class DossierFixture {

    static final OfficerId LAN = new OfficerId(new UUID(0, 1));
    static final OfficerId HA = new OfficerId(new UUID(0, 2));
    static final OfficerId MINH = new OfficerId(new UUID(0, 3));

    static final Instant MONDAY_8AM = Instant.parse("2026-11-23T01:00:00Z");
    static final Instant TUESDAY_5PM = Instant.parse("2026-11-24T10:00:00Z");
    static final Instant WEDNESDAY_5PM = Instant.parse("2026-11-25T10:00:00Z");
    static final Due LATER = new Due(TUESDAY_5PM.plusSeconds(259_200), "working-day/1", "2026-1", List.of(), false);
    static final Due DUE = new Due(TUESDAY_5PM, "working-day/1", "2026-1", List.of(), false);
    static final DossierNumber NUMBER = new DossierNumber("H15.02-261123-0001");
    static final ResultPaper CERTIFICATE = new ResultPaper("07/2026", FileId.of("a".repeat(64)));
    static final List<Line> ONE_LINE = List.of(new Line("Giấy chứng sinh", "Bản chụp bị mờ, không đọc được ngày sinh"));

    static final Instant AFTER_UNTIL = Instant.parse("2026-12-23T17:00:00Z");

    /** The last day of every supplement. */
    static final LocalDate UNTIL = LocalDate.of(2026, 12, 23);

    static final UnitId ONE_STOP = new UnitId(new UUID(0, 10));
    static final UnitId COMMITTEE = new UnitId(new UUID(0, 11));

    /** A birth registration's route: reception, appraisal, a leader who decides, a clerk, hand-over. */
    static final Route BIRTH = route("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive, request-supplement, turn-away]}
              - {id: appraisal, name: Thẩm tra, role: civil-status-officer, unit: commune-committee, hours: 4, actions: [complete, request-supplement, propose-denial]}
              - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve, return]}
              - {id: issue, name: Phát hành, role: clerk, unit: commune-committee, hours: 0.5, actions: [issue]}
              - {id: hand-over, name: Trả kết quả, role: hand-over, unit: commune-one-stop, hours: 0.5, actions: [hand-over]}
            """);

    static final Path PATH = path(BIRTH);

    static final Elsewhere HERE = new Elsewhere(ONE_STOP, "Một cửa Tả Van");
    static final Elsewhere THERE = new Elsewhere(new UnitId(new UUID(0, 12)), "Một cửa Sa Pa");

    static final TenantId DA_NANG = new TenantId(48);

    private DossierFixture() {}

    static Route route(String yaml) {
        return Route.compile(RouteDefinition.read(yaml), _ -> _ -> true);
    }

    static Path path(Route route) {
        var units = Map.of("commune-one-stop", ONE_STOP, "commune-committee", COMMITTEE);
        return new Path(
                route,
                Map.of(),
                route.steps().stream()
                        .collect(Collectors.toMap(
                                OfficerStep::id, it -> Objects.requireNonNull(units.get(it.unitKind())))));
    }

    static Dossier.Filed filed() {
        return new Dossier.Filed(
                new FilingId(new UUID(0, 20)),
                new RevisionId(new UUID(0, 21)),
                "1.001193",
                ONE_STOP,
                Optional.of("03004"),
                Channel.ONLINE,
                MONDAY_8AM);
    }

    static Dossier submitted() {
        return Dossier.file(new DossierId(new UUID(0, 30)), filed(), PATH).after();
    }

    static Dossier received() {
        return submitted()
                .receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM)
                .after();
    }

    static Dossier inProcess() {
        return received().forward("reception", LAN, PATH, MONDAY_8AM).after();
    }

    static Dossier supplementAtIntake() {
        return submitted()
                .supplements()
                .request("reception", LAN, ONE_LINE, UNTIL, PATH, MONDAY_8AM)
                .after();
    }

    static Dossier supplementInProcess() {
        return inProcess()
                .supplements()
                .request("appraisal", HA, ONE_LINE, UNTIL, PATH, MONDAY_8AM)
                .after();
    }

    /** Supplemented before reception: to ask again needs a leader. */
    static Dossier answeredAtIntake() {
        return supplementAtIntake()
                .supplements()
                .provide(List.of("p"), List.of(), "", Optional.empty(), MONDAY_8AM)
                .after();
    }

    static Dossier proposedAtIntake() {
        return answeredAtIntake()
                .supplements()
                .propose("reception", LAN, ONE_LINE, "Chưa thấy lúc đầu", PATH, MONDAY_8AM)
                .after();
    }

    /** Supplemented in process: to ask again needs a leader. */
    static Dossier answered() {
        return supplementInProcess()
                .supplements()
                .provide(List.of("p"), List.of(), "", Optional.of(DUE), MONDAY_8AM)
                .after();
    }

    static Dossier proposed() {
        return answered()
                .supplements()
                .propose("appraisal", HA, ONE_LINE, "Chưa thấy lúc đầu", PATH, MONDAY_8AM)
                .after();
    }

    static Dossier atApproval() {
        return inProcess()
                .complete("appraisal", HA, "Đủ điều kiện", Map.of(), PATH, MONDAY_8AM)
                .after();
    }

    static Dossier resolved() {
        return atApproval().approve("approval", MINH, "", PATH, TUESDAY_5PM).after();
    }

    static Dossier issued() {
        return resolved().issue("issue", HA, CERTIFICATE, PATH, TUESDAY_5PM).after();
    }

    static Dossier handedOver() {
        return issued().handOver("hand-over", LAN, toMai(), new FeeClearance.Answer.Settled(), PATH, TUESDAY_5PM)
                .after();
    }

    static Dossier turnedAway() {
        return submitted()
                .turnAway("reception", LAN, "Không thuộc thẩm quyền", PATH, MONDAY_8AM)
                .after();
    }

    static Dossier withdrawn() {
        return submitted().endings().withdraw("Nộp nhầm nơi", MONDAY_8AM).after();
    }

    /** Received, and the applicant wants it back. */
    static Dossier leavingEarly() {
        return received().endings().askToWithdraw("Không cần nữa", MONDAY_8AM).after();
    }

    static Dossier leaving() {
        return inProcess().endings().askToWithdraw("Không cần nữa", MONDAY_8AM).after();
    }

    static Dossier leavingInSupplement() {
        return supplementInProcess()
                .endings()
                .askToWithdraw("Không có giấy đó", MONDAY_8AM)
                .after();
    }

    static Dossier letGo() {
        return leaving().endings().letGo("appraisal", HA, TUESDAY_5PM).after();
    }

    static Dossier toHalt() {
        return inProcess()
                .endings()
                .proposeHalt("appraisal", HA, "Không bổ sung", "01 giấy chứng sinh", MONDAY_8AM)
                .after();
    }

    static Dossier halted() {
        return toHalt().proposals().confirm(MINH, UNTIL, TUESDAY_5PM).after();
    }

    static final WaitingFor PROVINCE = new WaitingFor(
            WaitKind.HIGHER_UNIT,
            "Xin ý kiến về quốc tịch của trẻ",
            Optional.empty(),
            Optional.of(UNTIL),
            false,
            Optional.of(new Elsewhere(new UnitId(new UUID(0, 16)), "UBND tỉnh Lào Cai")));

    static Dossier sentUp() {
        return inProcess()
                .waitings()
                .await("appraisal", HA, PROVINCE, MONDAY_8AM)
                .after();
    }

    static Dossier passedAcross() {
        return inProcess()
                .passings()
                .across("appraisal", HA, HERE, DA_NANG, THERE, "Cư trú ở đó", MONDAY_8AM)
                .after();
    }

    static final WaitingFor LAND_TAX = new WaitingFor(
            WaitKind.PAYMENT, "Thông báo thuế số 12/TB", Optional.of(new Dong(1_500_000)), Optional.of(UNTIL), true);
    static final WaitingFor NEIGHBOUR =
            new WaitingFor(WaitKind.AGENCY, "UBND phường Sa Pa xác nhận", Optional.empty(), Optional.of(UNTIL), false);
    static final WaitingFor VISIT =
            new WaitingFor(WaitKind.FIELD_CHECK, "Đo thửa 12", Optional.empty(), Optional.empty(), true);

    static Dossier awaitingPayment() {
        return inProcess()
                .waitings()
                .await("appraisal", HA, LAND_TAX, MONDAY_8AM)
                .after();
    }

    static Dossier awaitingAnswer() {
        return inProcess()
                .waitings()
                .await("appraisal", HA, NEIGHBOUR, MONDAY_8AM)
                .after();
    }

    static Dossier leavingWhileItWaits() {
        return awaitingPayment()
                .endings()
                .askToWithdraw("Không nộp được", MONDAY_8AM)
                .after();
    }

    static final Revocation REVOCATION =
            new Revocation(Revocation.Ground.FALSE_PAPERS, "15/QĐ-UBND ngày 23/11/2026", "Giấy chứng sinh giả");
    static final ResultPaper CORRECTED = new ResultPaper("08/2026", FileId.of("d".repeat(64)));
    static final Map<String, Object> RIGHT = Map.of("child.fullName", "Nguyễn Văn Ân");

    /** Handed over, and the applicant says that it is wrong. */
    static Dossier wrong() {
        return handedOver().amendments().report("Sai tên", TUESDAY_5PM).after();
    }

    static Dossier wrongEarly() {
        return issued().amendments().report("Sai tên", TUESDAY_5PM).after();
    }

    static Dossier toBeCorrected() {
        return wrong().amendments()
                .propose(HA, "Gõ nhầm", new AmendedResult(RIGHT, CORRECTED), TUESDAY_5PM)
                .after();
    }

    static Dossier toBeRevoked() {
        return handedOver().revocations().propose(HA, REVOCATION, TUESDAY_5PM).after();
    }

    static Dossier revoked() {
        return toBeRevoked().proposals().confirm(MINH, UNTIL, TUESDAY_5PM).after();
    }

    static Dossier toBeCorrectedEarly() {
        return issued().amendments()
                .propose(HA, "Gõ nhầm", new AmendedResult(RIGHT, CORRECTED), TUESDAY_5PM)
                .after();
    }

    static HandOver toMai() {
        return new HandOver(HandOver.How.COUNTER, "Nguyễn Thị Mai");
    }

    static Optional<DueMoment> due(Dossier dossier) {
        return dossier.stage().received().map(Reception::due);
    }
}
