package vn.motcua.filing;

import vn.motcua.dossier.HandOver;

/**
 * How the result is to come.
 *
 * @param how digitally, at the counter, by post
 * @param at the address for post; otherwise empty
 */
public record Delivery(HandOver.How how, String at) {}
