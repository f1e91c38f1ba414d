package vn.motcua.document.web;

/**
 * The page that says that too much was sent.
 *
 * @param sentence what was too large, and what to do
 * @param back where the person came from
 */
public record TooLarge(String sentence, String back) {}
