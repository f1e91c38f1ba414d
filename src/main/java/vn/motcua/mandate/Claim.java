package vn.motcua.mandate;

import java.time.LocalDate;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * Whom a document names, as who asks wrote it down, and where an officer holds the two side by side.
 *
 * @param number personal number, twelve digits
 * @param tenant in whose one-stop
 * @param unit the one-stop
 */
public record Claim(String number, String name, LocalDate born, TenantId tenant, UnitId unit) {}
