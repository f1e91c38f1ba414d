package vn.motcua.deadline;

import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Tag;

/** The same of promises over 100,000 cases each. */
@Tag("long")
@PropertyDefaults(tries = 100_000)
class ManyPromisedPropertiesTest extends PromisedPropertiesTest {}
