package vn.motcua.catalogue;

import java.util.List;
import vn.motcua.shared.Phrase;

/**
 * The question whether a dossier filed under a package comes to its end; answered by the module that knows how dossiers live. A
 * route may be sound as a graph and still lead nowhere in law: nobody decides, or the result is issued before it is decided.
 */
public interface CourseCheck {

    /**
     * Where it would not; empty when every way through the route ends with the result in the applicant's hands.
     *
     * @param procedure a package that can be read, of a single procedure
     */
    List<Stuck> of(ProcedurePackage procedure);

    /**
     * A place at which dossiers would be stuck.
     *
     * @param step its id
     * @param why in words for the author
     */
    record Stuck(String step, Phrase why) {}
}
