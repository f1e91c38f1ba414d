package vn.motcua.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * What is filed in a trial.
 *
 * @param id of the trial
 * @param unit whose calendar, hours and province hold, and where every step is done
 * @param content the package that is tried
 * @param answers those of its form
 * @param filedAt the moment on the trial's clock
 */
public record TrialCase(
        UUID id,
        TenantId tenant,
        UnitId unit,
        ProcedurePackage content,
        Map<String, Object> answers,
        Channel channel,
        Instant filedAt) {

    /** Keeps its own copy. */
    public TrialCase {
        answers = Map.copyOf(answers);
    }
}
