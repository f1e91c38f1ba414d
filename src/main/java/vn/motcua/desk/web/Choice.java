package vn.motcua.desk.web;

/**
 * A line of a list to choose one from.
 *
 * @param value what is sent
 * @param name what is read
 */
public record Choice(String value, String name) {}
