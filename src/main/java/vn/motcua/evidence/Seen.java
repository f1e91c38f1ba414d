package vn.motcua.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * That somebody worked with a person's data.
 *
 * @param line id of the line in the log
 * @param tenant in whose log
 * @param actor whose account
 * @param name the officer's, or that of who acted for the owner
 * @param role as what, a role of the directory
 * @param unit of which unit, empty when the position is not known any more
 * @param purpose why
 * @param act what they did
 * @param fields which classes of data, several words
 * @param dossier about which dossier's tracking code, empty for a look-up of the person
 * @param question what the owner asked about it and what was answered
 */
public record Seen(
        UUID line,
        TenantId tenant,
        Instant at,
        UUID actor,
        String name,
        Optional<String> role,
        Optional<UnitId> unit,
        String purpose,
        String act,
        String fields,
        Optional<About> dossier,
        Optional<Question> question) {

    /** The same with the name of who it was. */
    Seen by(String who) {
        return new Seen(line, tenant, at, actor, who, role, unit, purpose, act, fields, dossier, question);
    }

    /** The dossier in the owner's words. */
    public record About(String code, String procedure) {}
}
