package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.catalogue.AgencyFact;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.PaperWords;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.DossierFiled;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.ResultHandedOver;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.FilingRequest.Requested;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.Stage.HandedOver;
import vn.motcua.dossier.Supplement;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.form.Facts;
import vn.motcua.form.Places;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Units;
import vn.motcua.route.DeskAct;
import vn.motcua.route.Node;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.WholeProgram;

/** Each procedure that can be filed is walked once from its form to the result in the applicant's hand. */
@WholeProgram
class EveryPackageIsWalkedTest {

    private static final String TA_VAN = "03037";
    private static final String MONDAY_AT_EIGHT = "2026-11-23T08:00";
    private static final Map<String, Plan> PLANS = plans();

    private final Stations on;
    private final Catalogue catalogue;
    private final Units units;
    private final Places places;
    private final Messages messages;
    private final String address;

    @Autowired
    EveryPackageIsWalkedTest(
            Stations on,
            Catalogue catalogue,
            Units units,
            ObjectProvider<Places> places,
            Messages messages,
            @LocalServerPort int port) {
        this.address = "http://localhost:" + port;
        this.on = on;
        this.catalogue = catalogue;
        this.units = units;
        this.messages = messages;
        this.places = places.stream().findFirst().orElseThrow();
    }

    /**
     * What a walk needs and what must follow.
     *
     * @param answers that cannot be guessed from the form
     * @param documents demanded, no more and no less
     * @param fee đồng in all
     * @param entered what the specialist enters, where the procedure asks for it
     * @param due when the result is promised
     */
    record Plan(
            Optional<Map<String, Object>> answers,
            List<String> documents,
            long fee,
            Optional<Map<String, Object>> entered,
            String due) {}

