package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.audit.SealedDays;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.TrialRuns;
import vn.motcua.support.Visit;

/** Real things of somebody, for every variable in an address of the program. */
@TestComponent
final class Things {

    static final String BIRTH = "1.001193";
    /** The morning of a working day, at which all of this happens. */
    static final String NOW = "2026-11-23T08:00";

    /** How long at most nothing is told of what can be undone. */
    private static final Duration UNDO = Duration.ofSeconds(11);

    static final SupplementRequest.Line NAME =
            new SupplementRequest.Line("Họ, chữ đệm, tên của trẻ", "Viết khác với giấy chứng sinh");

    private static final Set<Who> LEADERS = Set.of(Who.LEADER, Who.LEADER_ELSEWHERE, Who.LEADER_OF_ANOTHER_TENANT);
    private static final SupplementRequest.Line SCAN = new SupplementRequest.Line(
            "Giấy chứng sinh", "Bản chụp bị mờ, không đọc được ngày sinh", Optional.of("giay-chung-sinh"));
    private static final String STATEMENT = "at,transaction,amount,text\n2026-11-23T07:00:00,X1,1000,khong ro\n";
    private static final String ID = "([0-9a-f]{8}-[0-9a-f-]{27})";
    private static final Set<Who> RECEIVERS =
            Set.of(Who.RECEIVER, Who.OFFICER_ELSEWHERE, Who.OFFICER_OF_ANOTHER_TENANT);
    /** Who receives, and whom {@link Mandates#helper} names. */
    private static final Set<Who> HELPERS =
            Set.of(Who.RECEIVER, Who.OFFICER_ELSEWHERE, Who.OFFICER_OF_ANOTHER_TENANT, Who.ANOTHER_CITIZEN);

    private static final Set<Who> NO_ONE = EnumSet.noneOf(Who.class);

    private final TaVan taVan;
    private final LinkedBirth linked;
    private final Rows rows;
    private final SealedDays sealed;
    private final JusticeProcedures justice;
    private final TrialRuns trials;
    private final TestClock clock;
    private int absences;
    private final Map<Who, Deque<String>> drafts = new HashMap<>();

    Things(
            TaVan taVan,
            LinkedBirth linked,
            Rows rows,
            SealedDays sealed,
            JusticeProcedures justice,
            TrialRuns trials,
            TestClock clock) {
        this.taVan = taVan;
        this.linked = linked;
        this.rows = rows;
        this.sealed = sealed;
        this.justice = justice;
        this.trials = trials;
        this.clock = clock;
    }

    /**
     * A thing behind an address.
     *
     * @param real the values of the variables that lead to it
     * @param strange values that lead to nothing, or to what lies in something else
     * @param theirs who may open it; all others learn nothing
     */
    record Thing(List<String> real, List<List<String>> strange, Set<Who> theirs) {}

    /** One for each address that has variables, and for those that fewer see than their door says. */
    Map<String, Thing> all(Callers callers) {
        var all = new HashMap<String, Thing>();
        desk(all, callers);
        applicant(all, callers);
        drafts(all, callers);
        vault(all, callers);
        questions(all, callers);
        standIns(all, callers);
        administration(all, callers);
        procedures(all);
        hall(all, callers);
        mandates(all, callers);
        open(all);
        return all;
    }

    /** What an agency writes of its procedures: nobody's but its authors' and reviewers'. */
    private void procedures(Map<String, Thing> all) {
        var theirs = EnumSet.of(Who.PROCEDURE_AUTHOR, Who.PROCEDURE_REVIEWER);
        var root = "/admin/procedures/revisions/{code}";
        all.put("/admin/procedures/changes", new Thing(List.of(), List.of(), theirs));
        for (var page : List.of("", "/difference", "/copy", "/from-record")) {
            all.put(root + page, new Thing(List.of(BIRTH), List.of(List.of("9.999999"), List.of("1.004222")), theirs));
        }
        for (var page : List.of(
                "",
                "/package.zip",
                "/files",
                "/submit",
                "/approve",
                "/send-back",
                "/take-back",
                "/discard",
                "/publish",
                "/abolish",
                "/check",
                "/route",
                "/preview",
                "/trial",
                "/archive")) {
            all.put(
                    root + "/{no}" + page,
                    new Thing(
                            List.of(BIRTH, "1"),
                            List.of(List.of(BIRTH, "77"), List.of(BIRTH, "khong-co"), List.of("1.004222", "1")),
                            theirs));
        }
        studio(all, root + "/{no}/studio");
        trials(all);
    }

    /** A trial is whoever began it: a colleague of the same agency does not see it. */
    private void trials(Map<String, Thing> all) {
        var id = trials.decided().id();
        for (var page : List.of("", "/result.pdf", "/end")) {
            all.put(
                    "/admin/procedures/trials/{id}" + page,
                    new Thing(
                            List.of(id),
                            List.of(List.of(UUID.randomUUID().toString()), List.of("khong-co")),
                            EnumSet.of(Who.PROCEDURE_AUTHOR)));
        }
    }

    /** Trials of the author. */
    TrialRuns trials() {
        return trials;
    }

    /** Drafts are their authors': whoever reviews them reads the edition. */
    private void studio(Map<String, Thing> all, String root) {
        var code = justice.draft().code();
        var authors = EnumSet.of(Who.PROCEDURE_AUTHOR);
        all.put(
                root,
                new Thing(
                        List.of(code, "1"),
                        List.of(List.of(code, "77"), List.of(BIRTH, "1"), List.of("1.004222", "1")),
                        authors));
        for (var page : List.of("/bpmn", "/bpmn/take", "/route.bpmn")) {
            all.put(
                    root + page,
                    new Thing(List.of(code, "1"), List.of(List.of(code, "77"), List.of(BIRTH, "1")), authors));
        }
        all.put(root + "/{in}", studio(code, "form", authors));
        for (var page : List.of("/item", "/move", "/delete")) {
            all.put(root + "/{in}" + page, studio(code, "documents", authors));
        }
    }

    private static Thing studio(String code, String part, Set<Who> authors) {
        return new Thing(
                List.of(code, "1", part),
                List.of(List.of(code, "1", "page.khong-co"), List.of(code, "77", part), List.of(BIRTH, "1", part)),
                authors);
    }

    /** Procedures that the ministry of justice has just written. */
    JusticeProcedures justice() {
        return justice;
    }

    /** That officer. */
    String officerId(String name) {
        return rows.ask("select id from officer where name = '%s'".formatted(name))
                .getFirst();
    }

    private void consultations(Map<String, Thing> all, Callers callers) {
        var root = "/desk/dossiers/{id}/consultations";
        var life = born().received();
        all.put(root, thing(Who.desk(), id(life)));
        var question = question(callers, life);
        all.put(root + "/{question}/withdraw", nested(Who.desk(), id(life), question, UUID.randomUUID() + ""));
        var answered = answered(callers, life);
        all.put(
                root + "/{question}/answers/{unit}",
                new Thing(
                        List.of(id(life), answered, oneStop()),
                        List.of(
                                List.of(UUID.randomUUID().toString(), answered, oneStop()),
                                List.of(id(born()), answered, oneStop()),
                                List.of(id(life), UUID.randomUUID().toString(), oneStop()),
                                List.of(id(life), answered, UUID.randomUUID().toString())),
                        Who.desk()));
        all.put("/desk/consultations/{id}", thing(EnumSet.of(Who.RECEIVER), question));
        all.put(
                "/desk/consultations/{id}/papers/{paper}",
                nested(EnumSet.of(Who.RECEIVER), question, paper(life), UUID.randomUUID() + ""));
    }

