package vn.motcua.dossier;

import java.util.Map;

/**
 * An issued result as it should have been.
 *
 * @param corrected the answers that were wrong, as they are right
 * @param paper what takes the place of the wrong one
 */
public record AmendedResult(Map<String, Object> corrected, ResultPaper paper) {}
