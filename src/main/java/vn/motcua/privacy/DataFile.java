package vn.motcua.privacy;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Paper;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.AnswersView;
import vn.motcua.form.Places;
import vn.motcua.privacy.Holdings.Kept;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/**
 * Somebody's data as one file to take along: {@code data.json} for programs, {@code index.html} for reading, the papers
 * beside them. Nothing of it is kept here.
 */
@Component
public class DataFile {

    private final FileStore store;
    private final Catalogue catalogue;
    private final KnownFacts known;
    private final Places places;
    private final TemplateEngine templates;
    private final Messages messages;
    private final JsonMapper json;
    private final KeptBeside beside;

    DataFile(
            FileStore store,
            Catalogue catalogue,
            KnownFacts known,
            Places places,
            TemplateEngine templates,
            Messages messages,
            JsonMapper json) {
        this.store = store;
        this.catalogue = catalogue;
        this.known = known;
        this.places = places;
        this.templates = templates;
        this.messages = messages;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.beside = new KeptBeside(store, messages);
    }

    /** A heading with its facts, for reading. */
    public record Part(String title, List<Fact> facts) {}

    /**
     * One of them.
     *
     * @param file its path in the file, empty when it is none
     */
    public record Fact(String name, String value, String file) {}

    /** Writes the file, as it is at that moment. */
    public void write(Kept kept, Instant at, Language language, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to);
        put(zip, "data.json", json.writeValueAsBytes(forPrograms(kept, at)));
        put(zip, "index.html", page(kept, at, language).getBytes(StandardCharsets.UTF_8));
        for (var dossier : kept.dossiers()) {
            for (var paper : files(dossier)) {
                zip.putNextEntry(new ZipEntry(path(dossier, paper)));
                try (var content = store.open(FileId.of(paper.file().orElseThrow()))) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
            }
            beside.files(kept, dossier, zip);
        }
        beside.files(kept, zip);
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static List<Paper> files(ApplicantView dossier) {
        return dossier.papers().stream().filter(it -> it.file().isPresent()).toList();
    }

    /** The program's own id keeps two papers of one name apart. */
    private static String path(ApplicantView dossier, Paper paper) {
        var id = paper.id().toString();
        return "papers/" + dossier.word() + "/" + id.substring(id.length() - 8) + "-" + paper.name();
    }

    private Map<String, Object> forPrograms(Kept kept, Instant at) {
        var all = new LinkedHashMap<String, Object>();
        all.put("madeAt", at);
        all.put("account", kept.who().name());
        all.put("person", kept.person());
        all.put("organisation", kept.organisation());
        all.put(
                "dossiers",
                kept.dossiers().stream().map(it -> dossier(kept, it)).toList());
        all.put("drafts", kept.drafts());
        all.put("notices", kept.notices());
        all.put("corrections", kept.corrections());
        all.put(
                "whoActsForMe",
                kept.actForThem().stream().map(MandatesKept::forPrograms).toList());
        all.put(
                "forWhomIAct",
                kept.theyActFor().stream().map(MandatesKept::forPrograms).toList());
        beside.forPrograms(kept, all);
        return all;
    }

    private Map<String, Object> dossier(Kept kept, ApplicantView it) {
        var one = new LinkedHashMap<String, Object>();
        one.put("trackingCode", it.word());
        one.put("number", it.number().map(number -> number.value()));
        one.put("procedure", it.procedureCode());
        one.put("procedureName", it.procedureName());
        one.put("stage", it.stage().kind());
        one.put("filedAt", it.filedAt());
        one.put("applicant", it.applicant());
        one.put("receiveBy", it.receiveBy());
        one.put("receiveAt", it.receiveAt());
        one.put("answers", it.answers());
        one.put("papers", it.papers().stream().map(paper -> paper(it, paper)).toList());
        one.put("history", it.history());
        beside.forPrograms(kept, it, one);
        return one;
    }

    private static Map<String, Object> paper(ApplicantView dossier, Paper it) {
        var one = new LinkedHashMap<String, Object>();
        one.put("name", it.name());
        one.put("addedAt", it.addedAt());
        one.put("sha256", it.file());
        one.put("file", it.file().map(_ -> path(dossier, it)));
        return one;
    }

    private String page(Kept kept, Instant at, Language language) {
        var html = new StringOutput();
        templates.render(
                "privacy/data-file.jte",
                Map.of(
                        "language", language.tag(),
                        "title",
                                messages.say(
                                        language,
                                        "privacy.file.title",
                                        kept.who().name()),
                        "what", messages.say(language, "privacy.file.what", VietnamTime.moment(at)),
                        "parts", parts(kept, language)),
                html);
        return html.toString();
    }

    private List<Part> parts(Kept kept, Language language) {
        var parts = new ArrayList<Part>();
        kept.person()
                .ifPresent(it -> parts.add(new Part(
                        messages.say(language, "privacy.person"),
                        List.of(
                                fact("name", it.name(), language),
                                fact("number", it.personalNumber(), language),
                                fact("born", VietnamTime.day(it.bornOn()), language),
                                fact("phone", it.phone(), language),
                                fact("email", it.email(), language),
                                fact("address", it.address(), language)))));
        kept.organisation()
                .ifPresent(it -> parts.add(new Part(
                        messages.say(language, "privacy.organisation"),
                        List.of(fact("name", it.name(), language), fact("taxCode", it.taxCode(), language)))));
        kept.dossiers().forEach(it -> parts.add(read(kept, it, language)));
        parts.addAll(beside.parts(kept, language));
        kept.corrections().forEach(it -> parts.add(read(it, language)));
        var mandates = new MandatesKept(messages);
        kept.actForThem()
                .forEach(it ->
                        parts.add(mandates.forReading(it, messages.say(language, "privacy.mandate.given"), language)));
        kept.theyActFor()
                .forEach(it ->
                        parts.add(mandates.forReading(it, messages.say(language, "privacy.mandate.held"), language)));
        return parts;
    }

    private Part read(Kept kept, ApplicantView it, Language language) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("code", it.word(), language));
        it.number().ifPresent(number -> facts.add(fact("dossierNumber", number.value(), language)));
        facts.add(fact("stage", it.stageName(), language));
        facts.add(fact("filedAt", VietnamTime.moment(it.filedAt()), language));
        var form = catalogue.revision(it.revision()).runnableContent().form();
        AnswersView.of(form, it.answers(), known.of(it.circumstances()), new AnswerWords(messages, language, places))
                .sections()
                .forEach(section -> section.lines()
                        .forEach(line ->
                                facts.add(new Fact(line.label().in(language), String.join("; ", line.texts()), ""))));
        files(it)
                .forEach(paper -> facts.add(
                        new Fact(messages.say(language, "privacy.fact.paper"), paper.name(), path(it, paper))));
        facts.addAll(beside.facts(kept, it, language));
        it.history().forEach(line -> facts.add(new Fact(VietnamTime.moment(line.at()), line.what(), "")));
        return new Part(it.procedureName(), facts);
    }

    private Part read(Correction it, Language language) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("wrong", it.wrong(), language));
        facts.add(fact("right", it.right(), language));
        facts.add(fact("askedAt", VietnamTime.moment(it.askedAt()), language));
        Optional.of(it)
                .flatMap(Correction::answer)
                .ifPresent(answer -> facts.add(fact("answer", answer.text(), language)));
        return new Part(messages.say(language, "privacy.correction.of", it.about()), facts);
    }

    private Fact fact(String name, String value, Language language) {
        return new Fact(messages.say(language, "privacy.fact." + name), value, "");
    }
}
