package vn.motcua.filing.web;

import java.util.Optional;

/**
 * What every page of a draft shows around its own content.
 *
 * @param procedure its short name
 * @param address the path of the draft
 * @param here the path of this page below that
 * @param now which page this is, from one
 * @param all how many pages there are with the answers so far
 * @param saved when it was last saved, and until when it is kept
 * @param back where the page before is
 * @param changing that it was opened from the last page to change what stands there
 * @param helper who fills it in with whoever looks
 */
public record Frame(
        String procedure,
        String address,
        String here,
        int now,
        int all,
        Saved saved,
        String back,
        boolean changing,
        Optional<Companion> helper) {

    /** The parameter that says from where a page was opened. */
    static final String FROM = "from";

    /** One of nobody else. */
    Frame(String procedure, String address, String here, int now, int all, Saved saved, String back) {
        this(procedure, address, here, now, all, saved, back, false, Optional.empty());
    }

    /**
     * Who fills it in with its owner just now.
     *
     * @param until when that is over by itself
     * @param path where its owner ends it
     */
    public record Companion(String name, String until, String path) {}

    /**
     * When a draft was saved.
     *
     * @param at wall clock, e.g. {@code 14:32}
     * @param until the last day on which it is kept when nobody touches it, e.g. {@code 21/02/2027}
     */
    public record Saved(String at, String until) {}

    /** Where this page posts to. */
    public String action() {
        return address + "/" + here;
    }
}
