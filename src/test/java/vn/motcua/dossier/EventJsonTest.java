package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.COMMITTEE;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.NUMBER;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.ONE_STOP;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Channel;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.Reason;
import vn.motcua.route.DeskAct;
import vn.motcua.route.Token;
import vn.motcua.route.Tokens;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** How events are stored. A line of this test that changes is a history that can no longer be read. */
class EventJsonTest {

    private static final Desk DESK = new Desk(
            new Tokens(List.of(new Token(1, "reception", "start", List.of(), Token.State.OPEN))),
            List.of(new Desk.Seat(1, "reception", "receiver", ONE_STOP, Optional.of(LAN), MONDAY_8AM)),
            List.of(new Desk.Finished(0, "before", "clerk", COMMITTEE, LAN)));
    private static final String DESK_JSON = """
            {"tokens":{"all":[{"no":1,"node":"reception","from":"start","causes":[],"state":"OPEN"}]},\
            "seats":[{"visit":1,"step":"reception","role":"receiver","unit":"00000000-0000-0000-0000-00000000000a",\
            "officer":"00000000-0000-0000-0000-000000000001","since":"2026-11-23T01:00:00Z"}],\
            "finished":[{"visit":0,"step":"before","role":"clerk","unit":"00000000-0000-0000-0000-00000000000b",\
            "by":"00000000-0000-0000-0000-000000000001"}]}""";
    private static final Due DUE = new Due(
            TUESDAY_5PM,
            "working-day/1",
            "2026-1",
            List.of(new Reason(Reason.Kind.FIRST_DAY, LocalDate.of(2026, 11, 23), List.of())),
            false);
    private static final String DUE_JSON = """
            {"at":"2026-11-24T10:00:00Z","rule":"working-day/1","calendarVersion":"2026-1",\
            "explanation":[{"kind":"FIRST_DAY","date":"2026-11-23","arguments":[]}],"provisional":false}""";

