/** The database: an own PostgreSQL in the data folder or one elsewhere, its roles, and a start that says what is wrong. */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"shared"})
@NullMarked
package vn.motcua.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
