package vn.motcua.desk.web;

import java.util.List;

/**
 * What was looked for, and what was found.
 *
 * @param query as it was typed
 * @param asked whether anything was typed
 * @param rows what was found, latest first
 */
public record FindView(String query, boolean asked, List<RowView> rows) {}
