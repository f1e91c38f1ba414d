package vn.motcua.messaging;

import vn.motcua.shared.Language;
import vn.motcua.shared.Text;

/**
 * Something to say to somebody outside, in its final words.
 *
 * @param occasion what it is about, the same words each time: the same occasion goes to an address once on each channel
 * @param address mail address or telephone number
 * @param sender in whose name, e.g. the agency's
 * @param title one line; a short message has none
 * @param body paragraphs, an empty line between them
 * @param path where on our pages to read more and act, e.g. {@code /my}; empty for none
 * @param urgent whether it may come at night
 */
public record Letter(
        String occasion,
        Channel channel,
        String address,
        Language language,
        String sender,
        String title,
        String body,
        String path,
        boolean urgent) {

    /** An occasion that begins so has a path which nobody else may know: it is erased once a carrier has the letter. */
    public static final String SECRET = "secret ";

    /** Title and sender stand in headers: one line each. */
    public Letter {
        address = Text.clean(address);
        sender = oneLine(sender);
        title = oneLine(title);
    }

    private static String oneLine(String text) {
        return Text.clean(text).replaceAll("[\\p{Cc}\\s]+", " ");
    }
}
