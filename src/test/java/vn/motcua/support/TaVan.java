package vn.motcua.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.desk.ResultDesk;
import vn.motcua.document.FileKind;
import vn.motcua.document.FileStore;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Confirmation;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.HigherUnits;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.PassingDesk;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.dossier.Supplement;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.People;
import vn.motcua.identity.Personas;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.PostOffice;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Relay;
import vn.motcua.result.Registered;
import vn.motcua.result.Results;
import vn.motcua.result.SigningRounds;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The commune of Tả Van: whoever files there, and the officers who settle it. */
@TestComponent
public final class TaVan {

    public static final TenantId LAO_CAI = new TenantId(15);
    private static final String SA_PA = "03006";
    public static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    private static final AtomicInteger NUMBERED = new AtomicInteger(5000);

    /** The paper of a result; another than what was handed in. */
    public static final String RESULT = PDF + "% ket qua\n";

    private final Accounts accounts;
    private final People people;
    private final Personas personas;
    private final Catalogue catalogue;
    private final Units units;
    private final StoredFiles files;
    private final FilingDesk filing;
    private final OneStopDesk oneStop;
    private final SpecialistDesk specialist;
    private final LeaderDesk leader;
    private final PassingDesk passing;
    private final HigherUnits above;
    private final ApplicantDesk applicants;
    private final TestClock clock;
    private final Relay relay;
    private final PostOffice office;
    private final Caught caught;
    private final ResultDesk results;
    private final Results register;
    private final SigningRounds signing;
    private final FileStore contents;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    TaVan(
            Accounts accounts,
            People people,
            Personas personas,
            Catalogue catalogue,
            Units units,
            StoredFiles files,
            FilingDesk filing,
            OneStopDesk oneStop,
            SpecialistDesk specialist,
            LeaderDesk leader,
            PassingDesk passing,
            HigherUnits above,
            ApplicantDesk applicants,
            TestClock clock,
            Relay relay,
            PostOffice office,
            Caught caught,
            ResultDesk results,
            Results register,
            SigningRounds signing,
            FileStore contents,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.people = people;
        this.personas = personas;
        this.catalogue = catalogue;
        this.units = units;
        this.files = files;
        this.filing = filing;
        this.oneStop = oneStop;
        this.specialist = specialist;
        this.leader = leader;
        this.passing = passing;
        this.above = above;
        this.applicants = applicants;
        this.clock = clock;
        this.relay = relay;
        this.office = office;
        this.caught = caught;
        this.results = results;
        this.register = register;
        this.signing = signing;
        this.contents = contents;
        this.db = db;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What happened until now is told, and what is to be sent is sent. */
    public void told() {
        relay.handOn();
        office.carry();
    }

    /** What waits for signatures is signed and issued. */
    public void signed() {
        signing.go();
    }

    /** The result of that dossier is one of which the public page says nothing without its owner's code. */
    public Life sensitive(Life life) {
        Scope.of(LAO_CAI)
                .run(() -> transactions.executeWithoutResult(_ -> db.sql(
                                "update result set sensitive = true where tenant_id = :tenant and dossier = :dossier")
                        .param("tenant", LAO_CAI.value())
                        .param("dossier", life.ref.id().value())
                        .update()));
        return life;
    }

    /** The result of that dossier, which waits, is to be appraised in that role. */
    public Life toAppraise(Life life, String role) {
        Scope.of(LAO_CAI)
                .run(() -> transactions.executeWithoutResult(_ -> db.sql(
                                "update result set appraiser_role = :role where tenant_id = :tenant and dossier = :dossier")
                        .param("role", role)
                        .param("tenant", LAO_CAI.value())
                        .param("dossier", life.ref.id().value())
                        .update()));
        return life;
    }

    /** A number for a result that no other has. */
    public static String unused() {
        return NUMBERED.incrementAndGet() + "/2026";
    }

    /** The leader gives the word for a result that waits; the confirmation's id. */
    public UUID ordered(Life life) {
        return ordered(List.of(life));
    }

    /** The same for many. */
    public UUID ordered(List<Life> lives) {
        var command = Ids.next();
        register.order(
                (SignedIn.OfficerAt) named("Vũ Đức Thành"),
                command,
                lives.stream().map(it -> it.registered().id()).toList());
        return command;
    }

    /** The latest message that the sandbox has caught. */
    public UUID caught() {
        return caught.all().getFirst().id();
    }

    /** The address behind the latest link that an expert got by mail. */
    public String opinionLink() {
        told();
        return caught.all().stream()
                .flatMap(it -> java.util.regex.Pattern.compile("/opinion/[0-9]+-[A-Za-z0-9_-]{43}")
                        .matcher(it.text())
                        .results())
                .findFirst()
                .orElseThrow()
                .group();
    }

    /** A dossier that somebody filed. */
    public final class Life {

        public final SignedIn.Citizen who;
        public final DossierRef ref;
        public final TrackingCode code;

        Life(SignedIn.Citizen who, DossierRef ref, TrackingCode code) {
            this.who = who;
            this.ref = ref;
            this.code = code;
        }

        public String path() {
            return "/my/" + code.value();
        }

        public ApplicantView seen() {
            return applicants.open(who, ref, Language.VI);
        }

        public Life received() {
            oneStop.receive(act("Trần Thu Hà"), ref.id());
            return this;
        }

        /** Received, and still at the one-stop. */
        public Life kept() {
            oneStop.receiveAndKeep(act("Trần Thu Hà"), ref.id());
            return this;
        }

        /** The receiver takes it out of the tray, before anything else. */
        public Life taken() {
            specialist.claim(act("Trần Thu Hà"), ref.id(), "reception");
            return this;
        }

        /** And puts it back. */
        public Life putBack() {
            specialist.release(act("Trần Thu Hà"), ref.id(), "reception");
            return this;
        }

        public Life turnedAway(String reason) {
            oneStop.turnAway(act("Trần Thu Hà"), ref.id(), reason);
            return this;
        }

        public Life askedAtIntake(SupplementRequest.Line... lines) {
            oneStop.requestSupplement(act("Trần Thu Hà"), ref.id(), List.of(lines));
            return this;
        }

        public Life askedInProcess(SupplementRequest.Line... lines) {
            specialist.requestSupplement(act("Phạm Quốc Việt"), ref.id(), "appraisal", List.of(lines));
            return this;
        }

        public Life claimed() {
            specialist.claim(act("Phạm Quốc Việt"), ref.id(), "appraisal");
            return this;
        }

        public Life appraised() {
            specialist.complete(
                    act("Phạm Quốc Việt"),
                    ref.id(),
                    "appraisal",
                    "Đủ điều kiện, ghi chú nội bộ",
                    Map.of("decision.personalNumber", "010326000123", "register.book", "01/2026"));
            return this;
        }

        public Life approved() {
            leader.approve(act("Vũ Đức Thành"), ref.id(), "decision", "");
            return this;
        }

        public Life denied(String reason) {
            leader.deny(act("Vũ Đức Thành"), ref.id(), "decision", reason);
            return this;
        }

        public Life issued() {
            var file = Scope.of(LAO_CAI)
                    .call(() -> files.keep(
                            new ByteArrayInputStream(RESULT.getBytes(StandardCharsets.US_ASCII)),
                            "ket-qua.pdf",
                            FileKind.PDF));
            specialist.issue(act("Lù Thị Hiền"), ref.id(), "issue", new ResultPaper("07/2026", file.id()));
            return this;
        }

        /** The clerk numbers the result; it is signed and issued. */
        public Life resultIssued(String number) {
            var by = act("Lù Thị Hiền");
            by.by().scope().run(() -> results.issue(by, ref.id(), "issue", number, "https://motcua.example"));
            return this;
        }

        /** The clerk numbers the result, and the leader wants to be asked before it is signed. */
        public Life resultWaiting(String number) {
            var leader = (SignedIn.OfficerAt) named("Vũ Đức Thành");
            register.confirms(leader, true);
            resultIssued(number);
            register.confirms(leader, false);
            return this;
        }

        /** What the register has of its result. */
        public Registered registered() {
            return Scope.of(LAO_CAI)
                    .call(() -> register.waitingOf(ref.id())
                            .or(() -> seen().result().flatMap(it -> register.of(it.file()))))
                    .orElseThrow();
        }

        /** The code on its result. */
        public String code() {
            return registered().draft().code().value();
        }

        /** Its result as it was issued. */
        public byte[] signedFile() {
            try (var content = contents.open(seen().result().orElseThrow().file())) {
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Life handedOver() {
            oneStop.handOver(act("Trần Thu Hà"), ref.id(), new HandOver(HandOver.How.COUNTER, who.name()));
            return this;
        }

        public Life withdrawn(String reason) {
            applicants.withdraw(new Act(Ids.next(), who, seen().version(), clock.instant()), ref, reason);
            return this;
        }

        public Life answered(String note) {
            applicants.provideSupplement(
                    new Act(Ids.next(), who, seen().version(), clock.instant()),
                    ref,
                    new Supplement(List.of(), Optional.empty(), note));
            return this;
        }

        /** The same at the counter: the officer who received it takes it in. */
        public Life broughtToTheCounter(String note) {
            oneStop.takeSupplement(
                    act("Trần Thu Hà"), ref.id(), new Supplement(List.of(), Optional.empty(), note), who.name());
            return this;
        }

        /** The specialist proposes to ask a second time. */
        public Life proposedAgain(SupplementRequest.Line... lines) {
            specialist.proposeSecondSupplement(
                    act("Phạm Quốc Việt"), ref.id(), "appraisal", List.of(lines), "Lần trước chưa thấy");
            return this;
        }

        /** The specialist proposes to halt. */
        public Life haltProposed(String reason) {
            specialist.proposeHalt(act("Phạm Quốc Việt"), ref.id(), "appraisal", reason, "01 giấy chứng sinh");
            return this;
        }

        /** The specialist waits for a payment by a notice. */
        public Life paymentAwaited(String what, long amount) {
            specialist.await(
                    act("Phạm Quốc Việt"),
                    ref.id(),
                    "appraisal",
                    WaitKind.PAYMENT,
                    what,
                    Optional.of(new Dong(amount)),
                    Optional.empty());
            return this;
        }

        /** The specialist waits for another agency. */
        public Life answerAwaited(String what) {
            return answerAwaited(what, "");
        }

        /** The same until the end of that day. */
        public Life answerAwaited(String what, String until) {
            specialist.await(
                    act("Phạm Quốc Việt"),
                    ref.id(),
                    "appraisal",
                    WaitKind.AGENCY,
                    what,
                    Optional.empty(),
                    Optional.of(until).filter(it -> !it.isEmpty()).map(LocalDate::parse));
            return this;
        }

        /** What was waited for has come, as the specialist notes. */
        public Life waitOver(String note) {
            specialist.endWait(act("Phạm Quốc Việt"), ref.id(), "appraisal", note);
            return this;
        }

        /** Somebody of the commune goes to look, until the end of that day. */
        public Life checkAwaited(String until) {
            specialist.await(
                    act("Phạm Quốc Việt"),
                    ref.id(),
                    "appraisal",
                    WaitKind.FIELD_CHECK,
                    "Xác minh tại thôn",
                    Optional.empty(),
                    Optional.of(LocalDate.parse(until)));
            return this;
        }

        /** The specialist asks the department of finance to decide, until the end of that day. */
        public Life sentUp(String until) {
            above.sendUp(
                    act("Phạm Quốc Việt"),
                    ref.id(),
                    "appraisal",
                    units.competent("department-of-finance", "15").map(Unit::id),
                    "Xin ý kiến về quốc tịch của trẻ",
                    Optional.of(until).filter(it -> !it.isEmpty()).map(LocalDate::parse));
            return this;
        }

        /** The same without a day. */
        public Life sentUp() {
            return sentUp("");
        }

        /** The specialist gives it to the competent commune of the same province. */
        public Life passedOn() {
            passing.within(
                    act("Phạm Quốc Việt"),
                    ref.id(),
                    "appraisal",
                    units.competent("commune-one-stop", SA_PA).map(Unit::id),
                    "Cha mẹ cư trú ở phường Sa Pa");
            return this;
        }

        /** The specialist gives it to a commune of another province. */
        public Life passedAcross() {
            passing.across(
                    act("Phạm Quốc Việt"),
                    ref.id(),
                    "appraisal",
                    new TenantId(48),
                    "phường Hải Châu",
                    "Cha mẹ cư trú ở thành phố Đà Nẵng");
            return this;
        }

        /** The applicant says that the result is wrong. */
        public Life mistakeReported(String reason) {
            applicants.reportMistake(new Act(Ids.next(), who, seen().version(), clock.instant()), ref, reason);
            return this;
        }

        /** The leader apologises: it takes that many working days longer. */
        public Life extended(int days, String reason) {
            leader.extend(act("Vũ Đức Thành"), ref.id(), days, reason);
            return this;
        }

        /** It is too late for that: the leader apologises and names a date, and what was promised stays due. */
        public Life apologised(int days, String reason) {
            leader.apologise(act("Vũ Đức Thành"), ref.id(), days, reason);
            return this;
        }

        /** The leader lets happen what was proposed. */
        public Life confirmed() {
            leader.confirm(act("Vũ Đức Thành"), ref.id());
            return this;
        }

        private Act act(String officer) {
            return new Act(Ids.next(), named(officer), seen().version(), clock.instant());
        }
    }

    /** A birth that they register, with a scan of the hospital's paper. */
    public Life birth(String who, HandOver.How receiveBy, int copies) {
        var citizen = (SignedIn.Citizen) named(who);
        var answers = answers(who, copies);
        var scan = Scope.of(LAO_CAI)
                .call(() -> files.keep(
                        new ByteArrayInputStream(PDF.getBytes(StandardCharsets.US_ASCII)),
                        "giay-chung-sinh.pdf",
                        FileKind.PDF));
        var request = new FilingRequest(
                LAO_CAI,
                Channel.ONLINE,
                new Applicant(
                        Optional.of(citizen.person()),
                        Optional.empty(),
                        who,
                        Optional.of(number(citizen)),
                        "0990000001",
                        ""),
                receiveBy,
                receiveBy == HandOver.How.POST ? "Thôn Tả Van Giáy 1, xã Tả Van" : "",
                List.of(new FilingRequest.Requested(
                        catalogue.get("1.001193").id(),
                        units.competent("commune-one-stop", "03037")
                                .orElseThrow()
                                .id(),
                        answers,
                        List.of(new NewPaper(
                                "giay-chung-sinh",
                                "giay-chung-sinh.pdf",
                                scan.id().sha256())))));
        var done = filing.file(new Act(Ids.next(), citizen, 0, clock.instant()), request);
        return new Life(citizen, done.dossiers().getFirst(), done.code());
    }

    /** A birth that they register in another commune, with copies that cost something and no paper. */
    public Life birthAt(String commune, String who, int copies) {
        var citizen = (SignedIn.Citizen) named(who);
        var request = new FilingRequest(
                LAO_CAI,
                Channel.ONLINE,
                new Applicant(
                        Optional.of(citizen.person()),
                        Optional.empty(),
                        who,
                        Optional.of(number(citizen)),
                        "0990000001",
                        ""),
                HandOver.How.COUNTER,
                "",
                List.of(new FilingRequest.Requested(
                        catalogue.get("1.001193").id(),
                        units.competent("commune-one-stop", commune)
                                .orElseThrow()
                                .id(),
                        answers(who, copies),
                        List.of())));
        var done = filing.file(new Act(Ids.next(), citizen, 0, clock.instant()), request);
        return new Life(citizen, done.dossiers().getFirst(), done.code());
    }

    /** Anything that they file there online without papers. */
    public Life filed(String who, String procedure, Map<String, Object> answers) {
        var citizen = (SignedIn.Citizen) named(who);
        var request = new FilingRequest(
                LAO_CAI,
                Channel.ONLINE,
                new Applicant(
                        Optional.of(citizen.person()),
                        Optional.empty(),
                        who,
                        Optional.of(number(citizen)),
                        "0990000001",
                        ""),
                HandOver.How.DIGITAL,
                "",
                List.of(new FilingRequest.Requested(catalogue.get(procedure).id(), oneStop(), answers, List.of())));
        var done = filing.file(new Act(Ids.next(), citizen, 0, clock.instant()), request);
        return new Life(citizen, done.dossiers().getFirst(), done.code());
    }

    /** Two births in one filing; the life of the first. */
    public Life twins(String who) {
        var citizen = (SignedIn.Citizen) named(who);
        var one = requested(who);
        var request = new FilingRequest(
                LAO_CAI,
                Channel.ONLINE,
                new Applicant(
                        Optional.of(citizen.person()),
                        Optional.empty(),
                        who,
                        Optional.of(number(citizen)),
                        "0990000001",
                        ""),
                HandOver.How.COUNTER,
                "",
                List.of(one, one));
        var done = filing.file(new Act(Ids.next(), citizen, 0, clock.instant()), request);
        return new Life(citizen, done.dossiers().getFirst(), done.code());
    }

    private FilingRequest.Requested requested(String who) {
        return new FilingRequest.Requested(
                catalogue.get("1.001193").id(),
                units.competent("commune-one-stop", "03037").orElseThrow().id(),
                answers(who, 0),
                List.of());
    }

    /** Copies that they want certified, one page once. */
    public Life copies(String who) {
        var citizen = (SignedIn.Citizen) named(who);
        var request = new FilingRequest(
                LAO_CAI,
                Channel.DIRECT,
                new Applicant(
                        Optional.of(citizen.person()),
                        Optional.empty(),
                        who,
                        Optional.of(number(citizen)),
                        "0990000001",
                        ""),
                HandOver.How.COUNTER,
                "",
                List.of(new FilingRequest.Requested(
                        catalogue.get("2.000815").id(),
                        oneStop(),
                        Map.of(
                                "docs.items",
                                List.of(Map.of("name", "Bằng tốt nghiệp", "pages", 1L, "copies", 1L)),
                                "scanByAgency",
                                true),
                        List.of())));
        var done = filing.file(new Act(Ids.next(), citizen, 0, clock.instant()), request);
        return new Life(citizen, done.dossiers().getFirst(), done.code());
    }

    /** Copies that somebody without an account wants certified, taken in at the counter. */
    public Confirmation walkIn(String name, String email, String phone) {
        var request = new FilingRequest(
                LAO_CAI,
                Channel.DIRECT,
                new Applicant(Optional.empty(), Optional.empty(), name, Optional.of("010198999777"), phone, email),
                HandOver.How.COUNTER,
                "",
                List.of(new FilingRequest.Requested(
                        catalogue.get("2.000815").id(),
                        oneStop(),
                        Map.of(
                                "docs.items",
                                List.of(Map.of("name", "Bằng tốt nghiệp", "pages", 1L, "copies", 1L)),
                                "scanByAgency",
                                true),
                        List.of())));
        return filing.file(new Act(Ids.next(), named("Trần Thu Hà"), 0, clock.instant()), request);
    }

    /** What a walk-in filed is received. */
    public void receivedAtOnce(Confirmation filed) {
        oneStop.receive(
                new Act(Ids.next(), named("Trần Thu Hà"), 1, clock.instant()),
                filed.dossiers().getFirst().id());
    }

    /** The same for the counter, without copies. */
    public Life birth(String who) {
        return birth(who, HandOver.How.COUNTER, 0);
    }

    private String number(SignedIn.Citizen citizen) {
        return citizen.scope()
                .call(() -> people.person(citizen.person()).orElseThrow().personalNumber());
    }

    /** Its one-stop. */
    public UnitId oneStop() {
        return units.competent("commune-one-stop", "03037").orElseThrow().id();
    }

    /** Who has that name. */
    public SignedIn named(String name) {
        return personas.groups(Language.VI).stream()
                .flatMap(it -> it.cards().stream())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .flatMap(it -> personas.account(it.account()))
                .flatMap(accounts::signedIn)
                .orElseThrow();
    }

    private static Map<String, Object> answers(String who, int copies) {
        var place = Map.<String, Object>of("province", "15", "ward", "03037", "detail", "Thôn Tả Van Giáy 1");
        var answers = new LinkedHashMap<String, Object>();
        answers.put("case", "thong-thuong");
        answers.put("submittedByProxy", false);
        answers.put("requester.fullName", who);
        answers.put("requester.birthDate", "1998-03-14");
        answers.put("requester.citizenId", "010198999001");
        answers.put("requester.residence", place);
        answers.put("requester.phone", "0990000001");
        answers.put("requester.relationship", "04");
        answers.put("child.fullName", "Giàng Thị Mỵ");
        answers.put("child.birthDate", "2026-11-07");
        answers.put("child.gender", "2");
        answers.put("child.ethnicity", "08");
        answers.put("child.nationality", "VN");
        answers.put("child.birthPlace", place);
        answers.put("child.homeTown", place);
        answers.put("mother.fullName", "Lý Thị Mẩy");
        answers.put("father.fullName", "Giàng A Sình");
        answers.put("marriage.registered", true);
        answers.put("copies.want", copies > 0);
        if (copies > 0) {
            answers.put("copies.count", (long) copies);
        }
        answers.put("commit.agree", true);
        return answers;
    }
}
