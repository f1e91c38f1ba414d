package vn.motcua.consultation;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Makes of silence what the question says: counts it as agreeing, or reminds; and tells of silence above. Done twice it is done once. */
@Component
class ConsultationRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ConsultationRounds.class);

    private final Units units;
    private final Consultations consultations;
    private final RouteConsultations routes;
    private final HigherUnitMail above;

    ConsultationRounds(Units units, Consultations consultations, RouteConsultations routes, HigherUnitMail above) {
        this.units = units;
        this.consultations = consultations;
        this.routes = routes;
        this.above = above;
    }

    /** One round over all tenants. */
    @Scheduled(
            initialDelayString = "${motcua.consultations.after:PT1M}",
            fixedDelayString = "${motcua.consultations.every:PT5M}")
    public void go() {
        OneByOne.each(
                "consultations",
                units.tenants().stream().map(Tenant::id).toList(),
                it -> Scope.of(it)
                        .run(() -> OneByOne.each(
                                "consultations of tenant " + it,
                                List.<Runnable>of(() -> silences(it), routes::goOn, above::silent),
                                Runnable::run)));
    }

    private void silences(TenantId tenant) {
        var touched = OneByOne.sum("silence", consultations.overdue(), this::silence);
        if (touched > 0) {
            LOG.info("tenant {}: {} units were silent until their deadline", tenant, touched);
        }
    }

    /** Somebody may have answered, or another copy of the program been quicker; what is left of it is for the next round. */
    private int silence(Consultation it) {
        try {
            return consultations.silence(it);
        } catch (Refused refused) {
            LOG.info("consultation {}: {}", it.id(), refused.code());
            return 0;
        }
    }
}
