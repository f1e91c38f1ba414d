package vn.motcua.filing.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.form.AnswersView;
import vn.motcua.form.FieldView;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;

/**
 * A page of the preview of an edition.
 *
 * @param address the path of the edition
 * @param procedure its short name
 * @param here which step it is, as the page sends it back
 * @param now which page it is, from one
 * @param all how many there are with these answers
 * @param section the questions of the page; empty on those without
 * @param carried what was typed on the other pages
 * @param problems what is wrong here
 * @param sound on the last page: that it was looked at and could be filed
 * @param command by which a trial would begin with it
 */
public record PreviewView(
        String address,
        int no,
        String procedure,
        String here,
        int now,
        int all,
        Optional<SectionView> section,
        List<Carried> carried,
        List<Problem> problems,
        List<Document> documents,
        AnswersView answers,
        List<ReviewPages.Fee> fees,
        String total,
        boolean priced,
        String limit,
        List<FieldView> declaration,
        boolean sound,
        String command) {

    /** Where the pages of the preview are. */
    public String action() {
        return address + "/preview";
    }

    /** Something typed on another page. */
    public record Carried(String name, String value) {}

    /**
     * A document.
     *
     * @param when in which case; empty for always
     * @param number how many originals and copies; empty where it is not said
     */
    public record Document(String name, String when, String number, PaperPages.Way way) {}

    /** An edition that has no package that can be read. */
    public record None(String address, int no, String name) {}
}
