package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.motcua.audit.EvidencePackage;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.Reception;
import vn.motcua.dossier.StageKind;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.evidence.DossierProofs;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.StepUp;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** Whether anything was changed behind a dossier's back, and the file that proves it to others. */
@Controller
class ProofPages {

    private final ReadingDesk reading;
    private final Tracking tracking;
    private final ApplicantDesk mine;
    private final DossierProofs proofs;
    private final ProofWords words;
    private final Catalogue catalogue;
    private final FileStore files;
    private final StepUp stepUp;
    private final Clock clock;

    ProofPages(
            ReadingDesk reading,
            Tracking tracking,
            ApplicantDesk mine,
            DossierProofs proofs,
            ProofWords words,
            Catalogue catalogue,
            FileStore files,
            StepUp stepUp,
            Clock clock) {
        this.reading = reading;
        this.tracking = tracking;
        this.mine = mine;
        this.proofs = proofs;
        this.words = words;
        this.catalogue = catalogue;
        this.files = files;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** Checks a dossier of the officer's unit. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/evidence")
    ModelAndView forOfficer(OfficerAt who, @PathVariable String id, HttpServletRequest request) {
        var dossier = open(who, id, Opening.DOSSIER);
        return page(
                new DossierRef(who.tenant(), dossier.id()),
                title(
                        dossier.filed().revision(),
                        dossier.stage().received().map(Reception::number),
                        Languages.of(request)),
                "/desk/dossiers/" + dossier.id(),
                true,
                Languages.of(request));
    }

    /** The same as a file. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/evidence.zip")
    ResponseEntity<StreamingResponseBody> fileForOfficer(OfficerAt who, @PathVariable String id) {
        var dossier = open(who, id, Opening.EXPORTED);
        return file(
                new DossierRef(who.tenant(), dossier.id()),
                title(dossier.filed().revision(), dossier.stage().received().map(Reception::number), Language.VI),
                named(dossier.papers().stream().map(it -> Map.entry(it.file(), it.name()))),
                DossierProofs.Results.ALL);
    }

    /** Checks a dossier for whose it is. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/{code}/evidence")
    ModelAndView forOwner(SignedIn.Applicant who, @PathVariable String code, HttpServletRequest request) {
        var dossier = open(who, code, Opening.DOSSIER);
        return page(
                dossier.ref(),
                title(dossier.revision(), dossier.number(), Languages.of(request)),
                "/my/" + dossier.code().value(),
                false,
                Languages.of(request));
    }

    /** The same as a file. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/{code}/evidence.zip")
    ResponseEntity<StreamingResponseBody> fileForOwner(SignedIn.Applicant who, @PathVariable String code) {
        var dossier = open(who, code, Opening.EXPORTED);
        return file(
                dossier.ref(),
                title(dossier.revision(), dossier.number(), Language.VI),
                named(dossier.papers().stream().map(it -> Map.entry(it.file(), it.name()))),
                dossier.stage().kind() == StageKind.HANDED_OVER && stepUp.proved(level(dossier))
                        ? DossierProofs.Results.ISSUED
                        : DossierProofs.Results.NONE);
    }

    /** How much must be proved to fetch its result. */
    private int level(ApplicantView dossier) {
        return catalogue.revision(dossier.revision()).runnableContent().identityLevel();
    }

    private static Map<String, String> named(Stream<Map.Entry<Optional<String>, String>> papers) {
        var names = new HashMap<String, String>();
        papers.forEach(it -> it.getKey().ifPresent(file -> names.putIfAbsent(file, it.getValue())));
        return names;
    }

    private ModelAndView page(DossierRef dossier, Title title, String address, boolean desk, Language language) {
        return Pages.show(
                desk ? "evidence/desk" : "evidence/mine",
                words.view(title.procedure(), title.number(), address, proofs.check(dossier), language));
    }

    private ResponseEntity<StreamingResponseBody> file(
            DossierRef dossier, Title title, Map<String, String> papers, DossierProofs.Results results) {
        var packed =
                proofs.pack(dossier, Map.of("procedure", title.procedure(), "number", title.number()), papers, results);
        var files = packed.files().entrySet().stream()
                .map(it -> paper(it.getKey(), it.getValue()))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("evidence-" + dossier.id() + ".zip")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> packed.evidence().write(files, out));
    }

    private record Title(String procedure, String number) {}

    private Title title(RevisionId revision, Optional<DossierNumber> number, Language language) {
        return new Title(
                catalogue.revision(revision).name(language),
                number.map(DossierNumber::value).orElse("–"));
    }

    private ApplicantView open(SignedIn.Applicant who, String code, Opening what) {
        return TrackingCode.typed(code).stream()
                .flatMap(it -> tracking.dossiers(it).stream())
                .findFirst()
                .map(it -> mine.open(who, it, what, Language.VI))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private Opened open(OfficerAt who, String id, Opening what) {
        try {
            return reading.open(who, DossierId.of(id), what, clock.instant());
        } catch (IllegalArgumentException none) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }

    private EvidencePackage.Paper paper(String hash, String name) {
        return new EvidencePackage.Paper() {
            @Override
            public String hash() {
                return hash;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return files.open(FileId.of(hash));
            }
        };
    }
}
