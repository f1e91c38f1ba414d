package vn.motcua.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.DraftEditionDesk;
import vn.motcua.catalogue.LeadTimes;
import vn.motcua.catalogue.PublicationRounds;
import vn.motcua.catalogue.PublishingDecision;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.catalogue.RevisionDesk.Wanted;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.VietnamTime;

/** Procedures that the ministry of justice writes for a test: each new, so that no other test meets it. */
@TestComponent
public final class JusticeProcedures {

    /** Writes procedures there. */
    public static final String AUTHOR = "Nguyễn Hoài Phương";
    /** Reviews them. */
    public static final String REVIEWER = "Phan Thế Hiển";

    private static final String COPIES = "2.000635";
    private static final AtomicInteger CODES = new AtomicInteger();

    private final RevisionDesk desk;
    private final DraftEditionDesk drafts;
    private final PublicationRounds rounds;
    private final Catalogue catalogue;
    private final TaVan taVan;
    private final TestClock clock;

    JusticeProcedures(
            RevisionDesk desk,
            DraftEditionDesk drafts,
            PublicationRounds rounds,
            Catalogue catalogue,
            TaVan taVan,
            TestClock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.rounds = rounds;
        this.catalogue = catalogue;
        this.taVan = taVan;
        this.clock = clock;
    }

    /** A draft of a new procedure, sound. */
    public Which draft() {
        return draft(Map.of());
    }

    /** A draft with an example that does not hold. */
    public Which brokenDraft() {
        return draft(Map.of("fee: ", "fee: 1"));
    }

    /** A draft whose form cannot be read. */
    public Which unreadDraft() {
        var which = draft();
        desk.change(author(), Ids.next(), which, Map.of("form.yaml", "form: TK-TL\nvi: Tờ khai\nsections: []\n"));
        return now(which);
    }

    private Which draft(Map<String, String> replaced) {
        var code = "9.%06d".formatted(300_000 + CODES.incrementAndGet());
        var files = new HashMap<String, String>();
        catalogue.get(COPIES).runnableContent().files().forEach((name, text) -> {
            var own = text.replace(COPIES, code);
            for (var it : replaced.entrySet()) {
                own = name.equals("examples.yaml") ? own.replace(it.getKey(), it.getValue()) : own;
            }
            files.put(name, own);
        });
        return desk.send(author(), Ids.next(), files);
    }

    /** The same, handed in. */
    public Which inReview() {
        var which = draft();
        desk.handIn(author(), Ids.next(), which);
        return now(which);
    }

    /** Given up by its author. */
    public Which discarded() {
        var which = draft();
        drafts.discard(author(), Ids.next(), which);
        return now(which);
    }

    /** Sent back with a reason. */
    public Which sentBack() {
        var which = inReview();
        desk.sendBack(reviewer(), Ids.next(), which, "Thiếu ví dụ nộp qua bưu chính");
        return now(which);
    }

    /** Approved for that day. */
    public Which approved(LocalDate publishOn) {
        var which = inReview();
        desk.approve(
                reviewer(),
                Ids.next(),
                which,
                new Wanted(decision(), LeadTimes.Track.MINISTRY, publishOn.plusDays(30), publishOn));
        return now(which);
    }

    /** In force since today. */
    public Which published() {
        var which = approved(today());
        rounds.go();
        return now(which);
    }

    /** In force since today, with these files in place of its own. */
    public Which publishedWith(Map<String, String> files) {
        var which = draft();
        desk.change(author(), Ids.next(), which, files);
        desk.handIn(author(), Ids.next(), now(which));
        desk.approve(
                reviewer(),
                Ids.next(),
                now(which),
                new Wanted(decision(), LeadTimes.Track.MINISTRY, today().plusDays(30), today()));
        rounds.go();
        return now(which);
    }

    /** Ended today. */
    public Which abolished() {
        var which = published();
        desk.endOn(reviewer(), Ids.next(), which, decision(), today());
        rounds.go();
        return now(which);
    }

    /** Another edition of it, with one file less asked and a text changed. */
    public Which changed(Which which) {
        int no = desk.copy(author(), Ids.next(), which.code());
        var next = new Which(which.code(), no, 1);
        var form = desk.get(author(), which.code(), no).files().getOrDefault("form.yaml", "");
        desk.change(
                author(),
                Ids.next(),
                next,
                Map.of("form.yaml", form.replaceFirst("vi: ([^{\n]+)\n", "vi: $1 (mới)\n")));
        return now(next);
    }

    /** The same draft with a text changed. */
    public Which touched(Which which) {
        var form = desk.get(author(), which.code(), which.no()).files().getOrDefault("form.yaml", "");
        desk.change(
                author(),
                Ids.next(),
                which,
                Map.of("form.yaml", form.replaceFirst("vi: Họ, chữ đệm", "vi: Họ và chữ đệm")));
        return now(which);
    }

    /** The same as it stands. */
    public Which now(Which which) {
        return new Which(
                which.code(),
                which.no(),
                desk.get(author(), which.code(), which.no()).version());
    }

    /** The address of its page. */
    public static String path(Which which) {
        return "/admin/procedures/revisions/" + which.code() + "/" + which.no();
    }

    /** What each of its forms carries along. */
    public static Map<String, String> fields(Which which) {
        return Map.of("command", UUID.randomUUID().toString(), "version", Integer.toString(which.version()));
    }

    private PublishingDecision decision() {
        return new PublishingDecision("1872/QĐ-BTP", today(), "Bộ trưởng Bộ Tư pháp");
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private OfficerAt author() {
        return (OfficerAt) taVan.named(AUTHOR);
    }

    private OfficerAt reviewer() {
        return (OfficerAt) taVan.named(REVIEWER);
    }
}
