package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.dossier.HandOver;
import vn.motcua.route.BpmnWriter;
import vn.motcua.route.RouteDefinition;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TrialRuns;

/** A form for every address that takes one, each time on something new, as its page has it and rightly filled in. */
final class Posts {

    /** A route of one step, as somebody drew it. */
    private static final String DRAWING = BpmnWriter.draft(
            RouteDefinition.read("steps:\n  - {id: work, name: Làm, actions: [complete]}\n"), "x", "x");

    private static final Pattern INPUT =
            Pattern.compile("<input type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private static final Pattern PASSED_TO =
            Pattern.compile("(?s)id=\"pass-on-unit\".*?<option value=\"([0-9a-f-]{36})\"");
    private static final Pattern SENT_TO =
            Pattern.compile("(?s)id=\"send-up-unit\".*?<option value=\"([0-9a-f-]{36})\"");
    private static final Pattern UNIT = Pattern.compile("(?s)id=\"transfer-unit\".*?<option value=\"([0-9a-f-]{36})\"");

    private final Things things;
    private final TaVan taVan;
    private final Callers callers;
    private final Map<String, Supplier<Post>> all = new TreeMap<>();

    Posts(Things things, TaVan taVan, Callers callers) {
        this.things = things;
        this.taVan = taVan;
        this.callers = callers;
        desk();
        applicant();
        drafts();
        hall();
        others();
        mandates();
        open();
    }

    /**
     * A form ready to be sent.
     *
     * @param fields all but the token
     * @param taken whether it is taken as it stands
     */
    record Post(Who who, String path, Map<String, String> fields, boolean taken) {}

    /** By the pattern of the address, with a word behind it where one address does several things. */
    Map<String, Supplier<Post>> all() {
        return all;
    }

    private void desk() {
        act("receive", Who.RECEIVER, things::born, Map.of("then", "forward"));
        act("forward", Who.RECEIVER, this::kept, Map.of());
        act("turn-away", Who.RECEIVER, things::born, Map.of("reason", "Không thuộc xã Tả Van"));
        all.put("/desk/dossiers/{id}/{act} transfer", () -> {
            var page = "/desk/dossiers/" + Things.id(things.born());
            var unit = UNIT.matcher(callers.visit(Who.RECEIVER).get(page).body());
            assertThat(unit.find()).as("another one-stop to send it to").isTrue();
            return filled(
                    Who.RECEIVER,
                    page,
                    page + "/transfer",
                    Map.of("unit", unit.group(1), "reason", "Bạn cư trú ở Sa Pa"));
        });
        all.put("/desk/dossiers/{id}/{act} pass-on", () -> {
            var page = "/desk/dossiers/" + Things.id(things.born().received());
            var unit = PASSED_TO.matcher(callers.visit(Who.SPECIALIST).get(page).body());
            assertThat(unit.find()).as("another one-stop to give it to").isTrue();
            return filled(
                    Who.SPECIALIST,
                    page,
                    page + "/pass-on",
                    Map.of("unit", unit.group(1), "reason", "Cha mẹ cư trú ở Sa Pa"));
        });
        act(
                "pass-across",
                Who.SPECIALIST,
                () -> things.born().received(),
                Map.of("agency", "48", "unit", "phường Hải Châu", "reason", "Cha mẹ cư trú ở Đà Nẵng"));
        act("supplement", Who.RECEIVER, things::born, Map.of("what.0", "Giấy chứng sinh", "why.0", "Bản chụp mờ"));
        act(
                "take-supplement",
                Who.RECEIVER,
                () -> things.born().askedAtIntake(Things.NAME),
                Map.of("toWhom", Who.OWNER.persona(), "checked", "yes", "note", "Đã chụp lại"));
        act(
                "take-withdrawal",
                Who.RECEIVER,
                () -> things.born().received(),
                Map.of("toWhom", Who.OWNER.persona(), "checked", "yes", "reason", "Không cần nữa"));
        act("take-fee", Who.RECEIVER, () -> copies().received(), Map.of());
        act("take-card", Who.RECEIVER, () -> copies().received(), Map.of("slip", "000123"));
        act("claim", Who.SPECIALIST, () -> things.born().received(), Map.of());
        act("release", Who.SPECIALIST, () -> things.born().received().claimed(), Map.of());
        act(
                "complete",
                Who.SPECIALIST,
                () -> things.born().received(),
                Map.of("note", "Đủ", "decision.personalNumber", "010326000123", "register.book", "01/2026"));
        all.put("/desk/dossiers/{id}/{act} undo", () -> {
            var page = "/desk/dossiers/" + Things.id(appraised());
            return filled(Who.SPECIALIST, page + "?done=complete", page + "/undo", Map.of());
        });
        act("propose-denial", Who.SPECIALIST, () -> things.born().received(), Map.of("reason", "Đã đăng ký nơi khác"));
        act("send-back", Who.LEADER, this::appraised, Map.of("to", "appraisal", "reason", "Xem lại số định danh"));
        act(
                "second-supplement",
                Who.SPECIALIST,
                this::answered,
                Map.of("what.0", "Giấy chứng sinh", "why.0", "Bản chụp vẫn mờ", "reason", "Chưa thấy lúc đầu"));
        act("confirm", Who.LEADER, () -> answered().proposedAgain(Things.NAME), Map.of());
        act("refuse-proposal", Who.LEADER, () -> answered().proposedAgain(Things.NAME), Map.of("reason", "Đủ rồi"));
        act("let-go", Who.SPECIALIST, this::leaving, Map.of());
        act("refuse-withdrawal", Who.SPECIALIST, this::leaving, Map.of("reason", "Giấy đã in"));
        act(
                "propose-halt",
                Who.SPECIALIST,
                () -> things.born().received(),
                Map.of("reason", "Không bổ sung", "returned", "01 giấy chứng sinh"));
        act(
                "await-payment",
                Who.SPECIALIST,
                () -> things.born().received(),
                Map.of("what", "Thông báo thuế số 12/TB", "amount", "1500000", "until", ""));
        act(
                "await-answer",
                Who.SPECIALIST,
                () -> things.born().received(),
                Map.of("what", "UBND phường Sa Pa xác nhận", "kind", "AGENCY", "until", ""));
        act(
                "end-wait",
                Who.SPECIALIST,
                () -> things.born().received().answerAwaited("UBND phường Sa Pa xác nhận"),
                Map.of("reason", "Công văn số 5"));
        all.put("/desk/dossiers/{id}/{act} send-up", () -> {
            var page = "/desk/dossiers/" + Things.id(things.born().received());
            var unit = SENT_TO.matcher(callers.visit(Who.SPECIALIST).get(page).body());
            assertThat(unit.find()).as("a unit above").isTrue();
            return filled(
                    Who.SPECIALIST,
                    page,
                    page + "/send-up",
                    Map.of("unit", unit.group(1), "what", "Xin ý kiến về quốc tịch của trẻ", "until", ""));
        });
        fromAbove("agree", Map.of("note", ""));
        fromAbove("return-down", Map.of("reason", "Thiếu giấy tờ"));
        act("approve", Who.LEADER, this::appraised, Map.of("note", ""));
        act("deny", Who.LEADER, this::appraised, Map.of("reason", "Đã đăng ký nơi khác"));
        all.put(
                "/desk/dossiers/{id}/{act} extend",
                () -> new Post(
                        Who.LEADER,
                        "/desk/dossiers/" + Things.id(things.born().received()) + "/extend",
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "version",
                                "3",
                                "days",
                                "3",
                                "late",
                                "yes",
                                "reason",
                                "Chờ"),
                        false));
        all.put("/desk/dossiers/{id}/{act} issue", () -> {
            var page = "/desk/dossiers/" + Things.id(appraised().approved());
            return filled(Who.CLERK, page, page + "/issue", Map.of("number", TaVan.unused()));
        });
        act(
                "propose-amendment",
                Who.SPECIALIST,
                () -> appraised().approved().issued(),
                Map.of(
                        "field.0",
                        "mother.fullName",
                        "value.0",
                        "Lý Thị Mỵ",
                        "number",
                        "129/2026",
                        "reason",
                        "Gõ nhầm"));
        act(
                "propose-revocation",
                Who.SPECIALIST,
                () -> appraised().approved().issued().handedOver(),
                Map.of("ground", "FALSE_PAPERS", "decision", "15/QĐ-UBND", "reason", "Giấy chứng sinh giả"));
        act(
                "refuse-amendment",
                Who.SPECIALIST,
                () -> appraised().approved().issued().mistakeReported("Sai tên"),
                Map.of("reason", "Đúng như sổ"));
        act(
                "hand-over",
                Who.RECEIVER,
                () -> appraised().approved().issued(),
                Map.of("how", "COUNTER", "checked", "yes", "toWhom", Who.OWNER.persona()));
    }