    @Test
    void thereIsAPlanForEachRunnableProcedure() {
        assertThat(catalogue.runnable().stream()
                        .filter(it -> it.runnableContent().group().isEmpty()))
                .extracting(ProcedureRevision::code)
                .containsExactlyInAnyOrderElementsOf(PLANS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyProcedureIsWalkedToItsEnd() {
        return PLANS.keySet().stream()
                .sorted()
                .map(it -> DynamicTest.dynamicTest(
                        it + " " + catalogue.get(it).shortName(Language.VI), () -> isWalkedToItsEnd(it)));
    }

    private void isWalkedToItsEnd(String code) {
        var walk = filed(code, Map.of());
        var entry = walk.toTheEnd();

        settled(code, entry);
        withoutBlanks(code, walk);
        byTheRightPeople(code, entry);
        complete(code, entry);
    }

    @Test
    void aConstructionPermitIsDenied() {
        var walk = filed("1.013225", Map.of());
        walk.toStep("decision");
        walk.deny("decision", "Công trình vượt chiều cao tối đa theo quy hoạch chi tiết của khu vực");
        var entry = walk.toTheEnd();

        assertThat(entry.stage()).isInstanceOfSatisfying(HandedOver.class, it -> {
            assertThat(it.outcome())
                    .isEqualTo(
                            new Outcome.Denied("Công trình vượt chiều cao tối đa theo quy hoạch chi tiết của khu vực"));
            assertThat(it.result()).isPresent();
        });
        assertThat(entry.desk().tokens().finished()).isTrue();
        assertThat(entry.agree()).as(entry.folded()).isTrue();
    }

    @Test
    void aConstructionPermitIsSupplementedAndThenGranted() {
        var walk = filed("1.013225", Map.of("w.floors", 7));
        walk.toStep("appraisal");
        var promised = due(walk.now());
        walk.requestSupplement(
                "appraisal",
                new SupplementRequest.Line("Bản vẽ thiết kế", "Bản vẽ móng thiếu chữ ký", Optional.of("ban-ve")));
        assertThat(walk.now().stage()).isInstanceOf(Stage.AwaitingSupplement.class);

        on.clock().set("2026-11-26T09:00");
        on.applicant()
                .provideSupplement(
                        new Act(
                                Ids.next(),
                                on.may(),
                                walk.now().version(),
                                on.clock().instant()),
                        walk.dossier(),
                        new Supplement(
                                List.of(paper("ban-ve", walk.dossier().tenant())), Optional.empty(), "Đã ký đủ"));

        assertThat(walk.now().stage()).isInstanceOf(Stage.InProcess.class);
        assertThat(due(walk.now())).isAfter(promised).isEqualTo(LocalDateTime.parse("2026-12-11T17:00"));
        var entry = walk.toTheEnd();
        assertThat(entry.stage())
                .isInstanceOfSatisfying(
                        HandedOver.class, it -> assertThat(it.onTime()).isTrue());
        assertThat(entry.agree()).as(entry.folded()).isTrue();
    }

    /** The date in the letter, on her page and in the history is one; she hears why, and who answers for it. */
    @Test
    void whoseResultWillBeLateGetsAnApologyAndANewDate() {
        var walk = filed("1.013225", Map.of());
        walk.toStep("appraisal");
        var promised = dueInWords(walk);
        var promisedOnPaper = PaperWords.moment(promise(walk));
        try (var leader = new Person(address, 1280, true).as("Hoàng Thanh Dũng");
                var applicant = new Person(address, 360, false).as(on.may().name())) {
            leader.open("/desk/dossiers/" + walk.dossier().id())
                    .unfold("#extend button")
                    .type("extend-days", "mười")
                    .press("#extend button");
            assertThat(leader.status()).isEqualTo(422);
            assertThat(leader.page().textContent("#extend-days-error")).contains("số ngày làm việc");
            assertThat(leader.page().inputValue("#extend-reason")).contains("Thẩm định");
            leader.type("extend-days", "3")
                    .type("extend-reason", "Chờ ý kiến về phòng cháy")
                    .press("#extend button");
            assertThat(leader.reads()).contains("Đã hẹn lại", "Chờ ý kiến về phòng cháy", promised);
            assertThat(leader.page().locator("#extend").count()).as("once").isZero();

            var again = dueInWords(walk);
            var againOnPaper = PaperWords.moment(promise(walk));
            applicant.open("/my/"
                    + on.applicant().open(on.may(), walk.dossier(), Language.VI).word());
            assertThat(applicant.reads())
                    .contains("Cơ quan xin lỗi, hẹn lại trước " + again, "Chờ ý kiến về phòng cháy", promised);
            assertThat(PdfText.of(applicant.bytes(applicant.path() + "/apology-slip")))
                    .contains(
                            "VĂN BẢN XIN LỖI",
                            promisedOnPaper,
                            againOnPaper,
                            "Chờ ý kiến về phòng cháy",
                            "Hoàng Thanh Dũng");
            assertThat(leader.complaints()).isEmpty();
            assertThat(applicant.complaints()).isEmpty();
        }
    }

    @Test
    void landAndTaxWorkOnATransferAtTheSameTime() {
        var walk = filed("1.013831", Map.of());
        walk.toStep("extract");

        assertThat(walk.now().desk().seats())
                .extracting(it -> it.step() + " " + it.role())
                .containsExactly("extract land-registrar", "tax-assessment tax-officer");
        try (var head = new Person(address, 1280, true).as("Trần Đình Vinh")) {
            head.open("/desk/dossiers/" + walk.dossier().id()).unfold("#extend .button");
            assertThat(head.page().inputValue("#extend-reason"))
                    .as("both are open")
                    .contains("Bước “Trích lục bản đồ địa chính, ", "Bước “Xác định nghĩa vụ tài chính, ");
        }
        walk.toStep("recording");
        assertThat(walk.steps()).endsWith("tax-assessment", "extract");
        assertThat(walk.toTheEnd().desk().tokens().finished()).isTrue();
    }

    @Test
    void inAProvinceWithTwoTaxOfficesThePlotSaysWhichOneItIs() {
        var plots = Map.of("20242", "Thuế cơ sở Hải Châu", "20410", "Thuế cơ sở Hội An");
        plots.forEach((ward, office) -> {
            var walk = filed("1.013831", Map.of("p.address", inDaNang(ward)), ward);
            var entry = walk.toTheEnd();

            assertThat(((DossierFiled) entry.events().getFirst()).place()).contains(ward);
            assertThat(entry.desk().finished())
                    .filteredOn(it -> it.step().equals("tax-assessment"))
                    .extracting(it -> units.unit(it.unit()).orElseThrow().name())
                    .containsExactly(office + ", thành phố Đà Nẵng");
            assertThat(entry.stage()).isInstanceOf(HandedOver.class);
            assertThat(entry.agree()).as(entry.folded()).isTrue();
        });
    }

    @Test
    void aMatterThatWouldStickOnItsWayIsRefusedWhenItIsFiled() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> filed("1.013831", Map.of("p.address", inDaNang("20194")), "20194"))
                .satisfies(it -> assertThat(messages.say(Language.VI, it))
                        .startsWith("Trên hệ thống này chưa có Thuế cơ sở phụ trách ")
                        .contains("Trung tâm Phục vụ hành chính công thành phố Đà Nẵng"));
    }

