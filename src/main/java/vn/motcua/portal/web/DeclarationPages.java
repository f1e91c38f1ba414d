package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.Printing;
import vn.motcua.dossier.Opening;
import vn.motcua.filing.SignatureWords;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.papers.Declarations;
import vn.motcua.shared.Refused;

/** The declaration of an e-form on paper: what was filled in, or blank for who fills it in by hand. */
@Controller
class DeclarationPages {

    private final Mine mine;
    private final Catalogue catalogue;
    private final Declarations declarations;
    private final Acknowledgements acknowledgements;
    private final SignatureWords signatures;
    private final Printing printing;

    DeclarationPages(
            Mine mine,
            Catalogue catalogue,
            Declarations declarations,
            Acknowledgements acknowledgements,
            SignatureWords signatures,
            Printing printing) {
        this.mine = mine;
        this.catalogue = catalogue;
        this.declarations = declarations;
        this.acknowledgements = acknowledgements;
        this.signatures = signatures;
        this.printing = printing;
    }

    /** What the applicant declared (tờ khai). */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/{code}/declaration")
    ResponseEntity<byte[]> filled(@PathVariable String code, SignedIn.Applicant who, HttpServletRequest request) {
        var dossier = mine.open(who, code, Opening.PRINTED, request);
        var said = Mine.scope(who, dossier)
                .call(() -> signatures.printed(dossier.ref().id(), dossier.answers()));
        var to = acknowledgements.agency(dossier.receiving());
        var name = dossier.applicant().name();
        return pdf(
                printing.print(said.map(it -> declarations.filled(
                                dossier.revision(), dossier.circumstances(), dossier.answers(), to, name, it))
                        .orElseGet(() -> declarations.filled(
                                dossier.revision(), dossier.circumstances(), dossier.answers(), to, name))),
                "to-khai");
    }

    /** The blank form of a procedure that can be filed here. */
    @Door(Who.PUBLIC)
    @GetMapping("/procedures/{code}/declaration")
    ResponseEntity<byte[]> blank(@PathVariable String code) {
        var procedure = catalogue.get(code);
        if (!procedure.runnable()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return pdf(printing.print(declarations.blank(procedure.runnableContent())), "to-khai-" + procedure.code());
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
