package vn.motcua.journey;

import java.util.function.Consumer;
import vn.motcua.support.Person;

/**
 * A page in one of its states, and how to get there. Which of them are the empty, the filled and the wrong one of a page
 * is said by how they are made; {@code PageStatesTest} asks for those that a page can be in.
 *
 * @param name what is special about it
 * @param who looks, by the name of the demonstration; empty for somebody who is not signed in
 * @param status with which the page answers
 * @param reach how they get there, from wherever they are
 */
record State(String name, String who, int status, Consumer<Person> reach) {

    /** The page behind an address. */
    static State at(String name, String who, String path) {
        return new State(name, who, 200, it -> it.open(path));
    }

    /** The page behind an address that answers with that status. */
    static State at(String name, String who, int status, String path) {
        return new State(name, who, status, it -> it.open(path));
    }

    /** The page at the end of that way. */
    static State at(String name, String who, Consumer<Person> reach) {
        return new State(name, who, 200, reach);
    }

    /** The page behind an address, with nothing in its list. */
    static State empty(String name, String who, String path) {
        return at(name, who, path);
    }

    /** The page with nothing in its list. */
    static State empty(String name, String who, Consumer<Person> reach) {
        return new State(name, who, 200, reach);
    }

    /** The page behind an address, with something in its list. */
    static State filled(String name, String who, String path) {
        return at(name, who, path);
    }

    /** The page with something in its list. */
    static State filled(String name, String who, Consumer<Person> reach) {
        return new State(name, who, 200, reach);
    }

    /** The page that answers 422 when a form is sent as it stands. */
    static State wrong(String name, String who, Consumer<Person> reach) {
        return new State(name, who, 422, reach);
    }
}
