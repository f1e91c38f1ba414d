package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One page of what was found.
 *
 * @param hits best first
 * @param total how many match in all
 * @param page this page, from 1
 * @param pages how many pages there are, at least 1
 * @param alsoSearched official words that were searched too, because they mean what was asked
 * @param suggestion other words that would find something, when nothing was found
 */
public record SearchResult(
        List<Hit> hits, int total, int page, int pages, List<String> alsoSearched, Optional<String> suggestion) {

    /**
     * One procedure found.
     *
     * @param revision in force
     * @param name its short name in pieces, so that the page can show why it was found
     * @param why what else it was found by, when the name alone does not say
     */
    public record Hit(ProcedureRevision revision, List<Piece> name, Optional<Why> why) {}

    /**
     * What a procedure was found by, besides its name.
     *
     * @param by the kind of reason
     * @param asked the words that were typed
     * @param found the words of the record that answered them
     */
    public record Why(By by, String asked, String found) {}

    /** Kinds of reasons. */
    public enum By {
        /** Everyday words stand for official ones. */
        MEANING,
        /** What people call it. */
        SAID,
        /** A slip of the finger was read as a word of the record. */
        SPELLING,
        /** One of its keywords. */
        KEYWORD,
        /** One of its results. */
        RESULT,
        /** Its field of administration. */
        SECTOR
    }

    /**
     * A piece of a name.
     *
     * @param text the piece
     * @param matched whether somebody's words are in it
     */
    public record Piece(String text, boolean matched) {}
}
