package vn.motcua.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.Uploads;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.HistoryLine;
import vn.motcua.dossier.Stage;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Places;
import vn.motcua.form.Problem;
import vn.motcua.portal.Lacking;
import vn.motcua.portal.SupplementDesk;
import vn.motcua.portal.SupplementDraft;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Says a supplement request and what was put together for it. */
@Component
class SupplementWords {

    private static final double MEGABYTE = 1048576;

    private final SupplementDesk desk;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Places places;
    private final Messages messages;

    SupplementWords(SupplementDesk desk, Catalogue catalogue, Uploads uploads, Places places, Messages messages) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.places = places;
        this.messages = messages;
    }

    /** The page. */
    SupplementView say(ApplicantView dossier, SupplementDraft draft, UUID command, Faults faults, Language language) {
        var speech = new Speech(messages, language);
        var names = catalogue.revision(dossier.revision()).runnableContent().documents().stream()
                .collect(Collectors.toMap(RequiredDocument::id, it -> it.name(language)));
        var lines = IntStream.range(0, dossier.asked().size())
                .mapToObj(it -> line(dossier, draft, it, names, faults, speech))
                .toList();
        var sections = sections(dossier, draft, faults, language);
        return new SupplementView(
                Mine.address(dossier),
                dossier.procedureName(),
                DossierWords.last(dossier, "supplement-requested")
                        .map(HistoryLine::who)
                        .orElse(""),
                dossier.version(),
                command.toString(),
                lines,
                sections,
                draft.answers().isPresent(),
                dossier.stage() instanceof Stage.AwaitingSupplement it
                        ? it.request().until().map(VietnamTime::day).orElse("")
                        : "",
                errors(lines, sections, faults, speech),
                uploads.usualLimits().size().toMegabytes(),
                uploads.checkedForViruses());
    }

    /** What was put together for a request whose last day has passed, line by line. */
    List<String> kept(ApplicantView dossier, SupplementDraft draft, Language language) {
        var words = new AnswerWords(messages, language, places);
        var corrected = draft.answers().stream()
                .flatMap(answers -> desk.form(dossier)
                        .definition()
                        .fields()
                        .filter(it -> !Objects.equals(
                                answers.get(it.id()), dossier.answers().get(it.id())))
                        .map(it -> it.label().in(language) + ": "
                                + words.say(it, Optional.ofNullable(answers.get(it.id())))));
        return Stream.concat(draft.notes().stream().filter(it -> !it.isEmpty()), corrected)
                .toList();
    }

    private static SupplementView.Asked line(
            ApplicantView dossier,
            SupplementDraft draft,
            int no,
            Map<String, String> names,
            Faults faults,
            Speech speech) {
        var line = dossier.asked().get(no);
        return new SupplementView.Asked(
                no,
                line.what(),
                line.reason(),
                line.document()
                        .flatMap(it -> Optional.ofNullable(names.get(it)))
                        .orElse(""),
                draft.papers(no).stream()
                        .map(it -> new SupplementView.Upload(it.id().toString(), it.name(), size(it.size())))
                        .toList(),
                draft.note(no),
                faults.at(no, line.what(), speech));
    }

    private List<SupplementView.Section> sections(
            ApplicantView dossier, SupplementDraft draft, Faults faults, Language language) {
        var form = desk.form(dossier);
        var wrong = faults.answers().stream().map(Problem::fieldId).collect(Collectors.toSet());
        return form.sections(draft.answers().orElse(dossier.answers()), desk.facts(dossier)).stream()
                .filter(it -> !CorrectionPages.declares(it))
                .map(it -> new SupplementView.Section(it.id(), it.title().in(language), hasOneOf(it, wrong)))
                .toList();
    }

    private static boolean hasOneOf(FormDefinition.Section section, Set<String> fields) {
        return section.fields().stream()
                .map(Field::id)
                .anyMatch(it -> fields.stream().anyMatch(wrong -> wrong.equals(it) || wrong.startsWith(it + ".")));
    }

    private static List<SupplementView.Wrong> errors(
            List<SupplementView.Asked> lines, List<SupplementView.Section> sections, Faults faults, Speech speech) {
        var errors = new ArrayList<SupplementView.Wrong>();
        lines.stream()
                .filter(it -> !it.wrong().isEmpty())
                .map(it -> new SupplementView.Wrong("file-" + it.no(), it.wrong()))
                .forEach(errors::add);
        var form = sections.stream()
                .filter(SupplementView.Section::wrong)
                .findFirst()
                .map(it -> "correct-" + it.id())
                .orElse("form");
        faults.answers().stream()
                .map(it -> new SupplementView.Wrong(form, it.say(speech.messages(), speech.language())))
                .forEach(errors::add);
        return errors;
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? Math.max(1, bytes / 1024) + "\u00a0KB"
                : String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE).replace('.', ',') + "\u00a0MB";
    }

    /**
     * What is wrong with what was put together.
     *
     * @param open what stands in the way of sending; empty when nobody has tried to send
     * @param files what was said of files that were not taken, by the place of their line
     */
    record Faults(Optional<SupplementDesk.Open> open, Map<Integer, String> files) {

        Faults() {
            this(Optional.empty(), Map.of());
        }

        List<Problem> answers() {
            return open.map(SupplementDesk.Open::answers).orElse(List.of());
        }

        /** What is wrong with that line; empty for nothing. */
        String at(int line, String what, Speech speech) {
            var file = files.get(line);
            if (file != null) {
                return file;
            }
            return open.flatMap(it -> Optional.ofNullable(it.lines().get(line)))
                    .map(it -> switch (it) {
                        case Lacking.FILE -> speech.t("portal.supplement.lacking.FILE", what);
                        case Lacking.ANYTHING -> speech.t("portal.supplement.lacking.ANYTHING", what);
                    })
                    .orElse("");
        }
    }
}
