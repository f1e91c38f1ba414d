package vn.motcua.shared;

import java.util.Optional;
import java.util.Set;

/**
 * Whoever is signed in, as the frame of a page shows it.
 *
 * @param name as people call them
 * @param place the unit of an officer, otherwise empty
 * @param officer whether they work in an agency
 * @param home the page that is theirs
 * @param parts what they have besides what everybody has
 * @param working for whom they work just now, when not for themselves
 */
public record Visitor(
        String name, String place, boolean officer, String home, Set<Part> parts, Optional<Working> working) {

    /**
     * That somebody works for another person.
     *
     * @param whom the name of that person
     * @param kind by what, the word of a text
     * @param until the last day, or the moment, in words
     * @param stop the path where they stop
     */
    public record Working(String whom, String kind, String until, String stop) {}

    /** What only some officers have at their desk. */
    public enum Part {
        /** Questions of people about who looked at their data. */
        QUESTIONS,
        /** Who stands in for whom in the units they lead. */
        STAND_INS,
        /** Documents by which people want to act for others. */
        MANDATES,
        /** Who looked at what in their agency. */
        INSPECTION,
        /** Their ministry's sector in the provinces. */
        SUPERVISION,
        /** The procedures that their agency publishes. */
        PROCEDURES,
        /** What has been kept long enough. */
        ARCHIVE
    }

    /** Keeps its own copy. */
    public Visitor {
        parts = Set.copyOf(parts);
    }

    /** Somebody whose own page follows from what they are: the desk of an officer, the dossiers of everybody else. */
    public Visitor(String name, String place, boolean officer) {
        this(name, place, officer, officer ? "/desk" : "/my", Set.of());
    }

    /** Somebody who works for nobody else. */
    public Visitor(String name, String place, boolean officer, String home, Set<Part> parts) {
        this(name, place, officer, home, parts, Optional.empty());
    }

    /** Who is signed in on this request; answered by the module that signs people in. */
    public interface Source {

        /** The visitor of the current request. */
        Optional<Visitor> current();
    }
}
