/** The ways in: the provider of electronic identities, an agency's own provider, a local password with a second factor. */
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {"shared", "database", "organization", "document", "identity", "identity::forms"})
@NullMarked
package vn.motcua.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
