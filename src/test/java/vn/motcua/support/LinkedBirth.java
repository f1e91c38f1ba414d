package vn.motcua.support;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.filing.Delivery;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.Place;
import vn.motcua.filing.Sending;
import vn.motcua.form.CodeLists;
import vn.motcua.identity.SignedIn;
import vn.motcua.linked.Branch;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.linked.Whole;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;

/** A linked birth at Tả Van: filed through the wizard's desk, settled by the commune, the police and the insurance. */
@TestComponent
public final class LinkedBirth {

    public static final String CODE = "3.000722";

    private final TaVan taVan;
    private final DraftDesk drafts;
    private final Sending sending;
    private final StoredFiles files;
    private final LinkedFilings linked;
    private final ApplicantDesk applicants;
    private final OneStopDesk oneStop;
    private final SpecialistDesk specialist;
    private final LeaderDesk leader;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    LinkedBirth(
            TaVan taVan,
            DraftDesk drafts,
            Sending sending,
            StoredFiles files,
            LinkedFilings linked,
            ApplicantDesk applicants,
            OneStopDesk oneStop,
            SpecialistDesk specialist,
            LeaderDesk leader,
            TestClock clock,
            PlatformTransactionManager transactions) {
        this.taVan = taVan;
        this.drafts = drafts;
        this.sending = sending;
        this.files = files;
        this.linked = linked;
        this.applicants = applicants;
        this.oneStop = oneStop;
        this.specialist = specialist;
        this.leader = leader;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A filing on its way. */
    public final class Life {

        public final SignedIn.Citizen who;
        public final TrackingCode code;

        Life(SignedIn.Citizen who, TrackingCode code) {
            this.who = who;
            this.code = code;
        }

        public Whole whole() {
            return linked.of(code).orElseThrow();
        }

        public Branch branch(String part) {
            return whole().branches().stream()
                    .filter(it -> it.part().id().equals(part))
                    .findFirst()
                    .orElseThrow();
        }

        public DossierRef ref(String part) {
            if (branch(part).state() instanceof Branch.State.Open it) {
                return it.dossier();
            }
            throw new AssertionError(part + " is not open: " + branch(part).state());
        }

        public ApplicantView seen(String part) {
            return applicants.open(who, ref(part), Language.VI);
        }

        public Act act(String officer, String part) {
            return new Act(Ids.next(), taVan.named(officer), seen(part).version(), clock.instant());
        }

        public Act mine(String part) {
            return new Act(Ids.next(), who, seen(part).version(), clock.instant());
        }

        public Life birthReceived() {
            oneStop.receive(act("Trần Thu Hà", "birth"), ref("birth").id());
            return told();
        }

        public Life birthApproved() {
            specialist.complete(
                    act("Phạm Quốc Việt", "birth"),
                    ref("birth").id(),
                    "appraisal",
                    "",
                    Map.of("decision.personalNumber", "010326000123", "register.book", "01/2026"));
            leader.approve(act("Vũ Đức Thành", "birth"), ref("birth").id(), "decision", "");
            return this;
        }

        public Life birthIssued() {
            var file = Scope.of(ref("birth").tenant()).call(() -> paper("giay-khai-sinh.pdf"));
            specialist.issue(act("Lù Thị Hiền", "birth"), ref("birth").id(), "issue", new ResultPaper("07/2026", file));
            return this;
        }

        public Life birthDenied(String reason) {
            specialist.proposeDenial(
                    act("Phạm Quốc Việt", "birth"), ref("birth").id(), "appraisal", reason);
            leader.deny(act("Vũ Đức Thành", "birth"), ref("birth").id(), "decision", reason);
            return this;
        }

        public Life residenceReceived() {
            oneStop.receive(
                    act("Trần Thị Minh Thảo", "residence"), ref("residence").id());
            return told();
        }

        public Life residenceDenied(String reason) {
            specialist.proposeDenial(
                    act("Trần Thị Thu Lan", "residence"), ref("residence").id(), "appraisal", reason);
            leader.deny(act("Đinh Văn Vinh", "residence"), ref("residence").id(), "decision", reason);
            return told();
        }

        public Life identityReceived() {
            oneStop.receive(
                    act("Trần Thị Minh Thảo", "identity"), ref("identity").id());
            return told();
        }

        public Life identityTurnedAway(String reason) {
            oneStop.turnAway(
                    act("Trần Thị Minh Thảo", "identity"), ref("identity").id(), reason);
            return told();
        }

        public Life insuranceReceived() {
            oneStop.receive(
                    act("Phạm Mạnh Khánh", "insurance"), ref("insurance").id());
            return told();
        }

        public Life insuranceSettled() {
            specialist.complete(
                    act("Lù Văn Sơn", "insurance"),
                    ref("insurance").id(),
                    "appraisal",
                    "",
                    Map.of("decision.bhytNo", "0123456789", "decision.from", "2026-11-25"));
            leader.approve(
                    act("Hoàng Thị Mai Oanh", "insurance"), ref("insurance").id(), "decision", "");
            var file = Scope.of(ref("insurance").tenant()).call(() -> paper("the-bhyt.pdf"));
            specialist.issue(
                    act("Nguyễn Công Khánh", "insurance"),
                    ref("insurance").id(),
                    "hand-over",
                    new ResultPaper("BH-1", file));
            return told();
        }

        /** The page of the whole. */
        public String path() {
            return "/my/" + code.value();
        }

        public Life told() {
            taVan.told();
            return this;
        }
    }

    /** Lý Thị Mẩy files for her child. */
    public Life filed() {
        return filed("Lý Thị Mẩy");
    }

    /** Somebody files for that child. */
    public Life filed(String name) {
        return filed(name, Map.of());
    }

    /** Lý Thị Mẩy files for her child, and asks for its identity card, too. */
    public Life filedWithCard() {
        return filed("Lý Thị Mẩy", Map.of("identity.want", List.of("true")));
    }

    private Life filed(String name, Map<String, List<String>> other) {
        var who = (SignedIn.Citizen) taVan.named(name);
        var id = in(who.scope(), () -> drafts.start(who, CODE));
        in(who.scope(), () -> drafts.answerAll(who, id, answers(other)));
        in(who.scope(), () -> drafts.place(who, id, new Place("15", "03037")));
        in(who.scope(), () -> drafts.receive(who, id, new Delivery(HandOver.How.COUNTER, "")));
        in(who.scope(), () -> {
            var file = files.get(paper("giay-chung-sinh.pdf"));
            return drafts.addPaper(who, id, "giay-chung-sinh", file);
        });
        var outcome = sending.file(who, id, Ids.next(), Map.of("commit.agree", List.of("true")));
        if (outcome instanceof Sending.Outcome.Done(var filed)) {
            return new Life(who, filed.code());
        }
        throw new AssertionError(outcome);
    }

    /** Does it in a transaction of that scope. */
    public <T> T in(Scope scope, Supplier<T> work) {
        return scope.call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private FileId paper(String name) {
        return files.keep(new ByteArrayInputStream(TaVan.PDF.getBytes(StandardCharsets.US_ASCII)), name, FileKind.PDF)
                .id();
    }

    private static Map<String, List<String>> answers(Map<String, List<String>> other) {
        var all = new LinkedHashMap<String, List<String>>();
        Map.ofEntries(
                        Map.entry("case", "thong-thuong"),
                        Map.entry("submittedByProxy", "false"),
                        Map.entry("requester.fullName", "Lý Thị Mẩy"),
                        Map.entry("requester.birthDate.day", "14"),
                        Map.entry("requester.birthDate.month", "3"),
                        Map.entry("requester.birthDate.year", "1998"),
                        Map.entry("requester.citizenId", "010198999001"),
                        Map.entry("requester.phone", "0990000001"),
                        Map.entry("requester.relationship", "03"),
                        Map.entry("child.fullName", "Giàng Thị Mỵ"),
                        Map.entry("child.birthDate.day", "7"),
                        Map.entry("child.birthDate.month", "11"),
                        Map.entry("child.birthDate.year", "2026"),
                        Map.entry("child.gender", "2"),
                        Map.entry("child.ethnicity", "08"),
                        Map.entry("child.nationality", "VN"),
                        Map.entry("mother.fullName", "Lý Thị Mẩy"),
                        Map.entry("father.fullName", "Giàng A Sình"),
                        Map.entry("marriage.registered", "true"),
                        Map.entry("ct01.headName", "Giàng A Sình"),
                        Map.entry("ct01.headRelation", "04"),
                        Map.entry("ct01.headCitizenId", "010095999002"),
                        Map.entry("housing.type", "RELATIVE"),
                        Map.entry("opinion.head", "true"),
                        Map.entry("opinion.parent", "true"),
                        Map.entry("m.hospital", hospital()),
                        Map.entry("copies.want", "false"))
                .forEach((name, value) -> all.put(name, List.of(value)));
        for (var address : List.of("requester.residence", "child.birthPlace", "child.homeTown", "ct01.newAddress")) {
            all.put(address + ".province", List.of("15"));
            all.put(address + ".ward", List.of("03037"));
            all.put(address + ".detail", List.of("Thôn Tả Van Giáy 1"));
        }
        all.putAll(other);
        return all;
    }

    private static String hospital() {
        return CodeLists.standard().codes("hospitals").iterator().next();
    }
}
