package vn.motcua.deadline;

import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Tag;

/** The same properties over 120,000 cases. */
@Tag("long")
@PropertyDefaults(tries = 10_000)
class ManyTimePropertiesTest extends TimePropertiesTest {}
