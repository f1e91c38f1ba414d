package vn.motcua.payment;

import java.time.Instant;
import vn.motcua.shared.Dong;

/**
 * Money that was taken for a dossier.
 *
 * @param no 1, 2, 3 … within the dossier
 * @param by the name of the officer who took it
 */
public record Payment(int no, Dong amount, String by, Instant at) {}
