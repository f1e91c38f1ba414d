package vn.motcua.filing.web;

/**
 * What every page of a draft shows around its own content.
 *
 * @param procedure its short name
 * @param address the path of the draft
 * @param here the path of this page below that
 * @param now which page this is, from one
 * @param all how many pages there are with the answers so far
 * @param savedAt wall clock, e.g. {@code 14:32}
 * @param back where the page before is
 */
public record Frame(String procedure, String address, String here, int now, int all, String savedAt, String back) {

    /** Where this page posts to. */
    public String action() {
        return address + "/" + here;
    }
}
