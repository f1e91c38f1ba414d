/**
 * How the program runs, for administrators: what is planned and how it went, what could not be handed on or delivered, room, backups and
 * the services outside that it relies on.
 */
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {"shared", "database", "backup", "identity", "outbox", "messaging"})
@NullMarked
package vn.motcua.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
