package vn.motcua.portal.web;

import java.util.List;

/**
 * A filing that made several dossiers.
 *
 * @param code its tracking code in groups of four
 * @param dossiers each of them
 */
public record FilingView(String code, List<MyView.Line> dossiers) {}