    /** Nobody of the matrix leads a unit above. */
    private void fromAbove(String word, Map<String, String> typed) {
        all.put("/desk/dossiers/{id}/{act} " + word, () -> {
            var fields = new java.util.LinkedHashMap<>(typed);
            fields.put("command", UUID.randomUUID().toString());
            fields.put("version", "4");
            var life = things.born().received().sentUp();
            return new Post(Who.LEADER, "/desk/dossiers/" + Things.id(life) + "/" + word, fields, false);
        });
    }

    private void act(String word, Who who, Supplier<Life> made, Map<String, String> typed) {
        all.put("/desk/dossiers/{id}/{act} " + word, () -> {
            var page = "/desk/dossiers/" + Things.id(made.get());
            return filled(who, page, page + "/" + word, typed);
        });
    }

    private void applicant() {
        all.put("/my/{code}/withdraw", () -> {
            var page = things.born().path() + "/withdraw";
            return filled(Who.OWNER, page, page, Map.of("reason", "Nộp nhầm nơi"));
        });
        all.put("/my/{code}/pay", () -> {
            var page = things.owing().path() + "/pay";
            return filled(Who.OWNER, page, page, Map.of("way", "transfer"));
        });
        all.put("/my/due", () -> {
            var word = things.owing().path().substring("/my/".length());
            return filled(Who.OWNER, "/my/due", "/my/due", Map.of("dossier", word, "way", "transfer"));
        });
        all.put("/my/{code}/owner-code", () -> {
            var page = taVan.sensitive(appraised().approved().resultIssued(TaVan.unused()))
                            .path()
                    + "/owner-code";
            return filled(Who.OWNER, page, page, Map.of());
        });
        all.put("/my/{code}/mistake", () -> {
            var page = appraised().approved().issued().path() + "/mistake";
            return filled(Who.OWNER, page, page, Map.of("reason", "Sai tên"));
        });
        all.put("/my/{code}/supplement", () -> {
            var page = things.born().askedAtIntake(Things.NAME).path() + "/supplement";
            return filled(Who.OWNER, page, page, Map.of("note.0", "Tên đúng là Mỵ", "do", "send"));
        });
        all.put("/my/{code}/supplement/form/{section}", () -> {
            var page = things.born().askedAtIntake(Things.NAME).path() + "/supplement/form/child";
            return filled(Who.OWNER, page, page, Births.CHILD);
        });
        all.put("/my/{code}/parts/{part}/leave", () -> {
            var page = things.linked();
            return filled(Who.OWNER, page, page + "/parts/residence/leave", Map.of());
        });
        all.put("/my/news", () -> plain(Who.OWNER, "/my/news", Map.of("until", "2026-11-23T01:00:00Z")));
        all.put(
                "/my/looked/{tenant:[0-9]{1,9}}/{line}",
                () -> plain(Who.OWNER, "/my/looked/15/" + things.line(callers), Map.of("question", "Vì sao?")));
    }

