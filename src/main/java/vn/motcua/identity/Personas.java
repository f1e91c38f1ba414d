package vn.motcua.identity;

import java.util.List;
import java.util.Optional;
import vn.motcua.shared.Language;

/** Invented people among whom a visitor of a demonstration chooses. Answered by the sandbox; absent in earnest. */
public interface Personas {

    /** All of them, in groups. */
    List<Group> groups(Language language);

    /** The account of one; empty when it is no persona's. */
    Optional<SessionAccount> account(AccountId id);

    /**
     * Some that belong together.
     *
     * @param open whether the group is shown opened
     */
    record Group(String title, boolean open, List<Card> cards) {}

    /**
     * One of them.
     *
     * @param lines who they are, in words
     */
    record Card(AccountId account, String name, List<String> lines) {}
}
