package vn.motcua.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * A device in the hall that gives out numbers (máy lấy số).
 *
 * @param name what the officers call it
 * @param by who made its link
 */
public record Kiosk(UUID id, String name, Instant madeAt, String by) {}
