package vn.motcua.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.desk.CounterDesk;
import vn.motcua.desk.CounterScans;
import vn.motcua.desk.DeskRefusal;
import vn.motcua.desk.Recipient;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Uploads;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.Supplement;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Passes on what an officer at the counter writes down for an applicant who came: a supplement, that they want it back. */
@Component
class CounterActs {

    private final CounterDesk counter;
    private final CounterScans kept;
    private final Uploads uploads;

    CounterActs(CounterDesk counter, CounterScans kept, Uploads uploads) {
        this.counter = counter;
        this.kept = kept;
        this.uploads = uploads;
    }

    /**
     * Keeps the files first, so that nobody has to choose them again whatever else is wrong with the form; then who stands there is
     * checked, and the supplement taken in.
     */
    void supplement(Act act, Opened dossier, Typed typed, MultiValueMap<String, MultipartFile> files) {
        if (!(dossier.stage() instanceof Stage.AwaitingSupplement waiting)
                || !dossier.may(DeskAction.TAKE_SUPPLEMENT)) {
            var nothing = new Supplement(List.of(), Optional.empty(), "");
            counter.supplement(act, dossier.id(), nothing, who(dossier, typed), List.of());
            return;
        }
        var by = (OfficerAt) act.by();
        var lines = waiting.request().lines();
        keep(by, dossier, waiting, typed, files);
        var who = who(dossier, typed);
        var scans = kept.of(by, dossier.id(), waiting.since());
        var papers = new ArrayList<NewPaper>();
        var compared = new ArrayList<NewPaper>();
        for (int i = 0; i < lines.size(); i++) {
            var brought = papers(lines.get(i), i, typed, at(scans, i));
            papers.addAll(brought);
            if (typed.chosen("compared." + i, "yes")) {
                compared.addAll(brought);
            }
        }
        var supplement = new Supplement(papers, Optional.empty(), typed.value("note"));
        counter.supplement(act, dossier.id(), supplement, who, compared);
    }

    /** Takes away what was unticked and adds what was chosen; the first file that is not taken is told, and the others stay. */
    private void keep(
            OfficerAt by,
            Opened dossier,
            Stage.AwaitingSupplement waiting,
            Typed typed,
            MultiValueMap<String, MultipartFile> files) {
        typed.all("drop").forEach(it -> Ids.of(it).ifPresent(id -> kept.drop(by, dossier.id(), id)));
        var refused = new ArrayList<Refused>();
        for (int i = 0; i < waiting.request().lines().size(); i++) {
            var line = i;
            files.getOrDefault("file." + i, List.of()).stream()
                    .filter(it -> !it.isEmpty() || !name(it).isEmpty())
                    .forEach(it -> keep(by, dossier, waiting, line, it).ifPresent(refused::add));
        }
        if (!refused.isEmpty()) {
            throw refused.getFirst();
        }
    }

    private Optional<Refused> keep(
            OfficerAt by, Opened dossier, Stage.AwaitingSupplement waiting, int line, MultipartFile file) {
        try (var content = file.getInputStream()) {
            var stored = uploads.accept(content, name(file), uploads.usualLimits(), by.scope());
            by.scope().run(() -> kept.keep(by, dossier.id(), waiting.since(), line, stored));
            return Optional.empty();
        } catch (Refused refused) {
            if (refused.code() instanceof DocumentRefusal) {
                return Optional.of(new Refused(
                        DeskRefusal.FILE_NOT_TAKEN,
                        Integer.toString(line),
                        name(file),
                        new Phrase("refusal." + refused.code().name(), refused.arguments())));
            }
            if (refused.code() == DeskRefusal.TOO_MANY_FILES_AT_A_LINE) {
                return Optional.of(refused);
            }
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CounterScans.Scan> at(List<CounterScans.Scan> scans, int line) {
        return scans.stream().filter(it -> it.line() == line).toList();
    }

    void withdrawal(Act act, Opened dossier, Typed typed) {
        counter.withdrawal(act, dossier.id(), typed.value("reason"), who(dossier, typed));
    }

    /** Who takes or brings something, compared with whom the dossier is about. */
    static Recipient checked(Opened dossier, Typed typed) {
        var applicant = dossier.filed().applicant();
        return Recipient.checked(
                new Recipient.Owner(
                        applicant.name(),
                        applicant.personalNumber(),
                        applicant.organisation().isPresent()),
                typed.value("card"),
                typed.value("toWhom"),
                typed.value("paper"),
                typed.chosen("checked", "yes"));
    }

    private static String who(Opened dossier, Typed typed) {
        var who = checked(dossier, typed);
        if (who.name().isEmpty()) {
            throw new Refused(DeskRefusal.WHO_CAME_MISSING);
        }
        return who.written();
    }

    /** The scans of a line, the first with what was seen on paper; without a scan only what was seen. */
    private static List<NewPaper> papers(
            SupplementRequest.Line line, int i, Typed typed, List<CounterScans.Scan> scans) {
        var document = line.document().orElse("");
        var originals = count(typed.value("originals." + i));
        var copies = count(typed.value("copies." + i));
        if (scans.isEmpty()) {
            return originals + copies == 0
                    ? List.of()
                    : List.of(NewPaper.shown(document, line.what(), originals, copies));
        }
        var papers = new ArrayList<NewPaper>();
        for (var scan : scans) {
            var paper = new NewPaper(document, scan.name(), scan.file().sha256());
            papers.add(papers.isEmpty() ? paper.seen(originals, copies) : paper);
        }
        return papers;
    }

    private static int count(String typed) {
        return typed.strip().matches("\\d{1,2}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : Text.clean(name);
    }
}