    private static Map<String, Object> inDaNang(String ward) {
        return Map.of("province", "48", "ward", ward, "detail", "Tổ 5");
    }

    private Walk filed(String code, Map<String, Object> changed) {
        return filed(code, changed, TA_VAN);
    }

    /** Filled in, checked, and filed with a paper for each document that is demanded. */
    private Walk filed(String code, Map<String, Object> changed, String place) {
        on.clock().set(MONDAY_AT_EIGHT);
        var plan = plan(code);
        var revision = catalogue.get(code);
        var procedure = revision.runnableContent();
        var channel = revision.online() ? Channel.ONLINE : Channel.DIRECT;
        var now = on.clock().instant();
        var facts = Facts.of(channel.name(), VietnamTime.local(now))
                .withPlaces(places)
                .withData(it -> it.equals("identity") || it.equals("residence"));
        var given = new HashMap<>(plan.answers().orElse(Map.of()));
        given.putAll(changed);
        var answers = new Answers(procedure.form(), facts).with(given);
        var documents = procedure.required(answers, facts);
        var fee = procedure.fees(answers, facts).stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus);

        assertThat(procedure.form().validate(answers, facts)).as("problems").isEmpty();
        assertThat(procedure.form().doubts(answers, facts)).as("doubts").isEmpty();
        if (changed.isEmpty()) {
            assertThat(documents)
                    .extracting(RequiredDocument::id)
                    .containsExactlyInAnyOrderElementsOf(plan.documents());
        }
        assertThat(fee).isEqualTo(new Dong(plan.fee()));

