/**
 * How the program runs, for administrators: what is planned and how it went, what could not be handed on, room, backups and
 * the services outside that it relies on.
 */
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {"shared", "database", "backup", "identity", "outbox"})
@NullMarked
package vn.motcua.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
