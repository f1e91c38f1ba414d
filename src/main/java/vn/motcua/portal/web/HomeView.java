package vn.motcua.portal.web;

import java.util.List;
import vn.motcua.catalogue.LifeEvent;

/**
 * What the home page shows.
 *
 * @param events events of life with how many procedures each leads to
 * @param often procedures that many people need
 * @param all how many procedures the catalogue has
 * @param runnable how many of them can be filed here
 */
public record HomeView(List<LifeEvent.Counted> events, List<Often> often, int all, int runnable) {

    /** A procedure by code and short name. */
    public record Often(String code, String name, boolean last) {}
}
