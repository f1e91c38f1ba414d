package vn.motcua.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.motcua.conversation.ThreadMessage;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.evidence.Question;
import vn.motcua.filing.SignedDeclarations;
import vn.motcua.privacy.Holdings.Kept;
import vn.motcua.queue.Appointment;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;
import vn.motcua.vault.VaultEntry;

/** What lies beside a dossier's answers and papers, in the file with somebody's data: messages, results, slips, questions. */
record KeptBeside(FileStore store, Messages messages) {

    /** Adds it to what programs read of a dossier. */
    void forPrograms(Kept kept, ApplicantView dossier, Map<String, Object> one) {
        one.put(
                "messages",
                of(kept, dossier).stream()
                        .map(it -> Map.of(
                                "from",
                                it.from(),
                                "at",
                                it.at(),
                                "text",
                                it.text(),
                                "files",
                                it.files().stream()
                                        .map(file -> path(dossier, file))
                                        .toList()))
                        .toList());
        var slips = new LinkedHashMap<String, Object>();
        dossier.slips().supplement().ifPresent(it -> slips.put("supplementRequested", it));
        dossier.slips().turnAway().ifPresent(it -> slips.put("turnedAway", it));
        dossier.slips()
                .apology()
                .ifPresent(it -> slips.put(
                        "apology", Map.of("at", it.at(), "reason", it.written().reason())));
        dossier.slips()
                .halt()
                .ifPresent(it -> slips.put(
                        "halted", Map.of("at", it.at(), "reason", it.written().reason())));
        one.put("slips", slips);
        one.put("resultNumber", dossier.result().map(it -> it.number()));
        one.put("result", hasResult(kept, dossier) ? path(dossier) : "");
        one.put(
                "signedDeclaration",
                signed(kept, dossier).map(_ -> signedPath(dossier)).orElse(""));
    }

    /** Adds what belongs to no dossier. */
    void forPrograms(Kept kept, Map<String, Object> all) {
        all.put("questions", kept.beside().questions());
        all.put("appointments", kept.beside().appointments());
        all.put("contact", kept.beside().contact());
        all.put(
                "vault",
                kept.beside().vault().stream().map(KeptBeside::forPrograms).toList());
    }

    private static Map<String, Object> forPrograms(VaultEntry it) {
        var one = new LinkedHashMap<String, Object>();
        one.put("name", it.name().vi());
        one.put("number", it.number());
        one.put("issuer", it.issuer());
        one.put("issuedOn", it.issuedOn());
        one.put("validUntil", it.validUntil());
        one.put("origin", it.origin());
        one.put("ended", it.ending());
        one.put("data", it.data());
        one.put("file", ownFile(it) ? path(it) : "");
        return one;
    }

    /** The result of a dossier lies with the dossier. */
    private static boolean ownFile(VaultEntry it) {
        return it.origin() != VaultEntry.Origin.RESULT;
    }

    private static String path(VaultEntry it) {
        return "vault/" + it.id();
    }

    /** Writes the files of what lies in the vault and with no dossier. */
    void files(Kept kept, ZipOutputStream zip) throws IOException {
        for (var entry : kept.beside().vault()) {
            if (ownFile(entry)) {
                put(zip, path(entry), entry.given());
            }
        }
    }

    /** Writes the files. */
    void files(Kept kept, ApplicantView dossier, ZipOutputStream zip) throws IOException {
        for (var message : of(kept, dossier)) {
            for (var file : message.files()) {
                put(zip, path(dossier, file), file.file());
            }
        }
        if (hasResult(kept, dossier)) {
            put(zip, path(dossier), dossier.result().orElseThrow().file());
        }
        var declaration = signed(kept, dossier);
        if (declaration.isPresent()) {
            put(zip, signedPath(dossier), declaration.get());
        }
    }

    private void put(ZipOutputStream zip, String name, FileId file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (var content = store.open(file)) {
            content.transferTo((OutputStream) zip);
        }
        zip.closeEntry();
    }

