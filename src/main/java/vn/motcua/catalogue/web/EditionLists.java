package vn.motcua.catalogue.web;

import java.util.List;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;

/** Lists of editions, in words. */
public final class EditionLists {

    private EditionLists() {}

    /**
     * What an agency is changing.
     *
     * @param filters by phase
     * @param code the procedure that was looked for; empty for all
     * @param more where the list goes on; empty at its end
     * @param procedures of the agency, that can be begun from what is in force
     * @param record the address of the procedure that was looked for, where it has a record and no package; else empty
     * @param writes whether they may begin one
     */
    public record Changes(
            String agency,
            List<Filter> filters,
            String code,
            List<Row> rows,
            String more,
            List<Forms.Choice> procedures,
            String record,
            boolean writes,
            Filled form,
            String command) {}

    /** A filter; the chosen one is where we are. */
    public record Filter(String address, String name, boolean chosen) {}

    /** An edition; {@code lead} is the nearest lead time that is not done, empty for none. */
    public record Row(
            String address, String code, int no, String name, String state, String tone, String changed, String lead) {}

    /**
     * Every edition of one procedure.
     *
     * @param copy whether they may begin one as a copy of what is in force
     * @param fromRecord whether they may begin a package from its mere record
     * @param choices the editions to compare
     */
    public record Procedure(
            String code,
            String name,
            String here,
            List<Row> rows,
            boolean copy,
            boolean fromRecord,
            String command,
            List<Forms.Choice> choices,
            Filled chosen) {}

    /**
     * What differs between two editions.
     *
     * @param parts each with what differs in it
     */
    public record Difference(String code, String name, String procedure, String from, String to, List<Part> parts) {}

    /** A part of the package. */
    public record Part(String name, List<Item> items) {}

    /** A thing that differs. */
    public record Item(String kind, String tone, String title, List<Detail> details) {}

    /** What differs in it; either side may be empty. */
    public record Detail(String key, String before, String after) {}
}
