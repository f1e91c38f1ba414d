package vn.motcua.shared;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every page knows besides its own content: its language, where it is, who is looking, and the token that proves a
 * form came from it. Templates receive it as {@code page}.
 *
 * @param language in which this page is written
 * @param path the path of this page without the language's prefix, with its query
 * @param visitor who is signed in
 * @param csrfName the name of the hidden field of every form
 * @param csrf makes its value when a form asks for it: a page without a form needs no session
 * @param messages where texts come from
 * @param masthead what of an agency stands above and below it
 * @param behalf what stands before each path, after the language, while working for somebody else; empty for one's own
 */
public record Page(
        Language language,
        String path,
        Optional<Visitor> visitor,
        String csrfName,
        Supplier<String> csrf,
        Messages messages,
        Masthead masthead,
        String behalf) {

    /** A page whose token is already known. */
    public Page(
            Language language,
            String path,
            Optional<Visitor> visitor,
            String csrfName,
            String csrfToken,
            Messages messages) {
        this(language, path, visitor, csrfName, () -> csrfToken, messages, Masthead.NONE, "");
    }

    /** The value of the hidden field of every form. */
    public String csrfToken() {
        return csrf.get();
    }

    /** Whose page it is: the agency's name, or ours. */
    public String name() {
        return masthead.name().isEmpty() ? t("shared.name") : masthead.name();
    }

    /** The text under the key, in the page's language. */
    public String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }

    /** The phrase in the page's language. */
    public String t(Phrase phrase) {
        return messages.say(language, phrase);
    }

    /** A path of this program, in the page's language, for whom one works. */
    public String href(String path) {
        return language.prefix() + behalf + path;
    }

    /** A path of one's own, in the page's language, also while working for somebody else. */
    public String own(String path) {
        return language.prefix() + path;
    }

    /** This page in the other language. */
    public String otherLanguage() {
        var other = language == Language.VI ? Language.EN : Language.VI;
        return other.prefix() + behalf + (path.equals("/") && other == Language.EN ? "" : path);
    }

    /** Whether this page lies under the path: for the mark of the current place in a menu. */
    public boolean under(String prefix) {
        return is(prefix) || path.startsWith(prefix + "/");
    }

    /** Whether this is that page itself, whatever is asked of it. */
    public boolean is(String page) {
        return path.equals(page) || path.startsWith(page + "?");
    }

    /** Whether an officer is looking. */
    public boolean officer() {
        return visitor.isPresent() && visitor.get().officer();
    }
}