    /** What is read of a dossier. */
    List<DataFile.Fact> facts(Kept kept, ApplicantView dossier, Language language) {
        var facts = new ArrayList<DataFile.Fact>();
        if (hasResult(kept, dossier)) {
            facts.add(new DataFile.Fact(
                    say(language, "privacy.fact.result"),
                    dossier.result().orElseThrow().number(),
                    path(dossier)));
        }
        signed(kept, dossier)
                .ifPresent(_ -> facts.add(new DataFile.Fact(
                        say(language, "filing.sign.paper"), SignedDeclarations.NAME, signedPath(dossier))));
        of(kept, dossier).forEach(it -> {
            facts.add(new DataFile.Fact(
                    say(language, "privacy.fact.message." + it.from()) + ", " + VietnamTime.moment(it.at()),
                    it.text(),
                    ""));
            it.files()
                    .forEach(file -> facts.add(
                            new DataFile.Fact(say(language, "privacy.fact.paper"), file.name(), path(dossier, file))));
        });
        return facts;
    }

    /** What is read besides dossiers. */
    List<DataFile.Part> parts(Kept kept, Language language) {
        var parts = new ArrayList<DataFile.Part>();
        var contact = kept.beside().contact();
        var reached = new ArrayList<DataFile.Fact>();
        contact.email().ifPresent(it -> reached.add(new DataFile.Fact(say(language, "privacy.fact.email"), it, "")));
        contact.phone().ifPresent(it -> reached.add(new DataFile.Fact(say(language, "privacy.fact.phone"), it, "")));
        if (!reached.isEmpty()) {
            parts.add(new DataFile.Part(say(language, "privacy.contact"), reached));
        }
        for (var it : kept.beside().questions()) {
            parts.add(new DataFile.Part(say(language, "privacy.question"), facts(it, language)));
        }
        for (var it : kept.beside().vault()) {
            parts.add(new DataFile.Part(
                    it.name(language) + " " + it.number(),
                    List.of(
                            new DataFile.Fact(say(language, "privacy.fact.issuer"), it.issuer(), ""),
                            new DataFile.Fact(
                                    say(language, "privacy.fact.vault"),
                                    VietnamTime.day(it.issuedOn()),
                                    ownFile(it) ? path(it) : ""))));
        }
        for (var it : kept.beside().appointments()) {
            parts.add(new DataFile.Part(say(language, "privacy.appointment"), facts(it, language)));
        }
        return parts;
    }

    private List<DataFile.Fact> facts(Question it, Language language) {
        var facts = new ArrayList<DataFile.Fact>();
        facts.add(new DataFile.Fact(say(language, "privacy.fact.askedAt"), VietnamTime.moment(it.askedAt()), ""));
        facts.add(new DataFile.Fact(say(language, "privacy.question"), it.text(), ""));
        it.answer()
                .ifPresent(answer ->
                        facts.add(new DataFile.Fact(say(language, "privacy.fact.answer"), answer.text(), "")));
        return facts;
    }

    private List<DataFile.Fact> facts(Appointment it, Language language) {
        return List.of(
                new DataFile.Fact(say(language, "privacy.appointment"), VietnamTime.moment(it.at()), ""),
                new DataFile.Fact(say(language, "privacy.fact.procedure"), it.procedure(), ""));
    }

    private String say(Language language, String key) {
        return messages.say(language, key);
    }

    private static List<ThreadMessage> of(Kept kept, ApplicantView dossier) {
        return kept.beside().messages().getOrDefault(dossier.ref(), List.of());
    }

    private static boolean hasResult(Kept kept, ApplicantView dossier) {
        return kept.beside().results().contains(dossier.ref());
    }

    private static Optional<FileId> signed(Kept kept, ApplicantView dossier) {
        return Optional.ofNullable(kept.beside().declarations().get(dossier.ref()));
    }

    /** No paper of a dossier has a name that begins so: their ids stand before. */
    private static String signedPath(ApplicantView dossier) {
        return "papers/" + dossier.word() + "/" + SignedDeclarations.NAME;
    }

    private static String path(ApplicantView dossier, ThreadMessage.Attached file) {
        var id = file.id().toString();
        return "messages/" + dossier.word() + "/" + id.substring(id.length() - 8) + "-" + file.name();
    }

    private static String path(ApplicantView dossier) {
        return "results/" + dossier.word() + "/ket-qua.pdf";
    }
}
