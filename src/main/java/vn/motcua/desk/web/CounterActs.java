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
import vn.motcua.desk.DeskRefusal;
import vn.motcua.desk.Recipient;
import vn.motcua.document.DocumentRefusal;
import vn.motcua.document.Uploads;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.Supplement;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Passes on what an officer at the counter writes down for an applicant who came: a supplement, that they want it back. */
@Component
class CounterActs {

    /** More than this for one line nobody reads. */
    private static final int FILES_FOR_ONE_LINE = 20;

    private final CounterDesk counter;
    private final Uploads uploads;

    CounterActs(CounterDesk counter, Uploads uploads) {
        this.counter = counter;
        this.uploads = uploads;
    }

    /** Who stands there is checked first; only then files are taken. */
    void supplement(Act act, Opened dossier, Typed typed, MultiValueMap<String, MultipartFile> files) {
        var who = who(dossier, typed);
        if (!(dossier.stage() instanceof Stage.AwaitingSupplement waiting)) {
            counter.supplement(act, dossier.id(), new Supplement(List.of(), Optional.empty(), ""), who, false);
            return;
        }
        var papers = new ArrayList<NewPaper>();
        var lines = waiting.request().lines();
        for (int i = 0; i < lines.size(); i++) {
            papers.addAll(papers(act, lines.get(i), i, typed, files));
        }
        counter.supplement(
                act,
                dossier.id(),
                new Supplement(papers, Optional.empty(), typed.value("note")),
                who,
                typed.chosen("compared", "yes"));
    }

    void withdrawal(Act act, Opened dossier, Typed typed) {
        counter.withdrawal(act, dossier.id(), typed.value("reason"), who(dossier, typed));
    }

    /** Who takes or brings something, compared with whom the dossier is about. */
    static Recipient checked(Opened dossier, Typed typed) {
        var applicant = dossier.filed().applicant();
        return Recipient.checked(
                applicant.name(),
                applicant.personalNumber(),
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
    private List<NewPaper> papers(
            Act act, SupplementRequest.Line line, int i, Typed typed, MultiValueMap<String, MultipartFile> files) {
        var document = line.document().orElse("");
        var originals = count(typed.value("originals." + i));
        var copies = count(typed.value("copies." + i));
        var scans = scans(act, i, files);
        if (scans.isEmpty()) {
            return originals + copies == 0
                    ? List.of()
                    : List.of(NewPaper.shown(document, line.what(), originals, copies));
        }
        var papers = new ArrayList<NewPaper>();
        for (var scan : scans) {
            var paper = new NewPaper(document, scan.name(), scan.sha256());
            papers.add(papers.isEmpty() ? paper.seen(originals, copies) : paper);
        }
        return papers;
    }

    private record Scan(String name, String sha256) {}

    private List<Scan> scans(Act act, int i, MultiValueMap<String, MultipartFile> files) {
        var chosen = files.getOrDefault("file." + i, List.of()).stream()
                .filter(it -> !it.isEmpty() || !name(it).isEmpty())
                .toList();
        if (chosen.size() > FILES_FOR_ONE_LINE) {
            throw new Refused(DeskRefusal.TOO_MANY_FILES_AT_A_LINE, FILES_FOR_ONE_LINE);
        }
        return chosen.stream().map(it -> scan(act, i, it)).toList();
    }

    private Scan scan(Act act, int i, MultipartFile file) {
        try (var content = file.getInputStream()) {
            var stored = uploads.accept(
                    content, name(file), uploads.usualLimits(), act.by().scope());
            return new Scan(stored.name(), stored.id().sha256());
        } catch (Refused refused) {
            if (refused.code() instanceof DocumentRefusal) {
                throw new Refused(
                        DeskRefusal.FILE_NOT_TAKEN,
                        Integer.toString(i),
                        name(file),
                        new Phrase("refusal." + refused.code().name(), refused.arguments()));
            }
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(String typed) {
        return typed.strip().matches("\\d{1,2}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : Text.clean(name);
    }
}
