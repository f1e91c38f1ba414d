package vn.motcua.shared;

/**
 * What an error page says.
 *
 * @param sentence what is wrong and what to do
 * @param id of the entry in the log, empty when there is none
 */
public record ErrorView(String sentence, String id) {}
