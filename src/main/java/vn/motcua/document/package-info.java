/** Files by content hash: storage, type and size check; printable documents and codes. */
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"shared", "database"})
@NullMarked
package vn.motcua.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
