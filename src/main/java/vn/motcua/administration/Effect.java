package vn.motcua.administration;

import java.util.List;
import java.util.Set;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.shared.Phrase;

/** What a confirmed change does, for the kinds that have a place of their own. */
interface Effect {

    /** The kinds it carries out. */
    Set<ChangeRequest.Kind> kinds();

    /** Carries it out, or plans it, in the transaction of the confirmation. */
    void confirm(Administrator who, ChangeRequest change);

    /** What it would do, in sentences; the first says what it is. */
    List<Phrase> said(ChangeRequest change);
}
