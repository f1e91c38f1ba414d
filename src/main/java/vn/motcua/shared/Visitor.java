package vn.motcua.shared;

import java.util.Optional;

/**
 * Whoever is signed in, as the frame of a page shows it.
 *
 * @param name as people call them
 * @param place the unit of an officer, otherwise empty
 * @param officer whether they work in an agency
 * @param home the page that is theirs
 */
public record Visitor(String name, String place, boolean officer, String home) {

    /** Somebody whose own page follows from what they are: the desk of an officer, the dossiers of everybody else. */
    public Visitor(String name, String place, boolean officer) {
        this(name, place, officer, officer ? "/desk" : "/my");
    }

    /** Who is signed in on this request; answered by the module that signs people in. */
    public interface Source {

        /** The visitor of the current request. */
        Optional<Visitor> current();
    }
}
