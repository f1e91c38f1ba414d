package vn.motcua.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.dossier.TrialAct;
import vn.motcua.dossier.TrialAct.What;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.trial.TrialRoom;

/** Trials of the author of {@link JusticeProcedures}, each of a draft of its own. */
@TestComponent
public final class TrialRuns {

    /** What an applicant for copies of the register types, with all that the form asks. */
    public static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("submittedByProxy", "false"),
            Map.entry("requester.fullName", "Lý Thị Mẩy"),
            Map.entry("requester.birthDate.day", "14"),
            Map.entry("requester.birthDate.month", "3"),
            Map.entry("requester.birthDate.year", "1998"),
            Map.entry("requester.citizenId", "010198999001"),
            Map.entry("requester.residence.province", "15"),
            Map.entry("requester.residence.ward", "03037"),
            Map.entry("requester.residence.detail", "Thôn Tả Van Giáy 1"),
            Map.entry("requester.phone", "0912345678"),
            Map.entry("requester.relationship", "02"),
            Map.entry("record.kind", "BIRTH"),
            Map.entry("record.subjectName", "Giàng Thị Mỵ"),
            Map.entry("record.subjectBirth.day", "7"),
            Map.entry("record.subjectBirth.month", "11"),
            Map.entry("record.subjectBirth.year", "2020"),
            Map.entry("record.agency", "Ủy ban nhân dân xã Tả Van"),
            Map.entry("copies.count", "2"),
            Map.entry("commit.agree", "true"));

    private final TrialRoom room;
    private final JusticeProcedures justice;
    private final TaVan taVan;
    private @Nullable Which spare;

    TrialRuns(TrialRoom room, JusticeProcedures justice, TaVan taVan) {
        this.room = room;
        this.justice = justice;
        this.taVan = taVan;
    }

    /** A trial with the draft that it is of. */
    public record Run(String id, Which which) {

        /** The address of its page. */
        public String path() {
            return "/admin/procedures/trials/" + id;
        }
    }

    /** A draft to try; the trials of the one before it are thrown away, since an author may have a few only. */
    public Which spare() {
        if (spare != null) {
            room.of(author(), room.edition(author(), spare.code(), Integer.toString(spare.no())))
                    .forEach(it -> room.end(author(), it.id().toString()));
        }
        spare = justice.draft();
        return spare;
    }

    /** Filed and nothing else. */
    public Run begun() {
        return begun(justice.draft());
    }

    /** Filed on that draft and nothing else. */
    public Run begun(Which which) {
        var posted = new LinkedHashMap<String, List<String>>();
        TYPED.forEach((name, value) -> posted.put(name, List.of(value)));
        var id = room.begin(author(), Ids.next(), which.code(), Integer.toString(which.no()), posted);
        return new Run(id.toString(), which);
    }

    /** Received and appraised. */
    public Run appraised() {
        var run = begun();
        does(run, What.RECEIVE);
        does(run, What.COMPLETE);
        return run;
    }

    /** Granted; the result is not issued yet. */
    public Run decided() {
        var run = appraised();
        does(run, What.APPROVE);
        return run;
    }

    /** All of it done. */
    public Run over() {
        var run = decided();
        does(run, What.ISSUE);
        does(run, What.PAY);
        does(run, What.HAND_OVER);
        return run;
    }

    /** One whose draft was changed since. */
    public Run ofAnOlderText() {
        var run = begun();
        justice.touched(run.which());
        return run;
    }

    /** Does what is offered, by whom it is offered to. */
    public void does(Run run, What what) {
        var seen = room.open(author(), run.id(), Language.VI).trial().done().size();
        room.act(author(), run.id(), Ids.next(), seen, Language.VI, open -> {
            var offer = open.state().orElseThrow().offers().stream()
                    .filter(it -> it.what() == what)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(what + " is not offered"));
            return new TrialAct(
                    open.trial().now(), what, offer.step(), offer.role(), offer.who(), "Lý Thị Mẩy", "", Map.of());
        });
    }

    private OfficerAt author() {
        return (OfficerAt) taVan.named(JusticeProcedures.AUTHOR);
    }
}
