package vn.motcua.catalogue.web;

import java.util.List;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;

/**
 * One edition of a procedure, in words.
 *
 * @param procedure the address of its procedure
 * @param phase how it stands, as a word of the program
 * @param state the same for people
 * @param facts what is true of it, line by line
 * @param problems what keeps a draft from being handed in
 * @param leads its lead times
 * @param history what was done to it
 * @param impact how many dossiers are settled under which revision; empty where it replaces nothing
 * @param layers of provinces, that do not fit
 * @param acts what whoever looks may do now
 * @param form of the act that was refused
 */
public record EditionView(
        String code,
        int no,
        int version,
        String name,
        String procedure,
        String phase,
        String state,
        String tone,
        List<Fact> facts,
        List<Problem> problems,
        List<Lead> leads,
        List<Event> history,
        List<Impact> impact,
        List<Layer> layers,
        Acts acts,
        List<Forms.Choice> tracks,
        Filled form,
        String command,
        String refused) {

    /** The address of its own page. */
    public String here() {
        return procedure + "/" + no;
    }

    /** Something that is true of it. */
    public record Fact(String name, String value) {}

    /** Something wrong in its package, where, and in which words. */
    public record Problem(String place, String words) {}

    /** A duty with its last day, how it stands, and how sure the figure is. */
    public record Lead(String duty, String limit, String due, String done, String state, String tone, String source) {}

    /** Something that was done. */
    public record Event(String when, String what, String who, String said) {}

    /**
     * The dossiers of one earlier revision.
     *
     * @param name which
     * @param stages how many in which stage
     * @param loses what is in it and not in this edition
     */
    public record Impact(String name, long dossiers, List<String> stages, List<String> loses) {}

    /** A province's layer, and where it does not fit. */
    public record Layer(String name, List<Problem> conflicts) {}

    /** Which acts are offered. */
    public record Acts(
            boolean change,
            boolean handIn,
            boolean sendBack,
            boolean approve,
            boolean publish,
            boolean abolish,
            boolean takeBack,
            boolean discard) {

        /** Whether none is. */
        public boolean none() {
            return !change && !handIn && !sendBack && !approve && !publish && !abolish && !takeBack && !discard;
        }
    }
}