    private void drafts() {
        var root = "/drafts/{id}";
        for (var page : Births.pages().entrySet()) {
            if (!page.getKey().startsWith("/form/")) {
                all.put(root + page.getKey(), () -> draft(page.getKey(), page.getValue()));
            }
        }
        all.put(root + "/form/{section}", () -> draft("/form/child", Births.CHILD));
        all.put(root + "/field", () -> {
            var fields = new LinkedHashMap<>(Births.CHILD);
            fields.put("section", "child");
            return draft("/field", fields);
        });
        all.put(
                root + "/earlier",
                () -> draft(
                        "/earlier",
                        Map.of("section", "requester", "from", UUID.randomUUID().toString())));
        all.put(root + "/papers", () -> draft("/papers", Map.of("document", "giay-chung-sinh"), false));
        all.put(root + "/papers/continue", () -> draft("/papers/continue", Map.of("later", "yes")));
        all.put(
                root + "/papers/vault",
                () -> plain(
                        Who.OWNER,
                        "/drafts/" + things.allowance(callers) + "/papers/vault",
                        Map.of("document", "khai-sinh", "entry", things.kept())));
        all.put(
                "/my/vault/{entry}/share",
                () -> plain(
                        Who.OWNER,
                        "/my/vault/" + things.kept() + "/share",
                        Map.of("command", UUID.randomUUID().toString(), "days", "7", "note", "Trường mầm non")));
        all.put("/my/vault/{entry}/shares/{share}/end", () -> {
            var entry = things.kept();
            return plain(
                    Who.OWNER,
                    "/my/vault/" + entry + "/shares/" + things.vaultShare(callers, entry) + "/end",
                    Map.of());
        });
        all.put(root + "/papers/{paper}/remove", () -> {
            var draft = things.draft(callers);
            var paper = things.paperOf(callers, draft);
            return plain(Who.OWNER, "/drafts/" + draft + "/papers/" + paper + "/remove", Map.of());
        });
        all.put(
                root + "/review",
                () -> plain(
                        Who.OWNER,
                        "/drafts/" + things.complete(callers) + "/review",
                        Map.of("command", UUID.randomUUID().toString(), "commit.agree", "true")));
        all.put(
                root + "/sign",
                () -> plain(
                        Who.OWNER,
                        "/drafts/" + things.complete(callers) + "/sign",
                        Map.of("provider", "sandbox", "commit.agree", "true")));
        all.put(root + "/discard", () -> draft("/discard", Map.of()));
        all.put("/procedures/{code}/start", () -> plain(Who.OWNER, "/procedures/" + Things.BIRTH + "/start", Map.of()));
        all.put(
                "/desk/counter",
                () -> plain(Who.RECEIVER, "/desk/counter", Map.of("number", "010095999002", "find", "find")));
        all.put(
                "/desk/counter/{id}",
                () -> plain(Who.RECEIVER, "/desk/counter/" + things.intake(callers), Births.CHILD));
        all.put(
                "/desk/counter/{id}/field",
                () -> plain(Who.RECEIVER, "/desk/counter/" + things.intake(callers) + "/field", Births.CHILD));
    }

