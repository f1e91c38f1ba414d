package vn.motcua.form;

/**
 * A file that was given for a field of kind {@link Kind#FILE}, as its page shows it.
 *
 * @param name as its sender called it
 * @param size in words, e.g. {@code 1,2 MB}
 * @param path where it can be looked at
 */
public record GivenFile(String name, String size, String path) {}
