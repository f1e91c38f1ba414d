package vn.motcua.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may come through this handler method at all. A method without it answers 404 to everyone. What a person may do to
 * one dossier is {@link Access}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Door {

    /** Who may come in. */
    Who value();

    /** The level of proof they need, see {@link Proof}; who has less is asked to prove more and comes back. */
    int level() default Proof.LOWEST;

    /** Whether one may come in also while working for another person ({@link SignedIn.ForAnother}); not unless said. */
    boolean forAnother() default false;

    /** The kinds of visitors that a door tells apart. */
    enum Who {
        /** Everybody, signed in or not. */
        PUBLIC,
        /** Whoever is signed in. */
        SIGNED_IN,
        /** Officers; for all others the page does not exist. */
        OFFICER,
        /** Administrators; for all others the page does not exist. */
        ADMINISTRATOR
    }
}
