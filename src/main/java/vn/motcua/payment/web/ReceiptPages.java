package vn.motcua.payment.web;

import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.payment.PaymentDesk;
import vn.motcua.payment.ReceiptSealing;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/** A receipt for the officer who has the dossier before them, to be printed for the payer. */
@Controller
class ReceiptPages {

    private final ReadingDesk reading;
    private final PaymentDesk desk;
    private final ReceiptSealing files;
    private final Clock clock;

    ReceiptPages(ReadingDesk reading, PaymentDesk desk, ReceiptSealing files, Clock clock) {
        this.reading = reading;
        this.desk = desk;
        this.files = files;
        this.clock = clock;
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/dossiers/{id}/receipts/{no}")
    ResponseEntity<byte[]> receipt(@PathVariable String id, @PathVariable String no, OfficerAt who) {
        var dossier = Ids.of(id).map(DossierId::new).orElseThrow(ReceiptPages::notThere);
        reading.open(who, dossier, Opening.PRINTED, clock.instant());
        var receipt = desk.receipt(dossier, no).orElseThrow(ReceiptPages::notThere);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("bien-lai-" + receipt.number().word() + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(files.file(receipt));
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }
}
