/** The working calendar and the law of time: due dates and their explanation, as a pure library. */
@ApplicationModule(
        displayName = "Deadline",
        allowedDependencies = {"shared"})
@NullMarked
package vn.motcua.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
