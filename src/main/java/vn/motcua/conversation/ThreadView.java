package vn.motcua.conversation;

import java.util.List;
import vn.motcua.document.StoredFile;

/**
 * A thread on a page.
 *
 * @param back the page of the dossier
 * @param dossier its number, or that it has none yet
 * @param action where its form is sent
 * @param command the idempotency key of the form
 * @param lines the messages, the first one first
 * @param open whether can be written now
 * @param until until when can be written; empty while the dossier is not closed
 * @param typed what was typed
 * @param wrong what is wrong with it; empty when nothing is
 * @param sent whether a message has just been sent
 * @param held the files that came with what was refused
 * @param checked whether files are checked for viruses
 */
public record ThreadView(
        String back,
        String dossier,
        String action,
        String command,
        List<Line> lines,
        boolean open,
        String until,
        String typed,
        String wrong,
        boolean sent,
        List<StoredFile> held,
        boolean checked) {

    /**
     * A message.
     *
     * @param mine whether this side wrote it
     * @param seen whether the other side has read it
     * @param paragraphs its words
     */
    public record Line(String who, String at, boolean mine, boolean seen, List<String> paragraphs, List<File> files) {}

    /** A file of it. */
    public record File(String id, String name) {}
}
