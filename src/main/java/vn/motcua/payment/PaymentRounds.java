package vn.motcua.payment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;

/** Asks the gateway about payments without an answer, and ends orders whose time is over. Done twice it is done once. */
@Component
class PaymentRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentRounds.class);

    private final Units units;
    private final GatewayDesk gateway;

    PaymentRounds(Units units, GatewayDesk gateway) {
        this.units = units;
        this.gateway = gateway;
    }

    /** One round over all tenants. */
    @Scheduled(
            initialDelayString = "${motcua.payment.rounds.after:PT1M}",
            fixedDelayString = "${motcua.payment.rounds.every:PT1M}")
    public void go() {
        OneByOne.each("payments", units.tenants().stream().map(Tenant::id).toList(), it -> {
            int moved = gateway.round(it);
            if (moved > 0) {
                LOG.info("tenant {}: {} payments moved by asking", it, moved);
            }
        });
    }
}