    private static final List<DossierEvent> ONE_OF_EACH = List.of(
            new DossierEvent.DossierFiled(
                    DossierFixture.filed().filing(),
                    DossierFixture.filed().revision(),
                    "1.001193",
                    ONE_STOP,
                    Optional.of("03004"),
                    Channel.ONLINE,
                    DESK),
            new DossierEvent.DossierTurnedAway("Sai nơi", DESK),
            new DossierEvent.DossierTransferred(
                    ONE_STOP, "Một cửa Tả Van", COMMITTEE, "Một cửa Sa Pa", "Nhầm nơi", Optional.of(NUMBER), DESK),
            new DossierEvent.DossierPassedOn(
                    ONE_STOP, "Một cửa Tả Van", COMMITTEE, "Một cửa Sa Pa", "Cư trú ở Sa Pa", Optional.of(DUE), DESK),
            new DossierEvent.DossierPassedAcross(
                    ONE_STOP,
                    "Một cửa Tả Van",
                    DossierFixture.DA_NANG,
                    COMMITTEE,
                    "Một cửa Hải Châu",
                    "Cư trú ở đó",
                    DESK),
            new DossierEvent.DossierReceived(
                    NUMBER, DUE, LAN, Optional.of(new FeeLater(new Dong(8_000), "Máy thu hỏng"))),
            new DossierEvent.DossierForwarded("reception", DESK),
            new DossierEvent.DueExtended(DUE.at(), "Chờ xác minh", DossierFixture.LATER),
            new DossierEvent.LateApologised(DUE.at(), "Chờ xác minh", DossierFixture.LATER.at()),
            new DossierEvent.SupplementRequested(new SupplementRequest(ONE_LINE, Optional.of(DossierFixture.UNTIL))),
            new DossierEvent.SupplementProvided(
                    List.of("p"),
                    List.of("child.fullName"),
                    "Đã chụp lại",
                    Optional.of(DUE),
                    Optional.of("Giàng A Sử")),
            new DossierEvent.SupplementReminded(DossierFixture.UNTIL),
            new DossierEvent.SupplementLapsed(DossierFixture.UNTIL, Optional.of(DUE)),
            new DossierEvent.SecondSupplementProposed("appraisal", LAN, ONE_LINE, "Chưa thấy lúc đầu"),
            new DossierEvent.ProposalRefused("Đủ rồi"),
            new DossierEvent.DossierWithdrawn("Nộp nhầm", Optional.of(LAN), DESK, Optional.empty()),
            new DossierEvent.WithdrawalAsked("Không cần nữa", Optional.of("Giàng A Sử")),
            new DossierEvent.WithdrawalRefused("Đã in giấy"),
            new DossierEvent.HaltProposed("appraisal", LAN, "Không bổ sung", "01 bản chính"),
            new DossierEvent.DossierHalted("Không bổ sung", "", DESK),
            new DossierEvent.PaymentAwaited(DossierFixture.LAND_TAX),
            new DossierEvent.AnswerAwaited(DossierFixture.VISIT),
            new DossierEvent.SentUp(DossierFixture.PROVINCE),
            new DossierEvent.AnsweredAbove(false, "UBND tỉnh Lào Cai", "Thiếu giấy tờ", Optional.of(DUE)),
            new DossierEvent.WaitEnded(DossierEvent.WaitEnded.How.NOTED, "Đã nộp tại Kho bạc", Optional.of(DUE)),
            new DossierEvent.WaitLapsed(DossierFixture.UNTIL, Optional.empty()),
            new DossierEvent.StepClaimed("reception", LAN, DESK),
            new DossierEvent.StepReleased("reception", DESK),
            new DossierEvent.StepCompleted(
                    "reception",
                    DeskAct.COMPLETE,
                    "",
                    Optional.of(Map.of("register.book", "01/2026")),
                    Optional.of(new WrittenLetter("Mời đo đạc", "Survey", "Hẹn sáng thứ Hai", "Monday")),
                    DESK),
            new DossierEvent.StepSentBack("approval", "appraisal", "Thiếu", DESK),
            new DossierEvent.DecisionReopened("issue", "approval", "Sai họ tên", DESK),
            new DossierEvent.StepUndone(3, DESK),
            new DossierEvent.StageUndone(3, MONDAY_8AM, Optional.empty(), DESK),
            new DossierEvent.StepsMoved(
                    List.of(new DossierEvent.MovedStep("approval", ONE_STOP, "Phòng cũ", ONE_STOP, "Phòng mới")),
                    "Quyết định số 12/QĐ-UBND ngày 20/11/2026",
                    DESK),
            new DossierEvent.StepAssigned(
                    "reception", LAN, "Lan", Optional.empty(), "", Optional.of("Chia việc"), DESK),
            new DossierEvent.DueRecomputed(DUE.at(), "Thông báo số 3", DossierFixture.LATER),
            new DossierEvent.DossierResolved("approval", new Outcome.Denied("Trùng")),
            new DossierEvent.ResultIssued("issue", CERTIFICATE, Optional.of(DUE.at())),
            new DossierEvent.ResultHandedOver("hand-over", DossierFixture.toMai()),
            new DossierEvent.MistakeReported("Sai tên"),
            new DossierEvent.AmendmentRefused("Đúng như sổ"),
            new DossierEvent.AmendmentProposed(LAN, "Gõ nhầm", DossierFixture.RIGHT, DossierFixture.CORRECTED),
            new DossierEvent.ResultAmended(CERTIFICATE, DossierFixture.CORRECTED, "Gõ nhầm", DossierFixture.RIGHT),
            new DossierEvent.RevocationProposed(LAN, DossierFixture.REVOCATION),
            new DossierEvent.ResultRevoked(CERTIFICATE, DossierFixture.REVOCATION));

