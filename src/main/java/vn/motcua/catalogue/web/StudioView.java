package vn.motcua.catalogue.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import vn.motcua.catalogue.StudioNodes;
import vn.motcua.catalogue.StudioSlot;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;

/** The pages on which an author edits a draft by its parts, in words. */
public final class StudioView {

    private StudioView() {}

    /**
     * What all of them have.
     *
     * @param here the address of the outline
     * @param edition the address of the edition
     * @param version which the page shows
     */
    public record Frame(String here, String edition, String name, String code, int no, int version, String command) {}

    /** The outline. */
    public record Outline(Frame frame, List<Chapter> chapters) {}

    /** A part of the package: what is in it, where it is edited, or why it cannot be. */
    public record Chapter(String title, String says, String address, String link) {}

    /**
     * A list of elements, or the whole form with its pages.
     *
     * @param note on what is listed; empty for none
     * @param back the address from which one comes
     * @param beside the route that the rows make; empty for anything else
     */
    public record Listed(
            Frame frame,
            String title,
            String note,
            String back,
            List<Group> groups,
            String refused,
            Optional<Beside> beside) {

        /** Whether it is the whole form. */
        public boolean form() {
            return groups.stream().anyMatch(it -> it.page().isPresent());
        }

        /** Every element of it. */
        public List<Row> rows() {
            return groups.stream().flatMap(it -> it.rows().stream()).toList();
        }
    }

    /**
     * What a route is as a whole.
     *
     * @param wrong what is wrong with it, and with no row of its own
     */
    public record Beside(List<String> wrong, Optional<RouteView.Shown> shown) {}

    /**
     * A part of what is listed.
     *
     * @param in the word of the part
     * @param page the element that this group is itself, a page of the form
     * @param add the words with which another element is begun; empty where there is but one
     */
    public record Group(String in, String title, Optional<Row> page, String add, List<Row> rows) {}

    /**
     * An element in a list.
     *
     * @param in the word of its part
     * @param anchor where it is on the page
     * @param says its kind and conditions
     * @param moves whether it has a place among others and may be taken out
     * @param coded whether it is known by a code of its own
     * @param inside what else is edited from here
     * @param proof whether it holds, of an example; empty for anything else
     * @param lines what else there is to know: of a node of the route who does it, where it leads
     * @param wrong why the package is refused with it
     */
    public record Row(
            String in,
            String id,
            String anchor,
            String name,
            String says,
            boolean first,
            boolean last,
            boolean moves,
            boolean coded,
            List<Inside> inside,
            String proof,
            List<String> lines,
            List<String> wrong) {

        /** One of which there is nothing more to say. */
        Row(
                String in,
                String id,
                String anchor,
                String name,
                String says,
                boolean first,
                boolean last,
                boolean moves,
                boolean coded,
                List<Inside> inside,
                String proof) {
            this(in, id, anchor, name, says, first, last, moves, coded, inside, proof, List.of(), List.of());
        }

        Row with(List<String> lines, List<String> wrong) {
            return new Row(in, id, anchor, name, says, first, last, moves, coded, inside, proof, lines, wrong);
        }
    }

    /**
     * The rules of the package as tables.
     *
     * @param begin decisions that have no rule yet: where their first one is written
     */
    public record Rules(Frame frame, List<RuleTable> tables, List<Inside> begin, boolean tried, String refused) {}

    /**
     * One decision.
     *
     * @param in the word of the part
     * @param anchor where it is on the page
     * @param note how its rules are read
     * @param add the words with which another rule is begun
     */
    public record RuleTable(String in, String anchor, String title, String note, String add, List<Rule> rules) {}

    /**
     * A rule.
     *
     * @param says its condition as a sentence
     * @param written its condition as it is written; empty for what holds otherwise
     * @param then what follows
     * @param examples the names of those that meet it
     */
    public record Rule(Row row, String says, String written, String then, List<String> examples) {}

    /** Where the list inside an element is, and what is in it. */
    public record Inside(String address, String words) {}

    /**
     * One element, to be filled in.
     *
     * @param in the word of its part
     * @param id until now; empty for a new one
     * @param kinds to choose from; none where there is but one
     * @param kind chosen
     * @param pages to which it may be moved
     * @param names that conditions may use
     */
    public record Item(
            Frame frame,
            String in,
            String id,
            String title,
            String back,
            List<Forms.Choice> kinds,
            String kind,
            List<Input> all,
            List<Forms.Choice> pages,
            List<Forms.Choice> names,
            Filled form,
            String refused) {

        /** A new one that is put behind that one. */
        Item behind(String after) {
            var values = new HashMap<>(form.values());
            values.put(StudioNodes.AFTER, after);
            return !id.isEmpty() || after.isEmpty()
                    ? this
                    : new Item(
                            frame,
                            in,
                            id,
                            title,
                            back,
                            kinds,
                            kind,
                            all,
                            pages,
                            names,
                            new Filled(values, form.errors()),
                            refused);
        }

        /** Behind which one it is put; empty for the end. */
        public String after() {
            return id.isEmpty() ? form.value(StudioNodes.AFTER) : "";
        }

        /** Whether something is wrong with it. */
        public boolean wrong() {
            return form.wrong() || !refused.isEmpty();
        }
    }

    /**
     * Something to fill in.
     *
     * @param rows of a list of codes, the empty ones among them
     */
    public record Input(StudioSlot slot, String label, String hint, List<Forms.Choice> choices, List<Integer> rows) {}

    /** An element that is to be taken out, with all that asks for it. */
    public record Removal(
            Frame frame, String in, String id, String name, String back, List<Used> uses, String refused) {}

    /** What asks for it. */
    public record Used(String where, String name, String text) {}
}