        var unit = units.competent(procedure.receivedBy(), place).orElseThrow();
        var papers = documents.stream()
                .filter(it -> !it.eForm() && !(it.presentOnly() && channel == Channel.ONLINE))
                .map(it -> paper(it.id(), unit.tenant()))
                .toList();
        var request = new FilingRequest(
                unit.tenant(),
                channel,
                new Applicant(
                        Optional.of(on.may().person()),
                        Optional.empty(),
                        on.may().name(),
                        Optional.of("010198999001"),
                        "0990000001",
                        ""),
                HandOver.How.COUNTER,
                "",
                List.of(new Requested(revision.id(), unit.id(), answers, papers)));
        var dossier = on.filing()
                .file(new Act(Ids.next(), on.may(), 0, now), request)
                .dossiers()
                .getFirst();
        return new Walk(on, dossier, plan.entered().orElse(Map.of()));
    }

    /** Numbered, promised as the plan says, granted in time, with a result. */
    private void settled(String code, Ledger.Entry entry) {
        assertThat(entry.stage()).isInstanceOfSatisfying(HandedOver.class, it -> {
            assertThat(it.reception().number().value()).matches("[HG]\\d\\d(\\.\\d+)*-261123-\\d{4}");
            assertThat(it.outcome()).isEqualTo(new Outcome.Granted());
            assertThat(it.onTime()).isTrue();
            assertThat(it.result()).as("a result paper").isPresent();
        });
        assertThat(due(entry)).isEqualTo(LocalDateTime.parse(plan(code).due()));
    }

    /** The agency leaves nothing open on the result, and what it entered stays when the step was done. */
    private void withoutBlanks(String code, Walk walk) {
        var officer = on.officers().stream()
                .filter(it -> it.tenant().equals(walk.dossier().tenant()))
                .filter(it -> walk.now().desk().finished().stream()
                        .anyMatch(one -> one.by().equals(it.officer())))
                .findFirst()
                .orElseThrow();
        var opened = on.reading().open(officer, walk.dossier().id(), on.clock().instant());
        var procedure = catalogue.get(code).runnableContent();
        var agencys = procedure.result().places().stream()
                .filter(it -> procedure
                        .form()
                        .definition()
                        .fields()
                        .noneMatch(field -> field.id().equals(it)))
                .filter(it -> procedure.form().definition().questions().stream()
                        .noneMatch(field -> field.id().equals(it)))
                .toList();
        assertThat(agencys)
                .allSatisfy(it -> assertThat(AgencyFact.at(it).isPresent()
                                || opened.answers().containsKey(it))
                        .as(it)
                        .isTrue());
        assertThat(opened.answers()).containsAllEntriesOf(plan(code).entered().orElse(Map.of()));
    }

    /** Each step once, in its unit, by somebody with its role; who approves has appraised nothing. */
    private void byTheRightPeople(String code, Ledger.Entry entry) {
        var route = catalogue.get(code).runnableContent().route();
        var finished = entry.desk().finished();
        var steps = route.steps().stream().map(OfficerStep::id).toList();
        var done = finished.stream().map(it -> it.step()).toList();
        if (route.nodes().stream().anyMatch(Node.Choice.class::isInstance)) {
            assertThat(done).as("one way of several").doesNotHaveDuplicates().isSubsetOf(steps);
        } else {
            assertThat(done).containsExactlyInAnyOrderElementsOf(steps);
        }
        assertThat(finished).allSatisfy(it -> {
            assertThat(it.role()).isEqualTo(route.step(it.step()).role());
            assertThat(units.unit(it.unit()).orElseThrow().kind())
                    .isEqualTo(route.step(it.step()).unitKind());
            assertThat(on.officers())
                    .filteredOn(one -> one.officer().equals(it.by()))
                    .flatExtracting(OfficerAt::positions)
                    .anyMatch(one -> one.unit().equals(it.unit()) && one.role().equals(it.role()));
        });
        assertThat(by(entry, code, DeskAct.COMPLETE)).doesNotContainAnyElementsOf(by(entry, code, DeskAct.APPROVE));
    }

    private List<Object> by(Ledger.Entry entry, String code, DeskAct act) {
        var route = catalogue.get(code).runnableContent().route();
        return entry.desk().finished().stream()
                .filter(it -> route.step(it.step()).allows(act))
                .<Object>map(it -> it.by())
                .toList();
    }

    /** The route is at its end, and what happened tells the whole story. */
    private void complete(String code, Ledger.Entry entry) {
        var tokens = entry.desk().tokens();
        assertThat(tokens.finished()).isTrue();
        assertThat(tokens.stopped()).isFalse();
        assertThat(tokens.openSteps()).isEmpty();
        assertThat(entry.desk().seats()).isEmpty();
        assertThat(entry.events()).hasSize(entry.version());
        assertThat(entry.events())
                .<Class<?>>extracting(DossierEvent::getClass)
                .contains(
                        DossierFiled.class,
                        DossierReceived.class,
                        DossierForwarded.class,
                        DossierResolved.class,
                        ResultIssued.class,
                        ResultHandedOver.class);
        assertThat(entry.agree())
                .as(code + ": " + entry.folded() + " is not " + entry.row())
                .isTrue();
    }

    private static String dueInWords(Walk walk) {
        return VietnamTime.moment(promise(walk));
    }

    private static Instant promise(Walk walk) {
        return walk.now().stage().received().orElseThrow().due().at();
    }

    private static LocalDateTime due(Ledger.Entry entry) {
        return VietnamTime.local(entry.stage().received().orElseThrow().due().at());
    }

    private NewPaper paper(String document, TenantId tenant) {
        return new NewPaper(document, document + ".pdf", on.paper(tenant));
    }

    private static Plan plan(String code) {
        return Objects.requireNonNull(PLANS.get(code), code);
    }

    static Map<String, Plan> plans() {
        try (var file = new ClassPathResource("journey/walks.yaml").getInputStream()) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