    @Test
    void thereIsOneOfEachEvent() {
        assertThat(ONE_OF_EACH.stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(new HashSet<>(Arrays.asList(DossierEvent.class.getPermittedSubclasses())));
        assertThat(EventJson.kinds()).hasSize(ONE_OF_EACH.size());
    }

    @Test
    void everyEventIsReadAsItWasWritten() {
        assertThat(ONE_OF_EACH)
                .allSatisfy(it -> assertThat(EventJson.read(
                                EventJson.kind(it), EventJson.write(it).toString()))
                        .isEqualTo(it));
    }

    @Test
    void aFilingOfBeforeThePlaceWasKeptIsStillRead() {
        var now = ONE_OF_EACH.getFirst();
        var then = EventJson.write(now).toString().replace("\"place\":\"03004\",", "");

        assertThat(EventJson.read("filed", then))
                .isInstanceOfSatisfying(
                        DossierEvent.DossierFiled.class,
                        it -> assertThat(it.place()).isEmpty());
    }

    @Test
    void aRequestOfBeforeThereWasALastDayIsStillRead() {
        var then = "{\"request\":{\"lines\":[{\"what\":\"Giấy chứng sinh\",\"reason\":\"Mờ\",\"document\":null}]}}";

        assertThat(EventJson.read("supplement-requested", then))
                .isInstanceOfSatisfying(
                        DossierEvent.SupplementRequested.class,
                        it -> assertThat(it.request().until()).isEmpty());
    }

    @Test
    void aResultOfBeforeItWasSaidThatItIsEarlyIsStillRead() {
        var then = "{\"step\":\"issue\",\"result\":{\"number\":\"1\",\"file\":\"" + "a".repeat(64) + "\"}}";

        assertThat(EventJson.read("result-issued", then))
                .isInstanceOfSatisfying(
                        DossierEvent.ResultIssued.class,
                        it -> assertThat(it.early()).isEmpty());
    }

    @Test
    void aReceptionOfBeforeFeesCouldBeDueThenIsStillRead() {
        var then = "{\"number\":\"H15.02-261123-0001\",\"due\":" + DUE_JSON
                + ",\"by\":\"00000000-0000-0000-0000-000000000001\"}";

        assertThat(EventJson.read("received", then))
                .isInstanceOfSatisfying(
                        DossierEvent.DossierReceived.class,
                        it -> assertThat(it.feeLater()).isEmpty());
    }

    @Test
    void eventsAreStoredInTheseWords() {
        assertThat(ONE_OF_EACH.stream()
                        .map(it -> EventJson.kind(it) + " " + EventJson.write(it))
                        .collect(Collectors.joining("\n"))
                        .replace(DESK_JSON, "{desk}")
                        .replace(DUE_JSON, "{due}"))
                .isEqualTo(
                        """
                filed {"filing":"00000000-0000-0000-0000-000000000014","revision":"00000000-0000-0000-0000-000000000015","procedure":"1.001193","unit":"00000000-0000-0000-0000-00000000000a","place":"03004","channel":"ONLINE","desk":{desk}}
                turned-away {"reason":"Sai nơi","desk":{desk}}
                transferred {"from":"00000000-0000-0000-0000-00000000000a","fromName":"Một cửa Tả Van","to":"00000000-0000-0000-0000-00000000000b","toName":"Một cửa Sa Pa","reason":"Nhầm nơi","number":"H15.02-261123-0001","desk":{desk}}
                passed-on {"from":"00000000-0000-0000-0000-00000000000a","fromName":"Một cửa Tả Van","to":"00000000-0000-0000-0000-00000000000b","toName":"Một cửa Sa Pa","reason":"Cư trú ở Sa Pa","due":{due},"desk":{desk}}
                passed-across {"from":"00000000-0000-0000-0000-00000000000a","fromName":"Một cửa Tả Van","agency":"48","to":"00000000-0000-0000-0000-00000000000b","toName":"Một cửa Hải Châu","reason":"Cư trú ở đó","desk":{desk}}
                received {"number":"H15.02-261123-0001","due":{due},"by":"00000000-0000-0000-0000-000000000001","feeLater":{"amount":{"amount":8000},"reason":"Máy thu hỏng"}}
                forwarded {"step":"reception","desk":{desk}}
                due-extended {"promised":"2026-11-24T10:00:00Z","reason":"Chờ xác minh","due":{"at":"2026-11-27T10:00:00Z","rule":"working-day/1","calendarVersion":"2026-1","explanation":[],"provisional":false}}
                late-apologised {"promised":"2026-11-24T10:00:00Z","reason":"Chờ xác minh","renewed":"2026-11-27T10:00:00Z"}
                supplement-requested {"request":{"lines":[{"what":"Giấy chứng sinh","reason":"Bản chụp bị mờ, không đọc được ngày sinh","document":null}],"until":"2026-12-23"}}
                supplement-provided {"papers":["p"],"corrected":["child.fullName"],"note":"Đã chụp lại","due":{due},"broughtBy":"Giàng A Sử"}
                supplement-reminded {"until":"2026-12-23"}
                supplement-lapsed {"until":"2026-12-23","due":{due}}
                second-supplement-proposed {"step":"appraisal","by":"00000000-0000-0000-0000-000000000001","lines":[{"what":"Giấy chứng sinh","reason":"Bản chụp bị mờ, không đọc được ngày sinh","document":null}],"reason":"Chưa thấy lúc đầu"}
                proposal-refused {"reason":"Đủ rồi"}
                withdrawn {"reason":"Nộp nhầm","letGo":"00000000-0000-0000-0000-000000000001","desk":{desk},"saidBy":null}
                withdrawal-asked {"reason":"Không cần nữa","saidBy":"Giàng A Sử"}
                withdrawal-refused {"reason":"Đã in giấy"}
                halt-proposed {"step":"appraisal","by":"00000000-0000-0000-0000-000000000001","reason":"Không bổ sung","returned":"01 bản chính"}
                halted {"reason":"Không bổ sung","returned":"","desk":{desk}}
                payment-awaited {"waitingFor":{"kind":"PAYMENT","what":"Thông báo thuế số 12/TB","amount":{"amount":1500000},"until":"2026-12-23","stops":true,"above":null,"step":null}}
                answer-awaited {"waitingFor":{"kind":"FIELD_CHECK","what":"Đo thửa 12","amount":null,"until":null,"stops":true,"above":null,"step":null}}
                sent-up {"waitingFor":{"kind":"HIGHER_UNIT","what":"Xin ý kiến về quốc tịch của trẻ","amount":null,"until":"2026-12-23","stops":false,"above":{"unit":"00000000-0000-0000-0000-000000000010","name":"UBND tỉnh Lào Cai"},"step":null}}
                answered-above {"agreed":false,"unit":"UBND tỉnh Lào Cai","note":"Thiếu giấy tờ","due":{due}}
                wait-ended {"how":"NOTED","note":"Đã nộp tại Kho bạc","due":{due}}
                wait-lapsed {"until":"2026-12-23","due":null}
                step-claimed {"step":"reception","officer":"00000000-0000-0000-0000-000000000001","desk":{desk}}
                step-released {"step":"reception","desk":{desk}}
                step-completed {"step":"reception","act":"COMPLETE","note":"","entered":{"register.book":"01/2026"},"letter":{"titleVi":"Mời đo đạc","titleEn":"Survey","textVi":"Hẹn sáng thứ Hai","textEn":"Monday"},"desk":{desk}}
                step-sent-back {"step":"approval","to":"appraisal","reason":"Thiếu","desk":{desk}}
                decision-reopened {"step":"issue","to":"approval","reason":"Sai họ tên","desk":{desk}}
                step-undone {"again":3,"desk":{desk}}
                stage-undone {"again":3,"since":"2026-11-23T01:00:00Z","proposal":null,"desk":{desk}}
                steps-moved {"steps":[{"step":"approval","from":"00000000-0000-0000-0000-00000000000a","fromName":"Phòng cũ","to":"00000000-0000-0000-0000-00000000000a","toName":"Phòng mới"}],"decision":"Quyết định số 12/QĐ-UBND ngày 20/11/2026","desk":{desk}}
                step-assigned {"step":"reception","from":"00000000-0000-0000-0000-000000000001","fromName":"Lan","officer":null,"officerName":"","reason":"Chia việc","desk":{desk}}
                due-recomputed {"before":"2026-11-24T10:00:00Z","reason":"Thông báo số 3","due":{"at":"2026-11-27T10:00:00Z","rule":"working-day/1","calendarVersion":"2026-1","explanation":[],"provisional":false}}
                resolved {"step":"approval","outcome":{"is":"denied","reason":"Trùng"}}
                result-issued {"step":"issue","result":{"number":"07/2026","file":"%s"},"early":"2026-11-24T10:00:00Z"}
                result-handed-over {"step":"hand-over","handOver":{"how":"COUNTER","toWhom":"Nguyễn Thị Mai"}}
                mistake-reported {"reason":"Sai tên"}
                amendment-refused {"reason":"Đúng như sổ"}
                amendment-proposed {"by":"00000000-0000-0000-0000-000000000001","reason":"Gõ nhầm","corrected":{"child.fullName":"Nguyễn Văn Ân"},"paper":{"number":"08/2026","file":"%s"}}
                result-amended {"before":{"number":"07/2026","file":"%s"},"paper":{"number":"08/2026","file":"%s"},"reason":"Gõ nhầm","corrected":{"child.fullName":"Nguyễn Văn Ân"}}
                revocation-proposed {"by":"00000000-0000-0000-0000-000000000001","revocation":{"ground":"FALSE_PAPERS","decision":"15/QĐ-UBND ngày 23/11/2026","reason":"Giấy chứng sinh giả"}}
                result-revoked {"paper":{"number":"07/2026","file":"%s"},"revocation":{"ground":"FALSE_PAPERS","decision":"15/QĐ-UBND ngày 23/11/2026","reason":"Giấy chứng sinh giả"}}""".formatted("a".repeat(64), "d".repeat(64), "a".repeat(64), "d".repeat(64), "a".repeat(64)));
    }

    @Test
    void whatAnEarlierProgramDidNotWriteIsEmpty() {
        var read = EventJson.read(
                "answer-awaited",
                "{\"waitingFor\":{\"kind\":\"FIELD_CHECK\",\"what\":\"Đo\",\"amount\":null,\"until\":null,\"stops\":true}}");

        assertThat(((DossierEvent.AnswerAwaited) read).waitingFor().above()).isEmpty();
    }

    @Test
    void whoeverLooksWhatWasDoneReadsEachKindInWords() {
        var messages = new Messages();

        for (var kind : EventJson.kinds()) {
            assertThat(messages.say(Language.VI, "evidence.act." + kind))
                    .as(kind)
                    .isNotBlank();
            assertThat(messages.say(Language.EN, "evidence.act." + kind))
                    .as(kind)
                    .isNotBlank();
        }
    }

    @Test
    void whatALaterProgramAddsIsSkipped() {
        var read = EventJson.read(
                "withdrawn",
                "{\"reason\":\"Nộp nhầm\",\"refund\":{\"amount\":8000},\"desk\":{\"tokens\":{\"all\":[]},\"seats\":[],\"finished\":[],\"colour\":1}}");

        assertThat(read)
                .isInstanceOfSatisfying(
                        DossierEvent.DossierWithdrawn.class,
                        it -> assertThat(it.reason()).isEqualTo("Nộp nhầm"));
    }

    @Test
    void whatWasWrittenBeforeAnybodyCameToTheCounterCameOnline() {
        assertThat(EventJson.read("withdrawal-asked", "{\"reason\":\"Không cần nữa\"}"))
                .isEqualTo(new DossierEvent.WithdrawalAsked("Không cần nữa", Optional.empty()));
        assertThat(EventJson.read(
                        "supplement-provided", "{\"papers\":[],\"corrected\":[],\"note\":\"x\",\"due\":null}"))
                .isEqualTo(new DossierEvent.SupplementProvided(
                        List.of(), List.of(), "x", Optional.empty(), Optional.empty()));
    }
}
