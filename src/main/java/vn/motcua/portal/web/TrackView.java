package vn.motcua.portal.web;

import java.util.List;

/**
 * What the page without sign-in shows: the dossier number and how far the dossier is, and nothing else (Thông tư
 * 01/2018/TT-VPCP Điều 16 khoản 2 điểm d).
 *
 * @param typed the code as it was typed
 * @param wrong why nothing is shown; empty for nothing
 * @param found the dossiers of the filing; none when nothing was asked or found
 * @param mine the path of the page for who filed it; empty when nothing was found
 */
public record TrackView(String typed, String wrong, List<Found> found, String mine) {

    /**
     * One part of it.
     *
     * @param part which part it is, in words; empty where there is one only
     * @param number the dossier number, or that there is none yet; empty for a part that is no dossier
     * @param state how far it is, in a sentence
     * @param finished whether it has come to its end
     * @param doors the path; empty once finished
     */
    public record Found(String part, String number, String state, boolean finished, List<DossierView.Stop> doors) {}
}
