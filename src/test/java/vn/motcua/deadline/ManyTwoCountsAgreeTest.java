package vn.motcua.deadline;

import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Tag;

/** Both counts over 100,000 cases: 50,000 that wait and 50,000 that do not. */
@Tag("long")
@PropertyDefaults(tries = 50_000)
class ManyTwoCountsAgreeTest extends TwoCountsAgreeTest {}
