package vn.motcua.portal.web;

/**
 * Making the code for a sensitive result.
 *
 * @param address of the dossier's page
 * @param number of the result
 * @param code printed on the result
 * @param made the code that was just made; empty before
 * @param until when that ends; empty before
 */
public record OwnerCodeView(String address, String number, String code, String made, String until) {}