    private void experts(Map<String, Thing> all, Callers callers) {
        var root = "/desk/dossiers/{id}/experts";
        var life = born().received();
        all.put(root, thing(Who.desk(), id(life)));
        var question = expert(callers, life);
        all.put(root + "/{question}/withdraw", nested(Who.desk(), id(life), question, UUID.randomUUID() + ""));
        all.put(
                root + "/{question}/answer",
                nested(Who.desk(), id(life), opinion(callers, life), UUID.randomUUID() + "", question));
        var absent = "15-" + "a".repeat(43);
        all.put(
                "/opinion/{link}",
                new Thing(
                        List.of(link(callers, life)),
                        List.of(List.of(absent), List.of("khong-co")),
                        EnumSet.allOf(Who.class)));
        all.put(
                "/opinion/{link}/papers/{paper}",
                new Thing(
                        List.of(link(callers, life), paper(life)),
                        List.of(List.of(absent, paper(life)), List.of(link(callers, life), UUID.randomUUID() + "")),
                        EnumSet.allOf(Who.class)));
    }

    /** What the specialist asks an expert about that dossier. */
    String expert(Callers callers, Life life) {
        var command = UUID.randomUUID().toString();
        callers.call(
                Who.SPECIALIST,
                "POST",
                "/desk/dossiers/" + id(life) + "/experts",
                Map.of(
                        "command",
                        command,
                        "expert",
                        "GS. Trần Văn Bách",
                        "email",
                        "bach@example.vn",
                        "question",
                        "Chữ ký này có thật không?",
                        "until",
                        "2026-11-30",
                        "paper",
                        paper(life)));
        return command;
    }

    /** The link that the expert got for a fresh question. */
    String link(Callers callers, Life life) {
        return link(expert(callers, life));
    }

    private String link(String question) {
        return rows.ask("select path from delivery where occasion = 'secret expert " + question + "'")
                .getFirst()
                .replaceFirst(".*/", "");
    }

    /** The same, answered with a paper. */
    private String opinion(Callers callers, Life life) {
        var question = expert(callers, life);
        taken(callers.visit(Who.NOBODY)
                .upload(
                        "/opinion/" + link(question),
                        Map.of("_csrf", callers.token(Who.NOBODY), "text", "Chữ ký thật"),
                        "file",
                        "anh.png",
                        SamplePaper.bytes()));
        return question;
    }

