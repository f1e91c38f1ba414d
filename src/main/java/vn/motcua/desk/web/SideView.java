package vn.motcua.desk.web;

import java.util.List;
import vn.motcua.messaging.Posted;

/**
 * What stands beside a dossier for officers only.
 *
 * @param notes the latest first
 * @param command the idempotency key of the next note
 * @param typedNote what was typed and not kept
 * @param noteError why it was not kept; empty
 * @param on the names of the tags that it has
 * @param offered the tags of the officer's units
 * @param typedTag what was typed as a new one and not kept
 * @param tagError why it was not kept; empty
 * @param colleagues who has it open too
 * @param letters what was written to the applicant by mail and short message
 */
public record SideView(
        List<Note> notes,
        String command,
        String typedNote,
        String noteError,
        List<String> on,
        List<Offered> offered,
        String typedTag,
        String tagError,
        List<String> colleagues,
        List<Posted> letters) {

    /** A note. */
    public record Note(String body, String who, String when) {}

    /** A tag to choose. */
    public record Offered(String id, String name, boolean chosen) {}
}
