package vn.motcua.consultation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;

/** Makes of silence what the question says: counts it as agreeing, or reminds. Done twice it is done once. */
@Component
class ConsultationRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ConsultationRounds.class);

    private final Units units;
    private final Consultations consultations;
    private final RouteConsultations routes;

    ConsultationRounds(Units units, Consultations consultations, RouteConsultations routes) {
        this.units = units;
        this.consultations = consultations;
        this.routes = routes;
    }

    /** One round over all tenants. */
    @Scheduled(
            initialDelayString = "${motcua.consultations.after:PT1M}",
            fixedDelayString = "${motcua.consultations.every:PT5M}")
    public void go() {
        for (var tenant : units.tenants()) {
            Scope.of(tenant.id()).run(() -> {
                var touched = consultations.silence();
                routes.goOn();
                if (touched > 0) {
                    LOG.info("tenant {}: {} units were silent until their deadline", tenant.id(), touched);
                }
            });
        }
    }
}
