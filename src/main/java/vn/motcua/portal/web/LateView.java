package vn.motcua.portal.web;

import java.util.List;

/**
 * Something came too late: the dossier has moved on.
 *
 * @param address the path of the dossier
 * @param why what has happened, in sentences
 * @param typed what was written, so that it is not lost; may be empty
 * @param files names of files that came with it and were not sent
 * @param kept files that were put together for it and can still be read
 * @param stage where the dossier stands now
 */
public record LateView(
        String address, String procedure, String why, String typed, List<String> files, List<Kept> kept, String stage) {

    /** A file, and where it can be read. */
    public record Kept(String href, String name) {}
}
