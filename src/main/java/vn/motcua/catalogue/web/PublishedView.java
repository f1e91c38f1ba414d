package vn.motcua.catalogue.web;

import java.util.List;

/**
 * What the published record says beyond what the package of a procedure says better, in words.
 *
 * @param general what holds in every case; without a name
 * @param cases the cases with a name
 * @param agencies who takes part and as what
 * @param requirements requirements and conditions, line by line
 * @param partial why it can be done online in part only; empty where it is not so
 * @param lacking the parts that every record should have (NĐ 63/2010 Điều 8) and this one lacks
 */
public record PublishedView(
        CaseOf general,
        List<CaseOf> cases,
        List<Agencies> agencies,
        List<String> requirements,
        String partial,
        List<String> lacking) {

    /** The same with that said of why it is online in part only. */
    PublishedView partly(String why) {
        return new PublishedView(general, cases, agencies, requirements, why, lacking);
    }

    /** A case: its name, its own times, its papers, its steps line by line. */
    public record CaseOf(String name, String time, List<ProcedureView.Paper> papers, List<List<String>> steps) {}

    /** As what, and who. */
    public record Agencies(String role, List<String> names) {}
}
