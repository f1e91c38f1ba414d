package vn.motcua.portal.web;

import vn.motcua.form.SectionView;

/**
 * The page on which a part of the form is corrected.
 *
 * @param back the path of the supplement's list
 */
public record CorrectionView(String back, String procedure, SectionView section) {

    /** Where this page posts to. */
    public String action() {
        return back + "/form/" + section.id();
    }
}