    private void hall() {
        all.put(
                "/queue/{unit}/kiosk/{secret}",
                () -> new Post(
                        Who.NOBODY,
                        "/queue/" + things.oneStop() + "/kiosk/" + things.kiosk(callers),
                        Map.of("command", UUID.randomUUID().toString(), "errand", "FILE"),
                        true));
        all.put(
                "/desk/queue",
                () -> plain(Who.RECEIVER, "/desk/queue", Map.of("do", "sit", "window", "1", "errand", "FILE")));
        all.put(
                "/desk/queue/kiosks",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/queue/kiosks",
                        Map.of("command", UUID.randomUUID().toString(), "name", "Máy ở cửa chính")));
        all.put(
                "/desk/queue/slots",
                () -> plain(
                        Who.LEADER,
                        "/desk/queue/slots",
                        Map.of("unit", things.oneStop(), "minutes", "30", "places", "40")));
        all.put("/my/appointments/new", () -> {
            things.appointment(callers);
            return plain(Who.OWNER, "/my/appointments/new", things.bookingForm());
        });
        all.put(
                "/my/appointments/{unit}/{id}/cancel",
                () -> plain(
                        Who.OWNER,
                        "/my/appointments/" + things.oneStop() + "/" + things.appointment(callers) + "/cancel",
                        Map.of()));
        all.put(
                "/desk/queue/appointments",
                () -> plain(Who.RECEIVER, "/desk/queue/appointments", Map.of("id", things.appointment(callers))));
        all.put(
                "/desk/queue/shift",
                () -> plain(
                        Who.RECEIVER, "/desk/queue/shift", Map.of("counted", "0", "reason", "Tiền đã nộp kho bạc")));
        all.put("/desk/queue/kiosks/{id}/end", () -> {
            things.kiosk(callers);
            return plain(Who.RECEIVER, "/desk/queue/kiosks/" + things.kioskId() + "/end", Map.of());
        });
    }

    private void others() {
        all.put(
                "/desk/questions/{id}",
                () -> plain(
                        Who.LEADER,
                        "/desk/questions/" + things.question(callers),
                        Map.of("answer", "Để kiểm tra hồ sơ")));
        all.put("/absences", () -> plain(Who.LEADER, "/absences", things.absenceForm(callers)));
        all.put(
                "/absences/{id}/end",
                () -> plain(Who.LEADER, "/absences/" + things.absence(callers) + "/end", Map.of()));
        all.put(
                "/absences/claims",
                () -> plain(
                        Who.LEADER,
                        "/absences/claims",
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "dossier",
                                things.claimOfAnAbsent(callers),
                                "step",
                                "appraisal")));
        all.put("/stand-ins", () -> plain(Who.LEADER, "/stand-ins", things.standInForm(callers)));
        all.put(
                "/stand-ins/{id}/end",
                () -> plain(Who.LEADER, "/stand-ins/" + things.standIn(callers) + "/end", Map.of()));
        all.put(
                "/desk/retention/propose",
                () -> plain(Who.ARCHIVIST, "/desk/retention/propose", Map.of("dossier", things.over())));
        all.put(
                "/desk/retention/decide",
                () -> plain(
                        Who.LEADER, "/desk/retention/decide", Map.of("dossier", things.proposed(), "do", "confirm")));
        all.put(
                "/desk/retention/{dossier}/hold",
                () -> plain(
                        Who.ARCHIVIST,
                        "/desk/retention/" + things.over() + "/hold",
                        Map.of("reason", "Đang có khiếu nại")));
        all.put(
                "/desk/retention/{dossier}/release",
                () -> plain(Who.ARCHIVIST, "/desk/retention/" + things.held() + "/release", Map.of()));
        all.put(
                "/desk/dossiers/{id}/notes",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/dossiers/" + Things.id(things.born()) + "/notes",
                        Map.of("command", UUID.randomUUID().toString(), "body", "Gọi lại cho người nộp")));
        all.put(
                "/desk/dossiers/{id}/tags",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/dossiers/" + Things.id(things.born()) + "/tags",
                        Map.of("fresh", "Cần gấp")));
        all.put("/desk/dossiers/{id}/consultations", () -> {
            var life = things.born().received();
            return plain(
                    Who.SPECIALIST,
                    "/desk/dossiers/" + Things.id(life) + "/consultations",
                    Map.of(
                            "command",
                            UUID.randomUUID().toString(),
                            "question",
                            "Bản chính thế nào?",
                            "unit.0",
                            things.oneStop(),
                            "days.0",
                            "3"));
        });
        all.put("/desk/dossiers/{id}/consultations/{question}/withdraw", () -> {
            var life = things.born().received();
            return plain(
                    Who.SPECIALIST,
                    "/desk/dossiers/" + Things.id(life) + "/consultations/" + things.question(callers, life)
                            + "/withdraw",
                    Map.of("unit", things.oneStop(), "reason", "Đã hỏi qua điện thoại"));
        });
        all.put("/desk/dossiers/{id}/experts", () -> {
            var life = things.born().received();
            return plain(
                    Who.SPECIALIST,
                    "/desk/dossiers/" + Things.id(life) + "/experts",
                    Map.of(
                            "command",
                            UUID.randomUUID().toString(),
                            "expert",
                            "GS. Trần Văn Bách",
                            "email",
                            "bach@example.vn",
                            "question",
                            "Chữ ký này có thật không?",
                            "until",
                            "2026-11-30"));
        });
        all.put("/desk/dossiers/{id}/experts/{question}/withdraw", () -> {
            var life = things.born().received();
            return plain(
                    Who.SPECIALIST,
                    "/desk/dossiers/" + Things.id(life) + "/experts/" + things.expert(callers, life) + "/withdraw",
                    Map.of("reason", "Đã hỏi người khác"));
        });
        all.put(
                "/opinion/{link}",
                () -> new Post(
                        Who.NOBODY,
                        "/opinion/" + things.link(callers, things.born().received()),
                        Map.of("text", "Chữ ký khớp với mẫu"),
                        true));
        all.put(
                "/desk/consultations/{id}",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/consultations/"
                                + things.question(callers, things.born().received()),
                        Map.of("stance", "AGREE", "text", "Đã xem bản chính")));
        all.put("/desk/sign", () -> {
            var life = things.born().received().appraised().approved().resultWaiting(TaVan.unused());
            return plain(
                    Who.LEADER,
                    "/desk/sign",
                    Map.of(
                            "command",
                            UUID.randomUUID().toString(),
                            "pick",
                            life.registered().id().toString()));
        });
        all.put(
                "/desk/appraise/{id}/confirm",
                () -> plain(
                        Who.SPECIALIST,
                        "/desk/appraise/" + things.toAppraise() + "/confirm",
                        Map.of("command", UUID.randomUUID().toString())));
        all.put(
                "/desk/appraise/{id}/send-back",
                () -> plain(
                        Who.SPECIALIST,
                        "/desk/appraise/" + things.toAppraise() + "/send-back",
                        Map.of("command", UUID.randomUUID().toString(), "words", "Sai tên mẹ")));
        all.put("/desk/sign/habit", () -> plain(Who.LEADER, "/desk/sign/habit", Map.of("when", "at-once")));
        all.put("/desk/sign/again", () -> plain(Who.LEADER, "/desk/sign/again", Map.of()));
        all.put("/verify", () -> new Post(Who.NOBODY, "/verify", Map.of(), false));
        all.put("/api/v1/vault/results", () -> new Post(Who.NOBODY, "/api/v1/vault/results", Map.of(), false));
        all.put(
                "/api/v1/procedures/{code}/answers/check",
                () -> new Post(Who.NOBODY, "/api/v1/procedures/1.001193/answers/check", Map.of(), false));
        all.put("/api/v1/results/check", () -> new Post(Who.NOBODY, "/api/v1/results/check", Map.of(), false));
        all.put(
                "/desk/lists",
                () -> plain(
                        Who.LEADER,
                        "/desk/lists",
                        Map.of("command", UUID.randomUUID().toString(), "name", "Gấp", "list", "overdue~~~~")));
        all.put(
                "/desk/lists/{id}/remove",
                () -> plain(Who.RECEIVER, "/desk/lists/" + things.savedList(callers) + "/remove", Map.of()));
        all.put(
                "/desk/many",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/many",
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "do",
                                "claim",
                                "pick",
                                Things.id(things.born()) + ":reception")));
        all.put("/desk/team/{officer}", () -> {
            var claimed = things.born().received().claimed();
            return plain(
                    Who.LEADER,
                    "/desk/team/" + things.officerId("Phạm Quốc Việt"),
                    Map.of(
                            "command",
                            UUID.randomUUID().toString(),
                            "pick",
                            Things.id(claimed) + ":appraisal",
                            "reason",
                            "Chia lại việc"));
        });
        all.put(
                "/desk/dossiers/{id}/qr",
                () -> plain(Who.RECEIVER, "/desk/dossiers/" + Things.id(things.owing()) + "/qr", Map.of()));
        all.put(
                "/desk/dossiers/{id}/refund",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/dossiers/" + Things.id(things.paid(callers)) + "/refund",
                        Things.refundOf("p1", UUID.randomUUID().toString())));
        all.put(
                "/desk/dossiers/{id}/receipts/{no}/correct",
                () -> plain(
                        Who.RECEIVER,
                        things.toCorrect(callers),
                        Things.correctionOf(UUID.randomUUID().toString())));
        all.put(
                "/desk/money/corrections/{id}/decide",
                () -> plain(
                        Who.LEADER,
                        "/desk/money/corrections/" + things.wrongReceipt(callers) + "/decide",
                        Map.of("decision", "approve")));
        all.put(
                "/desk/money/refunds/{id}/decide",
                () -> plain(
                        Who.LEADER,
                        "/desk/money/refunds/" + things.refund(callers) + "/decide",
                        Map.of("decision", "approve")));
        all.put(
                "/desk/money/refunds/{id}/paid",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/money/refunds/" + things.approvedRefund(callers) + "/paid",
                        Map.of("way", "CASH", "proof", "PC 1")));
        all.put(
                "/desk/money/differences/{id}/propose",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/money/differences/" + things.difference(callers) + "/propose",
                        Map.of("ending", "EXPLAINED", "reason", "Ngân hàng trừ phí")));
        all.put(
                "/desk/money/differences/{id}/decide",
                () -> plain(
                        Who.LEADER,
                        "/desk/money/differences/" + things.explained(callers) + "/decide",
                        Map.of("decision", "agree")));
        all.put(
                "/desk/money/unidentified/{id}/assign",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/money/unidentified/" + things.transfer(callers) + "/assign",
                        Map.of("reference", things.reference(callers))));
        all.put(
                "/desk/money/unidentified/{id}/propose",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/money/unidentified/" + things.transfer(callers) + "/propose",
                        Map.of("ending", "OTHER_INCOME", "reason", "Không ai nhận")));
        all.put(
                "/desk/money/unidentified/{id}/decide",
                () -> plain(
                        Who.LEADER,
                        "/desk/money/unidentified/" + things.wantedBack(callers) + "/decide",
                        Map.of("decision", "agree")));
        all.put(
                "/desk/money/unidentified/{id}/paid",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/money/unidentified/" + things.goesBack(callers) + "/paid",
                        Map.of("voucher", "UNC 1")));
        all.put(
                "/desk/money/statements",
                () -> new Post(
                        Who.LEADER,
                        "/desk/money/statements",
                        Map.of("command", UUID.randomUUID().toString(), "unit", things.oneStop(), "way", "bank"),
                        false));
        all.put("/sign-ins/end-others", () -> plain(Who.OWNER, "/sign-ins/end-others", Map.of()));
        all.put("/desk/inspection/check", () -> plain(Who.INSPECTOR, "/desk/inspection/check", Map.of()));
        all.put("/admin/units", () -> {
            var word = UUID.randomUUID().toString();
            return plain(
                    Who.ADMINISTRATOR,
                    "/admin/units",
                    Map.of("command", word, "name", "Tổ số " + word, "kind", "tax-office", "place", "00004"));
        });
        all.put(
                "/admin/calendar",
                () -> plain(
                        Who.ADMINISTRATOR,
                        "/admin/calendar",
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "unit",
                                things.aUnit(callers),
                                "hours",
                                "08:00-11:30 13:30-17:00",
                                "decision",
                                "3/TB-UBND",
                                "decisionDay",
                                "2026-11-20")));
        all.put(
                "/admin/calendar/due",
                () -> new Post(
                        Who.ADMINISTRATOR,
                        "/admin/calendar/due",
                        Map.of("command", UUID.randomUUID().toString()),
                        false));
        all.put(
                "/admin/calendar/due/move",
                () -> new Post(
                        Who.ADMINISTRATOR,
                        "/admin/calendar/due/move",
                        Map.of("review", things.aDueReview(callers), "reason", "Thông báo"),
                        false));
        all.put(
                "/admin/units/change",
                () -> plain(
                        Who.ADMINISTRATOR,
                        "/admin/units/change",
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "kind",
                                "rename",
                                "unit",
                                things.unitOfItsOwn(callers),
                                "name",
                                "Tên mới",
                                "day",
                                "2027-03-01",
                                "decision",
                                "1/QĐ",
                                "decisionDay",
                                "2026-11-20",
                                "step",
                                "propose")));
        all.put(
                "/admin/officers",
                () -> plain(
                        Who.ADMINISTRATOR,
                        "/admin/officers",
                        things.officerForm(callers, UUID.randomUUID().toString())));
        all.put(
                "/admin/brand/form",
                () -> plain(
                        Who.ADMINISTRATOR,
                        "/admin/brand/form",
                        Things.brandForm(UUID.randomUUID().toString(), things.unitOfItsOwn(callers))));
        all.put(
                "/admin/brand/drafts/{draft}",
                () -> plain(Who.ADMINISTRATOR, "/admin/brand/drafts/" + things.brandDraft(callers), Map.of()));
        all.put("/admin/tenants", () -> {
            var word = UUID.randomUUID().toString();
            return plain(
                    Who.NATIONAL_ADMINISTRATOR,
                    "/admin/tenants",
                    Map.of("command", word, "name", "Bộ " + word, "unit", "Bộ " + word, "kind", "tax-office"));
        });
        all.put(
                "/admin/tenants/{tenant:[0-9]{1,9}}/invitation",
                () -> new Post(Who.NATIONAL_ADMINISTRATOR, "/admin/tenants/15/invitation", Map.of(), false));
        all.put(
                "/admin/procedures/imports",
                () -> new Post(
                        Who.NATIONAL_ADMINISTRATOR,
                        "/admin/procedures/imports",
                        Map.of("command", UUID.randomUUID().toString()),
                        false));
        all.put(
                "/admin/procedures/{code}/route",
                () -> new Post(Who.ADMINISTRATOR, "/admin/procedures/1.001193/route", Map.of(), false));
        all.put(
                "/admin/procedures/imports/{id}/apply",
                () -> new Post(
                        Who.NATIONAL_ADMINISTRATOR,
                        "/admin/procedures/imports/" + things.anImport(callers) + "/apply",
                        Map.of(),
                        false));
        procedures();
        studio();
        all.put(
                "/invitation",
                () -> new Post(
                        Who.NOBODY,
                        "/invitation",
                        Map.of(
                                "code",
                                "15-ABCDE-FGHJK-LMNPQ-RSTUV",
                                "name",
                                "Nguyễn Thị Thử",
                                "userName",
                                "thu-thu",
                                "password",
                                "mot-cau-that-dai"),
                        false));
        rights();
        all.put(
                "/my/data/prefill",
                () -> plain(Who.OWNER, "/my/data/prefill", Map.of("register", "population", "allowed", "yes")));
        all.put("/my/data/file", () -> plain(Who.OWNER, "/my/data/file", Map.of()));
        all.put("/my/data/corrections", () -> plain(Who.OWNER, "/my/data/corrections", things.correctionForm()));
        all.put(
                "/admin/questions/{id}",
                () -> new Post(
                        Who.ADMINISTRATOR,
                        "/admin/questions/" + things.question(callers),
                        Map.of("answer", "Để kiểm tra hồ sơ"),
                        false));
        all.put(
                "/admin/corrections/{id}",
                () -> new Post(
                        Who.ADMINISTRATOR,
                        "/admin/corrections/" + things.correction(callers),
                        Map.of("outcome", "CORRECTED", "answer", "Đã sửa"),
                        false));
        all.put(
                "/desk/corrections/{id}",
                () -> plain(
                        Who.LEADER,
                        "/desk/corrections/" + things.correction(callers),
                        Map.of("outcome", "CORRECTED", "answer", "Đã sửa")));
    }

    /** What changes somebody's rights. */
    private void rights() {
        all.put(
                "/admin/officers/{officer}/positions",
                () -> plain(
                        Who.ADMINISTRATOR,
                        "/admin/officers/" + things.officer(callers) + "/positions",
                        Map.of(
                                "command",
                                UUID.randomUUID().toString(),
                                "unit",
                                things.aUnit(callers),
                                "role",
                                "clerk",
                                "from",
                                "2026-12-01")));
        all.put(
                "/admin/officers/{officer}/title",
                () -> plain(
                        Who.ADMINISTRATOR,
                        "/admin/officers/" + things.officer(callers) + "/title",
                        Map.of("command", UUID.randomUUID().toString(), "title", "Chuyên viên")));
        all.put("/admin/officers/{officer}/positions/{position}/end", () -> {
            var officer = things.officer(callers);
            return plain(
                    Who.ADMINISTRATOR,
                    "/admin/officers/" + officer + "/positions/" + things.position(officer) + "/end",
                    Map.of("last", "2026-12-01"));
        });
        all.put(
                "/admin/officers/{officer}/password",
                () -> plain(Who.ADMINISTRATOR, "/admin/officers/" + things.officer(callers) + "/password", Map.of()));
        all.put(
                "/admin/officers/{officer}/second-factor",
                () -> new Post(
                        Who.ADMINISTRATOR,
                        "/admin/officers/" + things.officer(callers) + "/second-factor",
                        Map.of("command", UUID.randomUUID().toString()),
                        false));
        all.put(
                "/admin/administrators/{account}/remove",
                () -> new Post(
                        Who.ADMINISTRATOR,
                        "/admin/administrators/" + things.administratorAccount() + "/remove",
                        Map.of("command", UUID.randomUUID().toString()),
                        false));
        all.put(
                "/account/password",
                () -> new Post(
                        Who.ADMINISTRATOR,
                        "/account/password",
                        Map.of("old", "khong co mat khau", "fresh", "mot cau khac that dai"),
                        false));
        all.put(
                "/sign-in/reset",
                () -> new Post(
                        Who.NOBODY,
                        "/sign-in/reset",
                        Map.of("userName", "khong-co", "code", "AAAAA", "fresh", "mot cau khac that dai"),
                        false));
        for (var word : List.of("confirm", "refuse")) {
            all.put(
                    "/admin/changes/{change}/" + word,
                    () -> new Post(
                            Who.ADMINISTRATOR,
                            "/admin/changes/" + things.change(callers) + "/" + word,
                            Map.of(),
                            false));
        }
        all.put("/admin/administrators", () -> {
            var word = UUID.randomUUID().toString();
            return plain(
                    Who.ADMINISTRATOR,
                    "/admin/administrators",
                    Map.of(
                            "command",
                            word,
                            "name",
                            "Lù A Tếnh",
                            "userName",
                            "b" + word.replace("-", ""),
                            "password",
                            "mot-cau-that-dai-de-nho"));
        });
        all.put(
                "/my/{code}/thread",
                () -> plain(
                        Who.OWNER,
                        "/my/" + things.born().code.value() + "/thread",
                        Map.of("command", UUID.randomUUID().toString(), "text", "Cho tôi hỏi")));
        all.put(
                "/desk/dossiers/{id}/thread",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/dossiers/" + Things.id(things.born()) + "/thread",
                        Map.of("command", UUID.randomUUID().toString(), "text", "Bạn chờ một chút")));
        all.put(
                "/messages/settings",
                () -> plain(Who.OWNER, "/messages/settings", Map.of("language", "VI", "email", "yes", "sms", "yes")));
        all.put(
                "/messages/settings/email",
                () -> new Post(Who.OWNER, "/messages/settings/email", Map.of("address", "khong phai thu"), false));
        all.put(
                "/messages/settings/phone",
                () -> new Post(Who.OWNER, "/messages/settings/phone", Map.of("address", "khong phai so"), false));
        all.put(
                "/messages/settings/code",
                () -> new Post(Who.OWNER, "/messages/settings/code", Map.of("code", "000000"), false));
        all.put(
                "/messages/settings/confirm",
                () -> new Post(Who.OWNER, "/messages/settings/confirm", Map.of("code", "khong-co"), false));
        all.put(
                "/messages/settings/forget",
                () -> plain(Who.OWNER, "/messages/settings/forget", Map.of("channel", "SMS")));
        all.put("/admin/jobs/resend", () -> new Post(Who.ADMINISTRATOR, "/admin/jobs/resend", Map.of(), false));
        all.put("/admin/jobs/retry", () -> new Post(Who.ADMINISTRATOR, "/admin/jobs/retry", Map.of(), false));
    }

    private void mandates() {
        all.put(
                "/my/mandates",
                () -> plain(
                        Who.OWNER,
                        "/my/mandates",
                        Mandates.form(UUID.randomUUID().toString())));
        all.put("/my/mandates/{id}/end", () -> {
            var asked = Mandates.asked(callers, Who.ANOTHER_CITIZEN);
            return plain(Who.ANOTHER_CITIZEN, "/my/mandates/" + asked + "/end", Map.of());
        });
        all.put("/together", () -> plain(Who.RECEIVER, "/together", Mandates.togetherForm()));
        all.put(
                "/together/{id}/end",
                () -> plain(Who.RECEIVER, "/together/" + Mandates.together(callers) + "/end", Map.of()));
        all.put("/consent", () -> plain(Who.OWNER, "/consent", Mandates.answer(callers, Who.ANOTHER_CITIZEN, "yes")));
        all.put(
                "/my/mandates/document",
                () -> new Post(
                        Who.OWNER,
                        "/my/mandates/document",
                        Map.of("command", UUID.randomUUID().toString()),
                        false));
        all.put(
                "/desk/mandates/{id}",
                () -> plain(
                        Who.RECEIVER,
                        "/desk/mandates/" + Mandates.sent(callers, Who.OWNER),
                        Map.of("decision", "refuse", "reason", "Ảnh mờ")));
        all.put(
                "/desk/helpers",
                () -> plain(
                        Who.LEADER,
                        "/desk/helpers",
                        Mandates.naming(callers, UUID.randomUUID().toString())));
        all.put(
                "/desk/helpers/{id}/end",
                () -> plain(Who.LEADER, "/desk/helpers/" + Mandates.helper(callers) + "/end", Map.of()));
    }

    /** What anybody may send. */
    private void open() {
        nobody("/setup", Map.of("name", "Kẻ lạ", "userName", "ke-la", "password", "mot-cau-that-dai-de-nho"));
        nobody("/sign-in", Map.of("userName", "ai-do", "password", "sai-mat-khau"));
        nobody("/sign-in/as", Map.of("taxCode", "0100000000"));
        nobody("/sign-in/code", Map.of("code", "000000"));
        nobody("/sign-in/second-factor", Map.of("code", "000000"));
        nobody(
                "/sandbox/identity/choose",
                Map.of("request", "khong-co", "account", UUID.randomUUID().toString()));
        nobody("/sandbox/identity/token", Map.of("grant_type", "authorization_code", "code", "khong-co"));
        nobody("/sandbox/identity/sessions/end", Map.of("session", "khong-co"));
        all.put(
                "/verify/{code}",
                () -> new Post(Who.NOBODY, "/verify/222233334444", Map.of("owner", "khong-co"), false));
        nobody("/sandbox/time-stamp", Map.of("a", "b"));
        for (var it : List.of(
                "info",
                "oauth2/token",
                "credentials/list",
                "credentials/info",
                "credentials/authorize",
                "signatures/signHash")) {
            nobody("/sandbox/csc/v1/" + it, Map.of("credentialID", "khong-co"));
        }
        nobody("/sandbox/signing/choose", Map.of("number", "khong-co", "choice", "sign"));
        nobody("/sandbox/sms", Map.of("reference", "0-1", "to", "0912345678", "text", "a"));
        nobody("/sandbox/bank", Map.of("qr", "khong-co", "amount", "1000", "text", "a"));
        nobody("/payments/gateway", Map.of("order", "15-MC222222222222-1", "result", "PAID"));
        nobody("/payments/bank", Map.of("account", "1", "amount", "1000"));
        nobody("/messages/receipts", Map.of("gateway", "sandbox", "reference", "0-1", "state", "delivered"));
        all.put(
                "/sign-out/by/{provider}",
                () -> new Post(Who.NOBODY, "/sign-out/by/sandbox", Map.of("logout_token", "khong-co"), false));
        nobody("/sign-out", Map.of());
        nobody("/error", Map.of());
    }

    private void nobody(String path, Map<String, String> fields) {
        all.put(path, () -> new Post(Who.NOBODY, path, fields, false));
    }

    private Post draft(String page, Map<String, String> typed) {
        return draft(page, typed, true);
    }

    private Post draft(String page, Map<String, String> typed, boolean taken) {
        return new Post(Who.OWNER, "/drafts/" + things.draft(callers) + page, typed, taken);
    }

    private void procedures() {
        var root = "/admin/procedures/revisions/{code}";
        all.put(
                "/admin/procedures/changes",
                () -> new Post(
                        Who.PROCEDURE_AUTHOR,
                        "/admin/procedures/changes",
                        Map.of("command", UUID.randomUUID().toString()),
                        false));
        all.put(
                root + "/copy",
                () -> plain(
                        Who.PROCEDURE_AUTHOR,
                        "/admin/procedures/revisions/" + Things.BIRTH + "/copy",
                        Map.of("command", UUID.randomUUID().toString())));
        all.put(
                root + "/from-record",
                () -> plain(
                        Who.PROCEDURE_AUTHOR,
                        "/admin/procedures/revisions/" + Things.BIRTH + "/from-record",
                        Map.of("command", UUID.randomUUID().toString())));
        all.put(root + "/{no}/files", () -> {
            var it = edition(Who.PROCEDURE_AUTHOR, things.justice().draft(), "/files", Map.of());
            return new Post(it.who(), it.path(), it.fields(), false);
        });
        all.put(root + "/{no}/archive", () -> {
            var it = edition(Who.PROCEDURE_AUTHOR, things.justice().draft(), "/archive", Map.of());
            return new Post(it.who(), it.path(), it.fields(), false);
        });
        all.put(
                root + "/{no}/preview",
                () -> plain(
                        Who.PROCEDURE_REVIEWER,
                        JusticeProcedures.path(things.justice().draft()) + "/preview",
                        Map.of("at", "case", "submittedByProxy", "true", "copies.count", "2")));
        all.put(
                root + "/{no}/trial",
                () -> edition(Who.PROCEDURE_AUTHOR, things.trials().spare(), "/trial", TrialRuns.TYPED));
        all.put("/admin/procedures/trials/{id}", () -> {
            var page = things.trials().begun(things.trials().spare()).path();
            return plain(
                    Who.PROCEDURE_AUTHOR,
                    page,
                    Map.of(
                            "command",
                            UUID.randomUUID().toString(),
                            "seen",
                            "0",
                            "trial-what",
                            "RECEIVE",
                            "trial-step",
                            "reception",
                            "trial-role",
                            "receiver",
                            "trial-who",
                            "1"));
        });
        all.put("/admin/procedures/trials/{id}/end", () -> {
            var page = things.trials().begun(things.trials().spare()).path();
            return plain(Who.PROCEDURE_AUTHOR, page + "/end", Map.of());
        });
        all.put(
                root + "/{no}/submit",
                () -> edition(Who.PROCEDURE_AUTHOR, things.justice().draft(), "/submit", Map.of()));
        all.put(
                root + "/{no}/send-back",
                () -> edition(
                        Who.PROCEDURE_REVIEWER,
                        things.justice().inReview(),
                        "/send-back",
                        Map.of("reason", "Thiếu ví dụ")));
        all.put(
                root + "/{no}/take-back",
                () -> edition(Who.PROCEDURE_AUTHOR, things.justice().inReview(), "/take-back", Map.of()));
        all.put(
                root + "/{no}/discard",
                () -> edition(Who.PROCEDURE_AUTHOR, things.justice().draft(), "/discard", Map.of()));
        all.put(
                root + "/{no}/approve",
                () -> edition(
                        Who.PROCEDURE_REVIEWER,
                        things.justice().inReview(),
                        "/approve",
                        Map.of(
                                "number",
                                "1872/QĐ-BTP",
                                "date",
                                "2026-11-20",
                                "issuer",
                                "Bộ trưởng Bộ Tư pháp",
                                "track",
                                "MINISTRY",
                                "effectOn",
                                "2026-12-20",
                                "publishOn",
                                "2026-12-01")));
        all.put(
                root + "/{no}/publish",
                () -> edition(
                        Who.PROCEDURE_REVIEWER,
                        things.justice().approved(LocalDate.of(2026, 12, 1)),
                        "/publish",
                        Map.of("publishOn", "2026-12-02")));
        all.put(
                root + "/{no}/abolish",
                () -> edition(
                        Who.PROCEDURE_REVIEWER,
                        things.justice().published(),
                        "/abolish",
                        Map.of(
                                "number",
                                "2001/QĐ-BTP",
                                "date",
                                "2026-11-20",
                                "issuer",
                                "Bộ trưởng Bộ Tư pháp",
                                "abolishOn",
                                "2026-12-31")));
    }

    private void studio() {
        var root = "/admin/procedures/revisions/{code}/{no}/studio/{in}";
        all.put(
                root + "/item",
                () -> studio(
                        "/studio/documents/item",
                        Map.of(
                                "name.vi",
                                "Giấy xác nhận",
                                "name.en",
                                "A confirmation",
                                "id",
                                "giay-xac-nhan",
                                "required",
                                "yes")));
        all.put(root + "/move", () -> studio("/studio/page.record/move", Map.of("id", "record.no", "to", "up")));
        all.put(root + "/delete", () -> studio("/studio/documents/delete", Map.of("id", "giay-to-cu-tru")));
        var drawing = "/admin/procedures/revisions/{code}/{no}/studio/bpmn";
        all.put(drawing, () -> studio("/studio/bpmn", Map.of("xml", DRAWING)));
        all.put(drawing + "/take", () -> studio("/studio/bpmn/take", Map.of("xml", DRAWING)));
    }

    private Post studio(String act, Map<String, String> typed) {
        return edition(Who.PROCEDURE_AUTHOR, things.justice().draft(), act, typed);
    }

    private Post edition(Who who, Which which, String act, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(JusticeProcedures.fields(which));
        fields.putAll(typed);
        return plain(who, JusticeProcedures.path(which) + act, fields);
    }

    private Post plain(Who who, String path, Map<String, String> fields) {
        return new Post(who, path, fields, true);
    }

    /** With the hidden fields that stand in the page's form. */
    private Post filled(Who who, String page, String path, Map<String, String> typed) {
        var html = callers.visit(who).get(page).body();
        var form = Pattern.compile("(?s)<form[^>]*action=\"" + Pattern.quote(path) + "\".*?</form>")
                .matcher(html);
        if (!form.find()) {
            throw new AssertionError(who + " sees no form for " + path);
        }
        var fields = new LinkedHashMap<>(typed);
        INPUT.matcher(form.group()).results().forEach(it -> fields.putIfAbsent(it.group(1), it.group(2)));
        fields.remove("_csrf");
        return new Post(who, path, fields, true);
    }

    private Life kept() {
        var life = things.born();
        var page = "/desk/dossiers/" + Things.id(life);
        var receive = filled(Who.RECEIVER, page, page + "/receive", Map.of("then", "keep"));
        callers.call(Who.RECEIVER, "POST", receive.path(), receive.fields());
        return life;
    }

    private Life answered() {
        return things.born().received().askedInProcess(Things.NAME).answered("Tên đúng là Mỵ");
    }

    private Life leaving() {
        return things.born().received().withdrawn("Không cần nữa");
    }

    private Life appraised() {
        return things.born().received().appraised();
    }

    private Life copies() {
        return taVan.birth(Who.OWNER.persona(), HandOver.How.COUNTER, 2);
    }
}
