package vn.motcua.administration;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Carries out changes of units and begins leaves when their day has come; after a stop it goes on where it was. */
@Component
class UnitRounds {

    private static final Logger LOG = LoggerFactory.getLogger(UnitRounds.class);

    private final Units units;
    private final UnitChanges changes;
    private final Absences absences;
    private final Messages messages;

    UnitRounds(Units units, UnitChanges changes, Absences absences, Messages messages) {
        this.units = units;
        this.changes = changes;
        this.absences = absences;
        this.messages = messages;
    }

    /** One round over all tenants. */
    @Scheduled(initialDelayString = "${motcua.units.after:15s}", fixedDelayString = "${motcua.units.every:1m}")
    public void go() {
        OneByOne.each(
                "changes of units",
                units.tenants().stream().map(Tenant::id).toList(),
                it -> Scope.of(it)
                        .run(() -> OneByOne.each(
                                "changes of units of tenant " + it,
                                List.<Runnable>of(
                                        () -> OneByOne.each("changes of units", changes.due(), this::carryOut),
                                        absences::begin,
                                        () -> bringLate(it)),
                                Runnable::run)));
    }

    private void bringLate(TenantId tenant) {
        var late = changes.bringLate();
        if (late > 0) {
            LOG.info("tenant {}: {} dossiers came late to ended units", tenant, late);
        }
    }

    private void carryOut(UUID change) {
        try {
            changes.carryOut(change);
            LOG.info("change of units {} carried out", change);
        } catch (Refused refused) {
            changes.failed(change, messages.say(Language.VI, refused));
        }
    }
}
