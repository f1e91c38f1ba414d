package vn.motcua.catalogue.web;

import java.util.List;
import java.util.Optional;

/**
 * A procedure as its page shows it, in words.
 *
 * @param code national code
 * @param title the short name
 * @param officialName the official name, empty when the title says it
 * @param subjects for whom; empty when the record does not say
 * @param sector field of administration
 * @param issuer who published it
 * @param decision number of the publishing decision; may be empty
 * @param level online level in words; empty when not said
 * @param time the time limit
 * @param fee what it costs
 * @param place who settles it
 * @param start where filing online begins; empty when it cannot be filed here
 * @param counter what to do at a counter, in words
 * @param cases the cases and what each demands besides
 * @param papers the required documents of a procedure that can be filed here; of all others they stand under {@code published}
 * @param channels each way of filing with its time and fee
 * @param steps the doors through which a dossier goes
 * @param fees what may be due, line by line
 * @param results what one gets
 * @param legalBasis legal texts
 * @param linked other procedures of the same event
 * @param trust what has been compared with the source
 * @param source where it was read
 * @param sourceUrl the page read; may be empty
 * @param runnable whether it can be filed and settled here
 * @param published what the published record says, and what it lacks
 * @param beside the published record beside the package; empty for a mere record
 * @param successor what took its place; empty while nothing did
 * @param validity since when this revision is in force, and from when another one
 */
public record ProcedureView(
        String code,
        String title,
        String officialName,
        String subjects,
        String sector,
        String issuer,
        String decision,
        String level,
        Fact time,
        Fact fee,
        Fact place,
        Optional<String> start,
        String counter,
        List<Case> cases,
        List<Paper> papers,
        List<Way> channels,
        List<Step> steps,
        List<FeeRow> fees,
        List<String> results,
        List<String> legalBasis,
        List<Link> linked,
        List<String> trust,
        String source,
        String sourceUrl,
        boolean runnable,
        PublishedView published,
        Optional<Beside> beside,
        Optional<Link> successor,
        List<String> validity) {

    /** A fact with a smaller remark, which may be empty. */
    public record Fact(String value, String remark) {}

    /** A case (trường hợp) and the papers that only it demands; empty when none. */
    public record Case(String name, List<String> papers) {}

    /**
     * A required document.
     *
     * @param name what it is
     * @param icon which icon
     * @param badge who provides it
     * @param tone class of the badge
     * @param remark when, how many, from where; may be empty
     */
    public record Paper(String name, String icon, String badge, String tone, String remark) {}

    /** A way of filing with its times and fees in words, and what else the record says of it, line by line. */
    public record Way(String name, String time, List<String> fees, List<String> note) {}

    /** A door: what happens, and where. */
    public record Step(String name, String place) {}

    /** A line of what may be due. */
    public record FeeRow(String name, String amount, String remark) {}

    /**
     * The published record of a procedure that runs here by a package.
     *
     * @param record its cases, papers and steps
     * @param legal its legal texts
     * @param ways its ways of filing
     * @param source where it was read, and when
     * @param differences where the package says other times or amounts
     */
    public record Beside(
            PublishedView record, List<String> legal, List<Way> ways, String source, List<Difference> differences) {}

    /** What is said otherwise: of what, here, and in the record. */
    public record Difference(String what, String here, String published) {}

    /** Another procedure. */
    public record Link(String code, String name) {}
}