    private static void taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 302);
    }

    /** What the one-stop of Tả Van was asked, and answered with a paper. */
    private String answered(Callers callers, Life life) {
        var question = question(callers, life);
        taken(callers.visit(Who.RECEIVER)
                .upload(
                        "/desk/consultations/" + question,
                        Map.of("_csrf", callers.token(Who.RECEIVER), "stance", "AGREE", "text", "Bản chính khớp"),
                        "file",
                        "anh.png",
                        SamplePaper.bytes()));
        return question;
    }

    /** A file that the owner has sent to the agency about that dossier. */
    static String attached(Callers callers, Life life) {
        var page = life.path() + "/thread";
        var visit = callers.visit(Who.OWNER);
        taken(visit.upload(
                page,
                Map.of(
                        "_csrf",
                        callers.token(Who.OWNER),
                        "command",
                        UUID.randomUUID().toString(),
                        "text",
                        "Tôi gửi bản chụp rõ hơn"),
                "file",
                "anh.png",
                SamplePaper.bytes()));
        return Visit.first(visit.get(page).body(), page + "/files/" + ID);
    }

    /** A birth for which the leader has apologised, for it takes longer. */
    private Life apologised() {
        clock.set("2026-11-20T15:30");
        var late = born().received().extended(2, "Chờ xác minh");
        clock.set(NOW);
        return late;
    }

    /** A closed day of the log of Lào Cai, as a file. */
    private String publishedDay() {
        sealed.go();
        clock.set(rows.ask("select max(day) + 1 from audit_segment where tenant_id = 15")
                        .getFirst()
                + "T00:30");
        sealed.go();
        clock.set(NOW);
        return rows.ask("select max(day) from audit_day where tenant_id = 15").getFirst() + ".json";
    }

    /** What the specialist asks the one-stop of Tả Van about that dossier. */
    String question(Callers callers, Life life) {
        var command = UUID.randomUUID().toString();
        callers.call(
                Who.SPECIALIST,
                "POST",
                "/desk/dossiers/" + id(life) + "/consultations",
                Map.of(
                        "command",
                        command,
                        "question",
                        "Bản chính thế nào?",
                        "paper",
                        paper(life),
                        "unit.0",
                        oneStop(),
                        "days.0",
                        "3",
                        "silence.0",
                        "REMINDS"));
        return command;
    }

    /** A list of the receiver of Tả Van, who has no other of those made here: an officer keeps a limited number. */
    String savedList(Callers callers) {
        rows.ask("select id from saved_list where name like 'Gấp %'")
                .forEach(it -> callers.call(Who.RECEIVER, "POST", "/desk/lists/" + it + "/remove", Map.of()));
        var command = UUID.randomUUID().toString();
        callers.call(
                Who.RECEIVER,
                "POST",
                "/desk/lists",
                Map.of("command", command, "name", "Gấp " + command, "list", "overdue~~~~due"));
        return rows.ask("select id from saved_list where name = 'Gấp " + command + "'")
                .getFirst();
    }

    /** What the receiver of Tả Van began with a new dossier. */
    String batch(Callers callers) {
        var command = UUID.randomUUID().toString();
        callers.call(
                Who.RECEIVER,
                "POST",
                "/desk/many",
                Map.of("command", command, "do", "claim", "pick", id(born()) + ":reception"));
        return command;
    }

    /** A result that waits to be appraised by the specialist, who for once had no hand in it. */
    UUID toAppraise() {
        var life = born().received().appraised().approved().resultWaiting(TaVan.unused());
        return taVan.toAppraise(life, "civil-status-officer").registered().id();
    }

    private void desk(Map<String, Thing> all, Callers callers) {
        var asked = asked();
        var other = taVan.birth(Who.ANOTHER_CITIZEN.persona()).received();
        var id = id(asked);
        var paper = paper(asked);
        var desk = Who.desk();
        var root = "/desk/dossiers/{id}";
        all.put(root, thing(desk, id));
        all.put(root + "/papers/{paper}", nested(desk, id, paper, paper(other), UUID.randomUUID() + ""));
        all.put(root + "/print/{paper}", nested(desk, id, "acknowledgement", "khong-co"));
        all.put(
                root + "/result-draft",
                thing(desk, id(born().received().appraised().approved())));
        all.put(
                root + "/decision-draft",
                thing(EnumSet.of(Who.LEADER), id(born().received().appraised())));
        for (var act : acts()) {
            all.put(root + "/{act} " + act, nested(desk, id, act, "khong-co"));
        }
        all.put(root + "/thread", thing(desk, id));
        all.put(
                root + "/thread/files/{file}",
                nested(desk, id, attached(callers, asked), attached(callers, born()), UUID.randomUUID() + ""));
        for (var page : List.of("/notes", "/tags", "/here")) {
            all.put(root + page, thing(desk, id));
        }
        consultations(all, callers);
        experts(all, callers);
        all.put("/desk/lists/{id}/remove", thing(EnumSet.of(Who.RECEIVER), savedList(callers)));
        all.put("/desk/many/{id}", thing(EnumSet.of(Who.RECEIVER), batch(callers)));
        var ordered = taVan.ordered(born().received().appraised().approved().resultWaiting(TaVan.unused()));
        all.put("/desk/sign/{command}", thing(EnumSet.of(Who.LEADER), ordered.toString()));
        var waiting = born().received().appraised().approved().resultWaiting(TaVan.unused());
        all.put(
                "/desk/sign/papers/{id}",
                thing(EnumSet.of(Who.LEADER), waiting.registered().id().toString()));
        all.put(
                "/desk/appraise/papers/{id}",
                thing(EnumSet.of(Who.SPECIALIST, Who.STAND_IN), toAppraise().toString()));
        for (var judged : List.of("/confirm", "/send-back")) {
            all.put(
                    "/desk/appraise/{id}" + judged,
                    thing(EnumSet.of(Who.SPECIALIST, Who.STAND_IN), toAppraise().toString()));
        }
        all.put("/desk/team", new Thing(List.of(), List.of(), LEADERS));
        all.put("/desk/team/{officer}", thing(EnumSet.of(Who.LEADER), officerId("Trần Thu Hà")));
        all.put(root + "/evidence", thing(desk, id));
        all.put(root + "/evidence.zip", thing(desk, id));
        var inspector = EnumSet.of(Who.INSPECTOR);
        all.put("/desk/inspection/{day:[0-9-]{10}}.log", new Thing(List.of("2026-11-01"), List.of(), inspector));
        all.put("/desk/inspection", new Thing(List.of(), List.of(), inspector));
        all.put("/desk/inspection/check", new Thing(List.of(), List.of(), inspector));
        var supervisor = EnumSet.of(Who.SECTOR_SUPERVISOR);
        all.put("/desk/sector", new Thing(List.of(), List.of(), supervisor));
        all.put("/desk/sector/{tenant:[0-9]{1,9}}", new Thing(List.of("15"), List.of(List.of("999")), supervisor));
        all.put(
                "/desk/sector/{tenant:[0-9]{1,9}}/{dossier}",
                new Thing(
                        List.of("15", id),
                        List.of(List.of("48", id), List.of("1003", id), List.of("15", UUID.randomUUID() + "")),
                        supervisor));
        var archive = EnumSet.of(Who.ARCHIVIST);
        archive.addAll(LEADERS);
        all.put("/desk/retention", new Thing(List.of(), List.of(), archive));
        all.put("/desk/retention/{dossier}/hold", thing(EnumSet.of(Who.ARCHIVIST), over()));
        all.put("/desk/retention/{dossier}/release", thing(EnumSet.of(Who.ARCHIVIST), held()));
        var keepers = EnumSet.copyOf(LEADERS);
        keepers.addAll(EnumSet.of(Who.RECEIVER, Who.OFFICER_ELSEWHERE, Who.OFFICER_OF_ANOTHER_TENANT));
        var paid = paid(callers);
        all.put(root + "/receipts/{no}", nested(desk, id(paid), receipt(paid), "BL-2026-00000001", "khong-co"));
        all.put(root + "/receipts/{no}/correct", nested(desk, id(paid), receipt(paid), "BL-2026-00000001", "khong-co"));
        var wrong = thing(EnumSet.of(Who.RECEIVER, Who.LEADER), wrongReceipt(callers));
        for (var page : List.of("", "/decide")) {
            all.put("/desk/money/corrections/{id}" + page, wrong);
        }
        all.put(root + "/refund", thing(desk, id));
        all.put(root + "/qr", thing(desk, id));
        var refund = thing(EnumSet.of(Who.RECEIVER, Who.LEADER), refund(callers));
        for (var page : List.of("", "/decide", "/paid")) {
            all.put("/desk/money/refunds/{id}" + page, refund);
        }
        var transfer = thing(EnumSet.of(Who.RECEIVER, Who.LEADER), transfer(callers));
        for (var page : List.of("", "/assign", "/propose", "/paid")) {
            all.put("/desk/money/unidentified/{id}" + page, transfer);
        }
        all.put("/desk/money/unidentified/{id}/decide", thing(EnumSet.of(Who.LEADER), wantedBack(callers)));
        var difference = thing(EnumSet.of(Who.RECEIVER, Who.LEADER), difference(callers));
        for (var page : List.of("", "/propose")) {
            all.put("/desk/money/differences/{id}" + page, difference);
        }
        all.put("/desk/money/differences/{id}/decide", thing(EnumSet.of(Who.LEADER), explained(callers)));
        all.put("/desk/money/statements/{id}", thing(EnumSet.of(Who.RECEIVER, Who.LEADER), statement(callers)));
        all.put("/desk/money.xlsx", new Thing(List.of(), List.of(), keepers));
        all.put("/desk/book.xlsx", new Thing(List.of(), List.of(), keepers));
        all.put("/desk/book.pdf", new Thing(List.of(), List.of(), keepers));
        all.put("/desk/questions", new Thing(List.of(), List.of(), LEADERS));
    }

    /** A dossier whose time of retention is over and whose applicant was told long ago. */
    String over() {
        var id = id(born().turnedAway("Không thuộc xã Tả Van"));
        rows.ask("""
                insert into dossier_retention (tenant_id, dossier, unit, ended_at, ends_on, rule, noticed_at)
                select tenant_id, id, unit, stage_since, '2020-01-01', '2 năm', '2020-01-01' from dossier where id = '%s'
                returning dossier
                """.formatted(id));
        return id;
    }

    /** The same, held. */
    String held() {
        var id = over();
        rows.ask("""
                update dossier_retention set held_reason = 'Có khiếu nại', held_by = dossier, held_at = now()
                where dossier = '%s' returning dossier
                """.formatted(id));
        return id;
    }

    /** The same, proposed by somebody. */
    String proposed() {
        var id = over();
        rows.ask("""
                update dossier_retention set proposed_by = dossier, proposed_at = now() where dossier = '%s' returning dossier
                """.formatted(id));
        return id;
    }

    /** The page of a linked filing whose parts wait. */
    String linked() {
        return linked.filed(Who.OWNER.persona()).path();
    }

    private void applicant(Map<String, Thing> all, Callers callers) {
        var owner = Who.owner();
        var asked = asked();
        var other = taVan.birth(Who.ANOTHER_CITIZEN.persona()).received();
        var code = asked.code.value();
        var root = "/my/{code}";
        for (var page : List.of(
                "",
                "/acknowledgement",
                "/declaration",
                "/supplement-slip",
                "/withdraw",
                "/pay",
                "/pay/transfer",
                "/pay/gateway",
                "/pay/return",
                "/supplement",
                "/thread",
                "/evidence",
                "/evidence.zip")) {
            all.put(root + page, coded(owner, code));
        }
        all.put(root + "/papers/{paper}", nestedIn(owner, code, paper(asked), paper(other)));
        all.put(
                root + "/parts/{part}/leave",
                nestedIn(owner, linked.filed(Who.OWNER.persona()).code.value(), "residence", "khong-co"));
        all.put(
                root + "/turn-away-slip",
                coded(owner, born().turnedAway("Không thuộc xã Tả Van").code.value()));
        all.put(
                root + "/thread/files/{file}",
                nestedIn(owner, code, attached(callers, asked), attached(callers, born()), UUID.randomUUID() + ""));
        all.put(
                root + "/mistake",
                coded(
                        owner,
                        born().received().appraised().approved().issued().code.value()));
        all.put(
                root + "/halt-slip",
                coded(
                        owner,
                        born().received()
                                .haltProposed("Không bổ sung")
                                .confirmed()
                                .code
                                .value()));
        var paid = paid(callers);
        all.put(root + "/receipts/{no}", nestedIn(owner, paid.code.value(), receipt(paid), "BL-2026-00000001"));
        all.put(root + "/apology-slip", coded(owner, apologised().code.value()));
        all.put(
                root + "/owner-code",
                coded(
                        owner,
                        taVan.sensitive(born().received().appraised().approved().resultIssued(TaVan.unused()))
                                .code
                                .value()));
        all.put(
                root + "/result",
                coded(
                        owner,
                        born().received().appraised().approved().issued().code.value()));
        all.put(root + "/supplement/form/{section}", nestedIn(owner, code, "child", "khong-co"));
        all.put(
                root + "/supplement/files/{file}",
                nestedIn(
                        owner, code, uploaded(callers, asked), UUID.randomUUID().toString()));
        all.put("/filings/{code}/done", coded(owner, filed(callers)));
        all.put("/api/v1/dossiers/{trackingCode}", coded(Who.everybody(), code));
        var result = born().received()
                .appraised()
                .approved()
                .resultIssued(TaVan.unused())
                .code();
        for (var place : List.of("/verify/{code}", "/api/v1/results/{code}")) {
            all.put(place, new Thing(List.of(result), List.of(List.of("222233334444")), Who.everybody()));
        }
    }

    private void vault(Map<String, Thing> all, Callers callers) {
        var entry = kept();
        for (var page : List.of("", "/file", "/share")) {
            all.put("/my/vault/{entry}" + page, thing(Who.owner(), entry));
        }
        var link = vaultLink(callers, entry);
        var share = rows.ask("select id from vault_share where entry = '%s'".formatted(entry))
                .getFirst();
        all.put("/my/vault/{entry}/shares/{share}/end", nested(Who.owner(), entry, share, UUID.randomUUID() + ""));
        for (var page : List.of("", "/file")) {
            all.put(
                    "/shared/{secret}" + page,
                    new Thing(List.of(link), List.of(List.of("a".repeat(32)), List.of("khong-co")), Who.everybody()));
        }
    }

    /** The secret of a link to what the owner keeps. */
    String vaultLink(Callers callers, String entry) {
        var made = callers.call(
                Who.OWNER,
                "POST",
                "/my/vault/" + entry + "/share",
                Map.of("command", UUID.randomUUID().toString(), "days", "7", "note", "Trường mầm non"));
        return Visit.first(made.body(), "/shared/([A-Za-z0-9_-]{32})");
    }

    /** One of its links. */
    String vaultShare(Callers callers, String entry) {
        vaultLink(callers, entry);
        return rows.ask("select id from vault_share where entry = '%s' order by id desc limit 1".formatted(entry))
                .getFirst();
    }

    /** A birth certificate in the owner's vault. */
    String kept() {
        var life = taVan.birth(Who.OWNER.persona(), HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .approved()
                .resultIssued(TaVan.unused());
        clock.advance(UNDO);
        taVan.told();
        await("the gateway says that all arrived")
                .until(() -> rows.ask("select id from delivery where channel = 'SMS' and state = 'SENT'")
                        .isEmpty());
        clock.set(NOW);
        return rows.ask("select id from vault_entry where source_dossier = '%s'".formatted(life.ref.id()))
                .getFirst();
    }

    /** A draft of the owner's that asks for a birth certificate. */
    String allowance(Callers callers) {
        var begun = callers.call(Who.OWNER, "POST", "/procedures/1.001776/start", Map.of());
        var draft =
                begun(callers, Who.OWNER, Visit.first(callers.visit(Who.OWNER).local(begun), "/drafts/" + ID));
        callers.call(Who.OWNER, "POST", "/drafts/" + draft + "/form/subject", Map.of("s.group", "SINGLE_PARENT"));
        return draft;
    }

    private void drafts(Map<String, Thing> all, Callers callers) {
        var owner = EnumSet.of(Who.OWNER);
        var draft = draft(callers);
        var paper = paperOf(callers, draft);
        var root = "/drafts/{id}";
        for (var page : List.of(
                "",
                "/case",
                "/where",
                "/field",
                "/earlier",
                "/kept",
                "/discard",
                "/papers",
                "/papers/vault",
                "/papers/continue",
                "/delivery")) {
            all.put(root + page, thing(owner, draft));
        }
        all.put(root + "/review", thing(owner, draft));
        all.put(root + "/sign", thing(owner, draft));
        all.put(root + "/signed", thing(owner, signed(callers)));
        all.put(root + "/form/{section}", nested(owner, draft, "child", "khong-co"));
        all.put(root + "/papers/{paper}", nested(owner, draft, paper, UUID.randomUUID() + ""));
        all.put(root + "/papers/{paper}/remove", nested(owner, draft, paper, UUID.randomUUID() + ""));
        var intake = intake(callers);
        all.put("/desk/counter/{id}", thing(EnumSet.of(Who.RECEIVER), intake));
        for (var page : List.of("/field", "/guidance")) {
            all.put("/desk/counter/{id}" + page, thing(EnumSet.of(Who.RECEIVER), intake));
        }
    }

    private void hall(Map<String, Thing> all, Callers callers) {
        var everybody = Who.everybody();
        var unit = oneStop();
        var nowhere = UUID.randomUUID().toString();
        all.put("/queue/{unit}", new Thing(List.of(unit), List.of(List.of(nowhere), List.of("khong-co")), everybody));
        var kiosk = kiosk(callers);
        all.put(
                "/queue/{unit}/kiosk/{secret}",
                new Thing(
                        List.of(unit, kiosk), List.of(List.of(unit, "khong-co"), List.of(nowhere, kiosk)), everybody));
        var code = ticket(callers, kiosk);
        all.put(
                "/queue/{unit}/kiosk/{secret}/{code}",
                new Thing(
                        List.of(unit, kiosk, code),
                        List.of(List.of(unit, kiosk, "khong-co"), List.of(unit, "khong-co", code)),
                        everybody));
        all.put(
                "/queue/{unit}/tickets/{code}",
                new Thing(List.of(unit, code), List.of(List.of(unit, "khong-co"), List.of(nowhere, code)), everybody));
        for (var page : List.of("/desk/queue/shifts", "/desk/queue/slots")) {
            all.put(page, new Thing(List.of(), List.of(), LEADERS));
        }
        var appointment = appointment(callers);
        for (var page : List.of("/cancel", "/calendar")) {
            all.put(
                    "/my/appointments/{unit}/{id}" + page,
                    nestedIn(
                            EnumSet.of(Who.OWNER),
                            unit,
                            appointment,
                            UUID.randomUUID().toString()));
        }
        kiosk(callers);
        all.put("/desk/queue/kiosks/{id}/end", thing(EnumSet.of(Who.RECEIVER), kioskId()));
    }

    /** An appointment of the owner's in that one-stop. */
    String appointment(Callers callers) {
        callers.call(
                Who.LEADER, "POST", "/desk/queue/slots", Map.of("unit", oneStop(), "minutes", "30", "places", "50"));
        for (var old : rows.ask("select id from appointment where state = 'BOOKED'")) {
            callers.call(Who.OWNER, "POST", "/my/appointments/" + oneStop() + "/" + old + "/cancel", Map.of());
        }
        var form = bookingForm();
        callers.call(Who.OWNER, "POST", "/my/appointments/new", form);
        return java.util.Objects.requireNonNull(form.get("command"));
    }

    Map<String, String> bookingForm() {
        return Map.of(
                "command",
                UUID.randomUUID().toString(),
                "unit",
                oneStop(),
                "procedure",
                BIRTH,
                "at",
                "2026-11-23T15:00");
    }

    /** The one-stop of Tả Van. */
    String oneStop() {
        return taVan.oneStop().toString();
    }

    /** The secret of a device in its hall. */
    String kiosk(Callers callers) {
        var made = callers.call(
                Who.RECEIVER,
                "POST",
                "/desk/queue/kiosks",
                Map.of("command", UUID.randomUUID().toString(), "name", "Máy ở cửa chính"));
        return Visit.first(made.body(), "/kiosk/([A-Za-z0-9_-]{22})");
    }

    /** The device that was made last. */
    String kioskId() {
        return rows.ask("select id from queue_kiosk where ended_at is null order by id desc limit 1")
                .getFirst();
    }

    /** The code of a number taken there. */
    String ticket(Callers callers, String kiosk) {
        var taken = callers.call(
                Who.NOBODY,
                "POST",
                "/queue/" + oneStop() + "/kiosk/" + kiosk,
                Map.of("command", UUID.randomUUID().toString(), "errand", "FILE"));
        return Visit.first(callers.visit(Who.NOBODY).local(taken), "/kiosk/[^/]+/([A-Za-z0-9_-]{22})");
    }

    private static void mandates(Map<String, Thing> all, Callers callers) {
        var owner = EnumSet.of(Who.OWNER);
        var root = "/my/mandates/{id}";
        var asked = Mandates.asked(callers, Who.OWNER);
        all.put(root, thing(owner, asked));
        all.put(root + "/end", thing(owner, asked));
        var counter = EnumSet.of(Who.RECEIVER);
        all.put("/together", new Thing(List.of(), List.of(), HELPERS));
        var together = Mandates.together(callers);
        all.put("/together/{id}", thing(counter, together));
        all.put("/together/{id}/end", thing(counter, together));
        all.put("/desk/mandates", new Thing(List.of(), List.of(), RECEIVERS));
        var sent = Mandates.sent(callers, Who.OWNER);
        var paper = Visit.first(
                callers.visit(Who.RECEIVER).get("/desk/mandates").body(), "/desk/mandates/" + sent + "/papers/" + ID);
        all.put("/desk/mandates/{id}", thing(counter, sent));
        all.put("/desk/mandates/{id}/papers/{paper}", nested(counter, sent, paper, UUID.randomUUID() + ""));
        all.put("/desk/helpers", new Thing(List.of(), List.of(), LEADERS));
        all.put("/desk/helpers/{id}/end", thing(EnumSet.of(Who.LEADER), Mandates.helper(callers)));
    }

    private void questions(Map<String, Thing> all, Callers callers) {
        var looked = line(callers);
        all.put(
                "/my/looked/{tenant:[0-9]{1,9}}/{line}",
                new Thing(
                        List.of("15", looked),
                        List.of(
                                List.of("48", looked),
                                List.of("15", UUID.randomUUID().toString()),
                                List.of("15", "khong-co")),
                        EnumSet.of(Who.OWNER)));
        all.put("/desk/questions/{id}", thing(EnumSet.of(Who.LEADER), question(callers)));
    }

    private void standIns(Map<String, Thing> all, Callers callers) {
        var leads = EnumSet.copyOf(LEADERS);
        leads.addAll(Who.administrators());
        all.put("/stand-ins", new Thing(List.of(), List.of(), leads));
        all.put("/absences", new Thing(List.of(), List.of(), leads));
        all.put("/absences/claims", new Thing(List.of(), List.of(), leads));
        all.put("/absences/{id}/end", thing(EnumSet.of(Who.LEADER, Who.ADMINISTRATOR), absence(callers)));
        all.put("/stand-ins/{id}/end", thing(EnumSet.of(Who.LEADER, Who.ADMINISTRATOR), standIn(callers)));
    }

    private void administration(Map<String, Thing> all, Callers callers) {
        var own = EnumSet.of(Who.ADMINISTRATOR);
        var officer = officer(callers);
        var root = "/admin/officers/{officer}";
        all.put(root, thing(own, officer));
        all.put(root + "/positions", new Thing(List.of(officer), List.of(), own));
        all.put(root + "/positions/{position}/end", nested(own, officer, position(officer), UUID.randomUUID() + ""));
        all.put(root + "/title", new Thing(List.of(officer), List.of(), own));
        all.put(root + "/password", thing(own, officer));
        all.put(root + "/second-factor", thing(own, officer));
        all.put("/admin/administrators/{account}/remove", thing(own, administratorAccount()));
        var inOffice = Who.officers();
        inOffice.addAll(Who.administrators());
        all.put("/account/password", new Thing(List.of(), List.of(), inOffice));
        var national = EnumSet.of(Who.NATIONAL_ADMINISTRATOR);
        all.put("/admin/tenants", new Thing(List.of(), List.of(), national));
        all.put(
                "/admin/tenants/{tenant:[0-9]{1,9}}/invitation",
                new Thing(List.of("15"), List.of(List.of("999")), national));
        all.put("/admin/procedures/imports", new Thing(List.of(), List.of(), national));
        var imported = anImport(callers);
        for (var page : List.of("", "/apply", "/report.csv")) {
            all.put(
                    "/admin/procedures/imports/{id}" + page,
                    new Thing(
                            List.of(imported), List.of(List.of(UUID.randomUUID().toString())), national));
        }
        for (var page : List.of("", ".bpmn", ".svg")) {
            all.put(
                    "/admin/procedures/{code}/route" + page,
                    new Thing(List.of("1.001193"), List.of(List.of("0.000000")), Who.administrators()));
        }
        var draft = brandDraft(callers);
        all.put("/admin/brand/drafts/{draft}", thing(own, draft));
        all.put("/admin/brand/drafts/{draft}/style", thing(own, draft));
        all.put("/admin/brand/drafts/{draft}/emblem", new Thing(List.of(draft), List.of(), NO_ONE));
        var branded = "15-" + brandedUnit(callers);
        var nowhere =
                List.of(List.of("999"), List.of("15-" + UUID.randomUUID()), List.of("48-" + branded.substring(3)));
        all.put("/brand/{place}/style", new Thing(List.of(branded), nowhere, Who.everybody()));
        all.put("/brand/{place}/emblem", new Thing(List.of(branded), List.of(), NO_ONE));
        var change = change(callers);
        all.put("/admin/changes/{change}/confirm", thing(own, change));
        all.put("/admin/changes/{change}/refuse", thing(own, change));
        all.put("/admin/questions/{id}", new Thing(List.of(question(callers)), List.of(), NO_ONE));
        all.put("/admin/corrections/{id}", new Thing(List.of(correction(callers)), List.of(), NO_ONE));
        all.put("/desk/corrections/{id}", thing(EnumSet.of(Who.LEADER), correction(callers)));
        all.put("/desk/corrections", new Thing(List.of(), List.of(), LEADERS));
        all.put("/desk/destructions", new Thing(List.of(), List.of(), EnumSet.of(Who.INSPECTOR)));
    }

    /** An officer whom the administrator has just added, with a position. */
    String officer(Callers callers) {
        var word = UUID.randomUUID().toString();
        callers.call(Who.ADMINISTRATOR, "POST", "/admin/officers", officerForm(callers, word));
        return word;
    }

    /** What the administrator fills in for that. */
    Map<String, String> officerForm(Callers callers, String word) {
        return Map.of(
                "command",
                word,
                "name",
                "Lù A Tếnh",
                "userName",
                "a" + word.replace("-", ""),
                "password",
                "mot-cau-that-dai-de-nho",
                "unit",
                aUnit(callers),
                "kind",
                "receiver");
    }

    /** A unit of the administrator's agency. */
    String aUnit(Callers callers) {
        return Visit.first(
                callers.visit(Who.ADMINISTRATOR).get("/admin/officers/new").body(), "<option value=\"" + ID + "\"");
    }

    /** An import that a national administrator has just begun. */
    String anImport(Callers callers) {
        var word = UUID.randomUUID().toString();
        var page = "/admin/procedures/imports";
        var visit = callers.visit(Who.NATIONAL_ADMINISTRATOR);
        var fields = Map.of("_csrf", Visit.token(visit.get(page).body()), "command", word);
        visit.upload(page, fields, "file", "mot.json", "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return word;
    }

    /** A review of due moments that the administrator has just begun. */
    String aDueReview(Callers callers) {
        var word = UUID.randomUUID().toString();
        callers.call(Who.ADMINISTRATOR, "POST", "/admin/calendar/due", Map.of("command", word));
        return word;
    }

    /** A unit that the administrator has just added. */
    String unitOfItsOwn(Callers callers) {
        var word = UUID.randomUUID().toString();
        callers.call(
                Who.ADMINISTRATOR,
                "POST",
                "/admin/units",
                Map.of("command", word, "name", "Tổ số " + word, "kind", "tax-office", "place", "00004"));
        return word;
    }

    /** A brand that the administrator looks at before it is published, for a unit in which nobody works. */
    String brandDraft(Callers callers) {
        return brandDraft(callers, unitOfItsOwn(callers));
    }

    private String brandDraft(Callers callers, String unit) {
        var word = UUID.randomUUID().toString();
        callers.call(Who.ADMINISTRATOR, "POST", "/admin/brand/form", brandForm(word, unit));
        return word;
    }

    /** What the administrator fills in for that. */
    static Map<String, String> brandForm(String word, String unit) {
        return Map.of("command", word, "place", "15-" + unit, "accent", "blue", "hotline", "1900 1234");
    }

    /** A unit in which nobody works, with a colour of its own. */
    private String brandedUnit(Callers callers) {
        var unit = unitOfItsOwn(callers);
        callers.call(Who.ADMINISTRATOR, "POST", "/admin/brand/drafts/" + brandDraft(callers, unit), Map.of());
        return unit;
    }

    /** The account of the administrator. */
    String administratorAccount() {
        return rows.ask(
                        "select id from account where tenant_id = 15 and kind = 'ADMINISTRATOR' order by created_at, id limit 1")
                .getFirst();
    }

    String position(String officer) {
        return rows.ask("select id from position where officer = '" + officer + "'")
                .getFirst();
    }

    /** A leader whom the administrator has proposed and nobody has confirmed. */
    String change(Callers callers) {
        callers.call(
                Who.ADMINISTRATOR,
                "POST",
                "/admin/officers/" + officer(callers) + "/positions",
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "unit",
                        aUnit(callers),
                        "role",
                        "commune-leader",
                        "from",
                        "2026-12-01"));
        return rows.ask(
                        "select id from change_request where decision is null order by proposed_at desc, id desc limit 1")
                .getFirst();
    }

    /** A correction that the owner asks for and nobody has answered. */
    String correction(Callers callers) {
        callers.call(Who.OWNER, "POST", "/my/data/corrections", correctionForm());
        return rows.ask("select id from correction_request where outcome is null order by id desc limit 1")
                .getFirst();
    }

    Map<String, String> correctionForm() {
        return Map.of("dossier", born().received().code.value(), "wrong", "Tên sai dấu", "right", "Mỵ");
    }

    /** Somebody stands in for the specialist, and not yet. */
    String standIn(Callers callers) {
        var fields = standInForm(callers);
        callers.call(Who.LEADER, "POST", "/stand-ins", fields);
        return java.util.Objects.requireNonNull(fields.get("command"));
    }

    /** The specialist's leave on a day of next year that nobody has taken yet. */
    String absence(Callers callers) {
        var fields = absenceForm(callers);
        callers.call(Who.LEADER, "POST", "/absences", fields);
        return java.util.Objects.requireNonNull(fields.get("command"));
    }

    /** What the leader fills in for that. */
    Map<String, String> absenceForm(Callers callers) {
        var day = java.time.LocalDate.of(2027, 1, 4).plusDays(absences++).toString();
        return absenceForm(callers, day);
    }

    /** A dossier whose step the specialist has taken before going on leave today. */
    String claimOfAnAbsent(Callers callers) {
        var fields = absenceForm(callers, "2026-11-23");
        callers.call(Who.LEADER, "POST", "/absences", fields);
        return born().received().claimed().ref.id().toString();
    }

    private Map<String, String> absenceForm(Callers callers, String day) {
        var page = callers.visit(Who.LEADER).get("/absences").body();
        return Map.of(
                "command",
                UUID.randomUUID().toString(),
                "officer",
                Visit.first(
                        page.substring(page.indexOf("name=\"officer\"")),
                        "value=\"" + ID + "\">" + Who.SPECIALIST.persona()),
                "from",
                day,
                "until",
                day,
                "reason",
                "ANNUAL",
                "claims",
                "KEEP");
    }

    /** What the leader fills in for that. */
    Map<String, String> standInForm(Callers callers) {
        return standInForm(callers, Who.CLERK, "2026-12-01", "2026-12-02");
    }

    /** The same, for that officer from one day to another. */
    static Map<String, String> standInForm(Callers callers, Who officer, String from, String to) {
        var page = callers.visit(Who.LEADER).get("/stand-ins").body();
        return Map.of(
                "command",
                UUID.randomUUID().toString(),
                "position",
                Visit.first(page, "value=\"" + ID + "\">" + Who.SPECIALIST.persona()),
                "officer",
                Visit.first(
                        page.substring(page.indexOf("name=\"officer\"")), "value=\"" + ID + "\">" + officer.persona()),
                "from",
                from,
                "to",
                to);
    }

    /** What is everybody's. */
    private void open(Map<String, Thing> all) {
        var everybody = Who.everybody();
        taVan.birth(Who.OWNER.persona()).received();
        taVan.told();
        all.put(
                "/sandbox/messages/{message}",
                new Thing(
                        List.of(taVan.caught().toString()),
                        List.of(List.of(UUID.randomUUID().toString())),
                        everybody));
        all.put("/procedures/{code}", new Thing(List.of(BIRTH), List.of(List.of("9.999999")), everybody));
        all.put("/procedures/{code}/declaration", new Thing(List.of(BIRTH), List.of(List.of("9.999999")), everybody));
        all.put(
                "/api/v1/procedures/{code}/form.schema.json",
                new Thing(List.of(BIRTH), List.of(List.of("9.999999"), List.of("1.000080")), everybody));
        all.put("/api/v1/procedures/{code}/answers/check", new Thing(List.of(BIRTH), List.of(), everybody));
        all.put("/api/v1/procedures/{code}", new Thing(List.of(BIRTH), List.of(List.of("9.999999")), everybody));
        var mayFile = EnumSet.complementOf(EnumSet.of(Who.NOBODY));
        mayFile.removeAll(Who.administrators());
        all.put("/procedures/{code}/start", new Thing(List.of(BIRTH), List.of(List.of("9.999999")), mayFile));
        all.put("/evidence/{tenant:[0-9]{1,9}}", new Thing(List.of("15"), List.of(List.of("999")), everybody));
        all.put(
                "/evidence/{tenant:[0-9]{1,9}}/{file:[0-9-]{10}\\.json}",
                new Thing(
                        List.of("15", publishedDay()),
                        List.of(List.of("15", "2026-01-01.json"), List.of("999", "2026-01-01.json")),
                        everybody));
        for (var page : List.of("/sign-in/with/{provider}", "/sign-in/back/{provider}", "/sign-out/by/{provider}")) {
            all.put(page, new Thing(List.of("sandbox"), List.of(List.of("khong-co")), everybody));
        }
        all.put(
                "/signing/back/{provider}",
                new Thing(List.of("sandbox"), List.of(), EnumSet.complementOf(EnumSet.of(Who.NOBODY))));
        for (var page : List.of("/sign-in/level/{level}", "/sign-in/level/{level}/prove")) {
            all.put(page, new Thing(List.of("2"), List.of(), EnumSet.complementOf(EnumSet.of(Who.NOBODY))));
        }
        all.put("/setup", new Thing(List.of(), List.of(), NO_ONE));
        all.put("/error", new Thing(List.of(), List.of(), NO_ONE));
        all.put("/actuator/health/**", new Thing(List.of("khong-co"), List.of(), NO_ONE));
    }

    /** The words of all that can be done to a dossier at the desk. */
    static List<String> acts() {
        try {
            return Arrays.stream(Class.forName("vn.motcua.desk.web.DeskForm").getEnumConstants())
                    .map(it -> it.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as they stand in the lists of addresses. */
    List<String> actAddresses() {
        return acts().stream().map(it -> "/desk/dossiers/{id}/{act} " + it).toList();
    }

    /** The same, paid at the counter. */
    Life paid(Callers callers) {
        var life = owing().received();
        var page = "/desk/dossiers/" + id(life);
        var visit = callers.visit(Who.RECEIVER);
        var shown = visit.get(page).body();
        callers.call(
                Who.RECEIVER,
                "POST",
                page + "/take-fee",
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "version",
                        Visit.first(shown, "name=\"version\" value=\"(\\d+)\""),
                        "seen",
                        "0"));
        return life;
    }

    /** A refund that the receiver asks for. */
    String refund(Callers callers) {
        var command = UUID.randomUUID().toString();
        callers.call(Who.RECEIVER, "POST", "/desk/dossiers/" + id(paid(callers)) + "/refund", refundOf("p1", command));
        return command;
    }

    static Map<String, String> refundOf(String source, String command) {
        return Map.of("command", command, "source", source, "amount", "1000", "way", "CASH", "reason", "Thu thừa");
    }

    /** One to which the leader has agreed. */
    String approvedRefund(Callers callers) {
        var refund = refund(callers);
        callers.call(Who.LEADER, "POST", "/desk/money/refunds/" + refund + "/decide", Map.of("decision", "approve"));
        return refund;
    }

    /** A correction of a receipt that the receiver asks for. */
    String wrongReceipt(Callers callers) {
        var command = UUID.randomUUID().toString();
        callers.call(Who.RECEIVER, "POST", toCorrect(callers), correctionOf(command));
        return command;
    }

    /** Where a receipt is corrected. */
    String toCorrect(Callers callers) {
        var paid = paid(callers);
        return "/desk/dossiers/" + id(paid) + "/receipts/" + receipt(paid) + "/correct";
    }

    static Map<String, String> correctionOf(String command) {
        return Map.of("command", command, "PAYER", "Nguyễn Thị Khác", "way", "REPLACE", "reason", "Ghi nhầm tên");
    }

    /** The number of its receipt. */
    private String receipt(Life life) {
        return rows.ask("""
                        select symbol || '-' || year || '-' || lpad(no::text, 8, '0') from receipt where dossier = '%s'
                        """.formatted(id(life))).getFirst();
    }

    /** Money that belongs to no order, on a statement that the leader of Tả Van has taken in. */
    String transfer(Callers callers) {
        var number = UUID.randomUUID().toString();
        statement(callers, "at,transaction,amount,text\n2026-11-23T07:00:00,%s,16000,khong ro\n".formatted(number));
        return rows.ask("select id::text from unidentified_transfer where transaction like '%%.%s'".formatted(number))
                .getFirst();
    }

    /** The same, which the receiver wants to give back. */
    String wantedBack(Callers callers) {
        var transfer = transfer(callers);
        callers.call(
                Who.RECEIVER,
                "POST",
                "/desk/money/unidentified/" + transfer + "/propose",
                Map.of("ending", "GIVE_BACK", "reason", "Chuyển nhầm"));
        return transfer;
    }

    /** The same, to which the leader has agreed. */
    String goesBack(Callers callers) {
        var transfer = wantedBack(callers);
        callers.call(
                Who.LEADER, "POST", "/desk/money/unidentified/" + transfer + "/decide", Map.of("decision", "agree"));
        return transfer;
    }

    /** A payment that a later statement has with another amount. */
    String difference(Callers callers) {
        var number = UUID.randomUUID().toString();
        var line = "at,transaction,amount,text\n2026-11-23T07:00:00,%s,%d,%s\n";
        statement(callers, line.formatted(number, 16_000, reference(callers)));
        statement(callers, line.formatted(number, 15_000, "khong ro"));
        return rows.ask("select id::text from statement_difference where transaction like '%%.%s'".formatted(number))
                .getFirst();
    }

    /** The same, which the receiver has explained. */
    String explained(Callers callers) {
        var difference = difference(callers);
        callers.call(
                Who.RECEIVER,
                "POST",
                "/desk/money/differences/" + difference + "/propose",
                Map.of("ending", "EXPLAINED", "reason", "Ngân hàng trừ phí"));
        return difference;
    }

    /** The reference of an open order over 16,000 đồng. */
    String reference(Callers callers) {
        var owing = owing();
        callers.call(Who.RECEIVER, "POST", "/desk/dossiers/" + id(owing) + "/qr", Map.of());
        return rows.ask("""
                        select reference from payment_order where dossier = '%s' and state = 'WAITING'
                        """.formatted(id(owing))).getFirst();
    }

    /** A statement that the leader of Tả Van has taken in. */
    String statement(Callers callers) {
        return statement(callers, STATEMENT);
    }

    private String statement(Callers callers, String file) {
        var command = UUID.randomUUID().toString();
        taken(callers.visit(Who.LEADER)
                .upload(
                        "/desk/money/statements",
                        Map.of(
                                "_csrf",
                                callers.token(Who.LEADER),
                                "command",
                                command,
                                "unit",
                                oneStop(),
                                "way",
                                "bank"),
                        "file",
                        "sao-ke.csv",
                        file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return command;
    }

    /** Two copies of a birth to be paid. */
    Life owing() {
        return taVan.birth(Who.OWNER.persona(), vn.motcua.dossier.HandOver.How.COUNTER, 2);
    }

    Life born() {
        return taVan.birth(Who.OWNER.persona());
    }

    private Life asked() {
        return born().received().askedInProcess(SCAN, NAME);
    }

    static String id(Life life) {
        return life.ref.id().toString();
    }

    /** Its first paper. */
    String paper(Life life) {
        return rows.ask("select id from dossier_paper where dossier = '" + life.ref.id() + "'")
                .getFirst();
    }

    /** A file that the owner keeps for a supplement. */
    private static String uploaded(Callers callers, Life asked) {
        var visit = callers.visit(Who.OWNER);
        var fields = Map.of(
                "_csrf",
                callers.token(Who.OWNER),
                "command",
                UUID.randomUUID().toString(),
                "version",
                asked.seen().version() + "",
                "do",
                "save");
        visit.upload(asked.path() + "/supplement", fields, "file.0", "anh.png", SamplePaper.bytes());
        return Visit.first(visit.get(asked.path() + "/supplement").body(), "/supplement/files/" + ID);
    }

    /** A draft that the owner has begun. */
    String draft(Callers callers) {
        var begun = callers.call(Who.OWNER, "POST", "/procedures/" + BIRTH + "/start", Map.of());
        return begun(callers, Who.OWNER, Visit.first(callers.visit(Who.OWNER).local(begun), "/drafts/" + ID));
    }

    /** An account has only so many drafts: the oldest goes. */
    private String begun(Callers callers, Who who, String draft) {
        var all = drafts.computeIfAbsent(who, _ -> new ArrayDeque<>());
        all.add(draft);
        if (all.size() > 20) {
            callers.call(who, "POST", "/drafts/" + all.remove() + "/discard", Map.of());
        }
        return draft;
    }

    /** A paper in it. */
    String paperOf(Callers callers, String draft) {
        var visit = callers.visit(Who.OWNER);
        visit.upload(
                "/drafts/" + draft + "/papers",
                Map.of("_csrf", callers.token(Who.OWNER), "document", "giay-chung-sinh"),
                "file",
                "anh.png",
                SamplePaper.bytes());
        return Visit.first(visit.get("/drafts/" + draft + "/papers").body(), draft + "/papers/" + ID);
    }

    /** A draft of the owner's in which nothing is missing but the declaration. */
    String complete(Callers callers) {
        var draft = draft(callers);
        for (var page : Births.pages().entrySet()) {
            callers.call(Who.OWNER, "POST", "/drafts/" + draft + page.getKey(), page.getValue());
        }
        paperOf(callers, draft);
        return draft;
    }

    /** One that the owner has signed at the sandbox's signing service. */
    private String signed(Callers callers) {
        var draft = complete(callers);
        var visit = callers.visit(Who.OWNER);
        var begun = callers.call(
                Who.OWNER, "POST", "/drafts/" + draft + "/sign", Map.of("provider", "sandbox", "commit.agree", "true"));
        var onward = Visit.first(visit.get(visit.local(begun)).body(), "href=\"(/sandbox/csc[^\"]+)\"");
        var asked = visit.get(onward.replace("&amp;", "&")).body();
        var allowed = callers.call(
                Who.OWNER,
                "POST",
                "/sandbox/signing/choose",
                Map.of("number", Visit.first(asked, "name=\"number\" value=\"(\\w+)\""), "choice", "sign"));
        visit.get(visit.local(allowed));
        return draft;
    }

    /** The code of what the owner has filed. */
    private String filed(Callers callers) {
        var sent = callers.call(
                Who.OWNER,
                "POST",
                "/drafts/" + complete(callers) + "/review",
                Map.of("command", UUID.randomUUID().toString(), "commit.agree", "true"));
        return Visit.first(callers.visit(Who.OWNER).local(sent), "/filings/(\\w+)/done");
    }

    /** What the receiver has begun at the counter. */
    String intake(Callers callers) {
        var begun = callers.call(
                Who.RECEIVER,
                "POST",
                "/desk/counter",
                Map.of(
                        "procedure", BIRTH,
                        "number", "010095999002",
                        "name", "Giàng A Sình",
                        "bornOn.day", "2",
                        "bornOn.month", "11",
                        "bornOn.year", "1995"));
        return begun(
                callers, Who.RECEIVER, Visit.first(callers.visit(Who.RECEIVER).local(begun), "/desk/counter/" + ID));
    }

    /** A line of the log that says that the receiver has looked at something of the owner's. */
    String line(Callers callers) {
        callers.visit(Who.RECEIVER).get("/desk/dossiers/" + id(born().received()));
        return Visit.first(callers.visit(Who.OWNER).get("/my/looked").body(), "/my/looked/15/" + ID);
    }

    /** A question of the owner's that waits. */
    String question(Callers callers) {
        callers.call(
                Who.OWNER,
                "POST",
                "/my/looked/15/" + line(callers),
                Map.of("question", "Vì sao lại xem hồ sơ của tôi?"));
        return rows.ask("select id from access_question where answer is null order by id desc limit 1")
                .getFirst();
    }

    private static Thing thing(Set<Who> theirs, String id) {
        return new Thing(List.of(id), List.of(List.of(UUID.randomUUID().toString()), List.of("khong-co")), theirs);
    }

    private static Thing coded(Set<Who> theirs, String code) {
        return new Thing(List.of(code), List.of(List.of("2222333344445555"), List.of("khong-co")), theirs);
    }

    private static Thing nested(Set<Who> theirs, String id, String real, String... strange) {
        return within(theirs, id, UUID.randomUUID().toString(), real, strange);
    }

    private static Thing nestedIn(Set<Who> theirs, String code, String real, String... strange) {
        return within(theirs, code, "2222333344445555", real, strange);
    }

    private static Thing within(Set<Who> theirs, String id, String absent, String real, String... strange) {
        var all = new java.util.ArrayList<List<String>>();
        all.add(List.of(absent, real));
        Arrays.stream(strange).forEach(it -> all.add(List.of(id, it)));
        return new Thing(List.of(id, real), all, theirs);
    }
}
