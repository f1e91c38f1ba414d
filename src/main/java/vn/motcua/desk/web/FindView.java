package vn.motcua.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was looked for, and what was found.
 *
 * @param query as it was typed
 * @param asked whether anything was typed
 * @param rows what was found, latest first
 * @param next the address of the next page; null on the last
 */
public record FindView(
        String query,
        boolean asked,
        List<RowView> rows,
        @Nullable String next) {}
