package vn.motcua.payment.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.payment.GatewayDesk;
import vn.motcua.payment.RefundGateway;

/** Where the gateway and the bank tell of payments: 204 when it was taken, 403 when it is not signed as it should be, 400 when it says nothing known. */
@RestController
class NoticeEndpoints {

    private final GatewayDesk desk;
    private final RefundGateway refunds;

    NoticeEndpoints(GatewayDesk desk, RefundGateway refunds) {
        this.desk = desk;
        this.refunds = refunds;
    }

    /** The gateway, about an order or a refund of ours. */
    @Door(Who.PUBLIC)
    @PostMapping("/payments/gateway")
    ResponseEntity<Void> gateway(@RequestParam Map<String, String> said) {
        return answer(said.containsKey("refund") ? refunds.called(said) : desk.called(said));
    }

    /** The bank, about a transfer to an agency's account. */
    @Door(Who.PUBLIC)
    @PostMapping("/payments/bank")
    ResponseEntity<Void> bank(@RequestParam Map<String, String> said) {
        return answer(desk.transferred(said));
    }

    private static ResponseEntity<Void> answer(GatewayDesk.Answer answer) {
        return ResponseEntity.status(
                        switch (answer) {
                            case TAKEN -> HttpStatus.NO_CONTENT;
                            case NOT_BELIEVED -> HttpStatus.FORBIDDEN;
                            case NOT_UNDERSTOOD -> HttpStatus.BAD_REQUEST;
                        })
                .build();
    }
}
