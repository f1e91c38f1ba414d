package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.COLLEAGUE;
import static vn.motcua.desk.Commune.ELSEWHERE;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.DossierId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What officers keep beside a dossier, and that no applicant ever sees it. */
@WholeProgram
class NotesAndTagsTest extends AtTheDesk {

    private static final String APPLICANT = "Lý Thị Mẩy";

    private final TaVan taVan;

    NotesAndTagsTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @Autowired TaVan taVan,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
        this.taVan = taVan;
    }

    @Test
    void aNoteIsReadByColleaguesAndByNobodyElseAnywhere() throws IOException {
        var life = taVan.birth(APPLICANT).received();
        var dossier = life.ref.id();
        var secret = "GHI-CHU-" + UUID.randomUUID();
        var label = "NHAN-" + UUID.randomUUID().toString().substring(0, 8);
        var command = UUID.randomUUID().toString();
        notes(RECEIVER, dossier, secret, command);
        notes(RECEIVER, dossier, secret, command);
        tags(RECEIVER, dossier, Map.of("fresh", label));

        assertThat(officer(SPECIALIST).page(dossier))
                .contains(secret, "Trần Thu Hà", label, "Người nộp không bao giờ thấy ghi chú")
                .containsOnlyOnce(secret);
        assertThat(officer(ELSEWHERE).get(Officer.path(dossier)).statusCode()).isEqualTo(404);
        assertThat(notesAnswer(ELSEWHERE, dossier, "x", UUID.randomUUID().toString()))
                .isEqualTo(404);

        var applicant = new Visit(address).as(APPLICANT);
        for (var page : java.util.List.of(
                life.path(),
                life.path() + "/thread",
                life.path() + "/evidence",
                "/my",
                "/track?code=" + life.code.value(),
                "/api/v1/dossiers/" + life.code.value(),
                "/my/data")) {
            assertThat(applicant.get(page).body())
                    .as(page)
                    .doesNotContain(secret)
                    .doesNotContain(label);
        }
        assertThat(unpacked(applicant.bytes(life.path() + "/evidence.zip")))
                .doesNotContain(secret)
                .doesNotContain(label);
        assertThat(unpacked(applicant
                        .sendForBytes("/my/data/file", Map.of("_csrf", token(applicant)))
                        .body()))
                .doesNotContain(secret)
                .doesNotContain(label);
    }

    @Test
    void anEmptyNoteOrAnOverlongTagIsRefusedAndNothingTypedIsLost() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        var empty = ha.sends(Officer.path(dossier) + "/notes", form(ha, Map.of("body", " ")));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#note\"", "Ghi chú chưa có nội dung");
        var name = "dài ".repeat(15).strip();
        var tooLong = ha.sends(Officer.path(dossier) + "/tags", form(ha, Map.of("fresh", name)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("href=\"#tag-fresh\"", "value=\"" + name + "\"");
    }

    @Test
    void theUnitsTagsAreChosenPutAndTakenOffAndFilterTheInbox() {
        var label = "Hộ nghèo " + UUID.randomUUID().toString().substring(0, 6);
        var tagged = commune.birth("Giàng Thị Mỷ");
        var other = commune.birth("Giàng Thị Mỷ");
        tags(RECEIVER, tagged, Map.of("fresh", label));
        var page = officer(COLLEAGUE).page(other);
        var id = Visit.first(page, "name=\"tag\" value=\"([^\"]+)\"[^>]*><label[^>]*>" + label);

        var list = officer(RECEIVER).get("/desk?tag=" + id).body();
        assertThat(list).contains(tagged.toString(), label).doesNotContain(other.toString());
        tags(COLLEAGUE, other, Map.of("tag", id));
        assertThat(officer(RECEIVER).get("/desk?tag=" + id).body()).contains(tagged.toString(), other.toString());
        tags(COLLEAGUE, tagged, Map.of());
        assertThat(officer(RECEIVER).get("/desk?tag=" + id).body())
                .contains(other.toString())
                .doesNotContain(tagged.toString());
        tags(RECEIVER, tagged, Map.of("fresh", label.toUpperCase(java.util.Locale.ROOT)));
        assertThat(officer(RECEIVER).get("/desk?tag=" + id).body())
                .as("the same tag")
                .contains(tagged.toString());
    }

    @Test
    void whoHasItOpenIsToldOfAColleagueUntilTheyAreGone() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        assertThat(officer(COLLEAGUE).page(dossier)).doesNotContain("cũng đang mở hồ sơ này");

        assertThat(officer(RECEIVER).page(dossier)).contains(COLLEAGUE + " cũng đang mở hồ sơ này");
        assertThat(officer(COLLEAGUE).get(Officer.path(dossier) + "/here").body())
                .contains(RECEIVER + " cũng đang mở hồ sơ này", "data-hx-trigger=\"every 45s\"");
        clock.advance(Duration.ofMinutes(3));
        assertThat(officer(RECEIVER).page(dossier)).doesNotContain("cũng đang mở hồ sơ này");
    }

    private void notes(String officer, DossierId dossier, String body, String command) {
        assertThat(notesAnswer(officer, dossier, body, command)).isEqualTo(302);
    }

    private int notesAnswer(String officer, DossierId dossier, String body, String command) {
        var visitor = officer(officer);
        var form = form(visitor, Map.of("body", body));
        form.put("command", command);
        return visitor.sends(Officer.path(dossier) + "/notes", form).statusCode();
    }

    private void tags(String officer, DossierId dossier, Map<String, String> typed) {
        var visitor = officer(officer);
        var answer = visitor.sends(Officer.path(dossier) + "/tags", form(visitor, typed));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private static Map<String, String> form(Officer officer, Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("_csrf", Visit.token(officer.get("/desk").body()));
        form.putIfAbsent("command", UUID.randomUUID().toString());
        return form;
    }

    private static String token(Visit visit) {
        return Visit.token(visit.get("/my/data").body());
    }

    private static String unpacked(byte[] zip) throws IOException {
        var text = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.isEmpty() ? new String(zip, StandardCharsets.UTF_8) : text.toString();
    }
}
