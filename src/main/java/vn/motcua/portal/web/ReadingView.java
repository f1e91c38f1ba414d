package vn.motcua.portal.web;

/**
 * A page to read, whose texts lie under {@code portal.<name>.}
 *
 * @param name of the page
 * @param sections how many sections it has
 */
public record ReadingView(String name, int sections) {}
