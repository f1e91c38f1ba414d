package vn.motcua.messaging.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.messaging.Receipts;

/** Where gateways send their receipts. */
@RestController
class ReceiptEndpoint {

    private final Receipts receipts;

    ReceiptEndpoint(Receipts receipts) {
        this.receipts = receipts;
    }

    /** 204 when it was taken, 403 when it is not signed as it should be, 400 when it says nothing known. */
    @Door(Who.PUBLIC)
    @PostMapping("/messages/receipts")
    ResponseEntity<Void> take(
            @RequestParam(defaultValue = "") String gateway,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "X-Signature", defaultValue = "") String signature) {
        var receipt = new Receipts.Receipt(gateway, reference, state, reason);
        return ResponseEntity.status(
                        switch (receipts.take(receipt, signature)) {
                            case TAKEN -> HttpStatus.NO_CONTENT;
                            case NOT_BELIEVED -> HttpStatus.FORBIDDEN;
                            case NOT_UNDERSTOOD -> HttpStatus.BAD_REQUEST;
                        })
                .build();
    }
}
