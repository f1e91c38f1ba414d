package vn.motcua.payment;

import java.util.Optional;
import vn.motcua.organization.Unit;

/** Accounts and a gateway that somebody other than the configuration knows; used where it names none. */
public interface PaymentWays {

    /** How that agency collects. */
    Optional<Collector> collector(Unit agency);

    /** The gateway. */
    Optional<Gateway> gateway();

    /** With what the bank signs its notices of incoming transfers. */
    Optional<GatewaySignature> bankNotices();

    /** Where the payer's banking application opens with that VietQR code, e.g. a deep link. */
    Optional<String> bankApp(String payload);
}
