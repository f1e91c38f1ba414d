package vn.motcua.portal.web;

import java.util.List;

/**
 * What the page that answers a supplement request shows.
 *
 * @param address the path of the dossier
 * @param command the idempotency key
 * @param lines what is asked, in its order
 * @param sections the parts of the form that can be corrected
 * @param corrected whether some answer was corrected
 * @param until the last day; empty where there is none
 * @param errors what stands in the way, with the place on the page
 * @param megabytes how large one file may be
 * @param checked whether files are checked for viruses
 */
public record SupplementView(
        String address,
        String procedure,
        String asker,
        int version,
        String command,
        List<Asked> lines,
        List<Section> sections,
        boolean corrected,
        String until,
        List<Wrong> errors,
        long megabytes,
        boolean checked) {

    /** Where this page posts to. */
    public String action() {
        return address + "/supplement";
    }

    /**
     * One thing asked.
     *
     * @param no its place, from 0
     * @param document the required document that it concerns; empty for none
     * @param note what was typed
     * @param wrong what is wrong with it; empty for nothing
     */
    public record Asked(
            int no, String what, String reason, String document, List<Upload> files, String note, String wrong) {}

    /** A file that is kept for sending. */
    public record Upload(String id, String name, String size) {}

    /** A part of the form. */
    public record Section(String id, String title, boolean wrong) {}

    /** What stands in the way, and the id of where. */
    public record Wrong(String target, String sentence) {}
}
