package vn.motcua.document;

/**
 * For whom a paper is written, in words. An empty part is printed as a dotted line.
 *
 * @param name full name, or the name of the organisation
 * @param address as they gave it
 * @param phone as they gave it
 * @param email as they gave it
 */
public record PaperParty(String name, String address, String phone, String email) {}
