package vn.motcua.mandate;

import java.util.UUID;
import vn.motcua.document.FileId;

/**
 * A document that is to prove a mandate.
 *
 * @param size in bytes
 */
public record MandatePaper(UUID id, String name, FileId file, long size) {}
