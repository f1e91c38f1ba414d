package vn.motcua.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.desk.CounterScans;
import vn.motcua.desk.web.WorkspaceView.Look;
import vn.motcua.desk.web.WorkspaceView.PaperView;
import vn.motcua.document.FileId;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFile;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Proposal;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.filing.PaperOrigins;
import vn.motcua.filing.SignatureWords;
import vn.motcua.filing.SignedDeclarations;
import vn.motcua.filing.Statements;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.VietnamTime;

/** The papers of a dossier in words, its result last. */
@Component
class PaperWords {

    /** In an address the result stands in the place of a paper's id. */
    static final String RESULT = "result";

    /** The one that is proposed in its place. */
    static final String PROPOSED = "result-proposed";

    /** The ones that were corrected, with their number from 0. */
    static final String REPLACED = "result-replaced-";

    static final String REVOKED = "result-revoked-";

    private final StoredFiles files;
    private final Statements statements;
    private final PaperOrigins origins;
    private final SignatureWords signatures;
    private final SignedDeclarations signed;
    private final CounterScans scans;

    PaperWords(
            StoredFiles files,
            Statements statements,
            PaperOrigins origins,
            SignatureWords signatures,
            SignedDeclarations signed,
            CounterScans scans) {
        this.files = files;
        this.statements = statements;
        this.origins = origins;
        this.signatures = signatures;
        this.signed = signed;
        this.scans = scans;
    }

    /** What this officer has chosen at the counter for the supplement that is waited for, and not sent. */
    List<CounterScans.Scan> chosen(OfficerAt who, Opened dossier) {
        return scans.of(who, dossier.id(), dossier.stage().since());
    }

    List<PaperView> views(Opened dossier, ProcedurePackage procedure, String base, Speech speech) {
        var documents = procedure.paperNames(speech.language());
        var stated = statements.of(dossier.id());
        var came = origins.of(dossier.id());
        var judged = signatures.of(
                dossier.papers().stream().flatMap(it -> it.file().stream()).toList(), speech.language());
        var views = new ArrayList<PaperView>();
        dossier.papers().forEach(it -> {
            var about = documents.getOrDefault(it.document(), "");
            var at = VietnamTime.moment(it.at());
            var way = came(came.get(it.document()), speech);
            views.add(it.file()
                    .map(file -> view(
                                    it.id(),
                                    it.name(),
                                    about,
                                    (seen(it, speech, stated.get(file)) + way).strip(),
                                    at,
                                    file,
                                    base)
                            .stated(Optional.ofNullable(stated.get(file))
                                    .flatMap(Statements.Statement::signed)
                                    .map(_ -> base + "/papers/" + Statements.SIGNED + it.id())
                                    .orElse(""))
                            .judged(judged.get(file)))
                    .orElseGet(() -> shown(it, about, (seen(it, speech, null) + way).strip(), at)));
        });
        signed.of(dossier.id()).ifPresent(it -> views.add(declaration(it, base, speech)));
        came.values().stream()
                .filter(it -> it.came() == PaperOrigins.Came.PREFILLED)
                .map(it -> documents.getOrDefault(it.document(), it.document()))
                .sorted()
                .forEach(it -> views.add(
                        new PaperView("", it, it, speech.t("desk.paper.came.PREFILLED"), "", "", "", "", Look.NONE)));
        dossier.result().ifPresent(it -> views.add(result(it, dossier, base, speech)));
        result(dossier, PROPOSED)
                .ifPresent(it -> views.add(view(
                        PROPOSED,
                        speech.t("desk.paper.result.name", it.number()),
                        speech.t("desk.paper.result.proposed", it.number()),
                        "",
                        "",
                        it.file().sha256(),
                        base)));
        var replaced = dossier.replaced();
        for (int i = 0; i < replaced.size(); i++) {
            var it = replaced.get(i);
            views.add(view(
                    REPLACED + i,
                    speech.t("desk.paper.result.name", it.before().number()),
                    speech.t(
                            "desk.paper.result.replaced",
                            it.before().number(),
                            it.paper().number()),
                    "",
                    "",
                    it.before().file().sha256(),
                    base));
        }
        var revoked = dossier.revoked();
        for (int i = 0; i < revoked.size(); i++) {
            var it = revoked.get(i);
            views.add(view(
                    REVOKED + i,
                    speech.t("desk.paper.result.name", it.paper().number()),
                    speech.t(
                            "desk.paper.result.revoked",
                            it.paper().number(),
                            it.revocation().decision()),
                    "",
                    "",
                    it.paper().file().sha256(),
                    base));
        }
        return views;
    }

