/**
 * Brings messages to people outside the program: mail over SMTP, short messages through a gateway over HTTP. Whoever has
 * something to say queues a letter; it is carried afterwards, again and again until it arrived or is given up.
 */
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"shared", "organization", "audit", "identity"})
@NullMarked
package vn.motcua.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
