/**
 * Copies of a data folder from which it comes back as it was at a moment: whole copies of the own database while it works,
 * its log since, the uploaded files, the keys. Made by the program itself, by {@code ./motcua backup}, undone by
 * {@code ./motcua restore}.
 */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"shared", "database"})
@NullMarked
package vn.motcua.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