    private PaperView declaration(SignedDeclarations.Signed it, String base, Speech speech) {
        var file = it.file().sha256();
        return view(
                        SignedDeclarations.PAPER,
                        SignedDeclarations.NAME,
                        speech.t("filing.sign.paper"),
                        speech.t("filing.sign.by", it.signer(), it.provider()),
                        VietnamTime.moment(it.at()),
                        file,
                        base)
                .judged(signatures.of(List.of(file), speech.language()).get(file));
    }

    /** The result that has this place in an address: the issued one, the proposed one or one that was corrected. */
    static Optional<ResultPaper> result(Opened dossier, String id) {
        if (id.equals(RESULT)) {
            return dossier.result();
        }
        if (id.equals(PROPOSED)) {
            return dossier.proposal()
                    .flatMap(it -> it instanceof Proposal.Amendment one ? Optional.of(one.paper()) : Optional.empty());
        }
        var revoked = dossier.revoked();
        var replaced = dossier.replaced();
        return IntStream.range(0, replaced.size())
                .filter(it -> id.equals(REPLACED + it))
                .mapToObj(it -> replaced.get(it).before())
                .findFirst()
                .or(() -> IntStream.range(0, revoked.size())
                        .filter(it -> id.equals(REVOKED + it))
                        .mapToObj(it -> revoked.get(it).paper())
                        .findFirst());
    }

    /** The paper to show: that one, else the result, else the first that can be shown. */
    @Nullable
    PaperView shown(List<PaperView> papers, String id) {
        var shown = papers.stream().filter(it -> it.look() != Look.NONE).toList();
        return shown.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .or(() -> shown.stream().filter(it -> it.id().equals(RESULT)).findFirst())
                .or(() -> shown.stream().findFirst())
                .orElse(null);
    }

    private PaperView result(ResultPaper result, Opened dossier, String base, Speech speech) {
        var issued = dossier.last(ResultIssued.class)
                .map(it -> VietnamTime.moment(it.at()))
                .orElse("");
        return view(
                RESULT,
                speech.t("desk.paper.result.name", result.number()),
                speech.t("desk.paper.result", result.number()),
                "",
                issued,
                result.file().sha256(),
                base);
    }

    /** A paper that was only shown: nothing to open, only what was seen. */
    private static PaperView shown(Opened.Paper paper, String about, String seen, String came) {
        return new PaperView(paper.id(), paper.name(), about, seen, came, "", "", "", Look.NONE);
    }

    private static String seen(Opened.Paper paper, Speech speech, Statements.@Nullable Statement stated) {
        var seen = paper.originals() + paper.copies() == 0
                ? ""
                : speech.t("desk.paper.seen", paper.originals(), paper.copies());
        return stated == null
                ? seen
                : (seen + " " + speech.t("desk.paper.compared", stated.by(), VietnamTime.moment(stated.at()))).strip();
    }

    /** How it came; nothing of what was filed before that was written down, and of supplements. */
    private static String came(PaperOrigins.@Nullable Origin origin, Speech speech) {
        if (origin == null) {
            return "";
        }
        return " "
                + origin.held()
                        .map(it -> speech.t("desk.paper.came.REUSED", it.sentence()))
                        .orElseGet(() -> speech.t("desk.paper.came." + origin.came()));
    }

    private PaperView view(String id, String name, String about, String seen, String came, String file, String base) {
        return new PaperView(
                id,
                name,
                about,
                seen,
                came,
                base + "?paper=" + id,
                base + "/papers/" + id,
                base + "/papers/" + id + "?save=yes",
                look(file));
    }

    private Look look(String file) {
        return file(file).map(StoredFile::kind).map(PaperWords::look).orElse(Look.NONE);
    }

    private static Look look(FileKind kind) {
        return switch (kind) {
            case PDF -> Look.PDF;
            case JPEG, PNG -> Look.IMAGE;
            case HEIC -> Look.NONE;
        };
    }

    private Optional<StoredFile> file(String sha256) {
        return files.find(FileId.of(sha256));
    }
}
