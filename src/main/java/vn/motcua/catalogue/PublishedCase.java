package vn.motcua.catalogue;

import java.util.List;

/**
 * A case (trường hợp) of a procedure as its record publishes it.
 *
 * @param code the national code of the case; may be empty
 * @param name its name; empty for what holds in every case
 * @param times its own times for settling; empty where those of the way of filing hold
 * @param documents what is demanded in it
 * @param steps what happens, in order, in the record's words
 */
public record PublishedCase(
        String code, String name, List<PublishedTime> times, List<PublishedDocument> documents, List<String> steps) {

    /** Keeps its own copies. */
    public PublishedCase {
        times = List.copyOf(times);
        documents = List.copyOf(documents);
        steps = List.copyOf(steps);
    }

    /** What holds in every case. */
    public static PublishedCase general(List<PublishedDocument> documents, List<String> steps) {
        return new PublishedCase("", "", List.of(), documents, steps);
    }
}
