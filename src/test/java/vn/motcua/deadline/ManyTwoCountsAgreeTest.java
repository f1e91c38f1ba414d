package vn.motcua.deadline;

import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Tag;

/** Both counts over 200,000 cases: 100,000 that wait and 100,000 that do not. */
@Tag("long")
@PropertyDefaults(tries = 100_000)
class ManyTwoCountsAgreeTest extends TwoCountsAgreeTest {}
