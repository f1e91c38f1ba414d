package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.deadline.TimeLimit;

/**
 * The time limit of a procedure (thời hạn giải quyết) as its package states it.
 *
 * @param usual what holds when no exception does
 * @param exceptions other limits, the first whose condition holds is taken
 * @param afterSupplement what becomes of it after a supplement
 * @param supplementDays how many days an applicant has for a supplement; empty where the installation says it
 * @param waits what the procedure says of waiting for something else; the installation says the rest
 * @param immediate where it is said that the result is given at once at the counter (NĐ 61/2018 Điều 17 khoản 4); empty for
 *     all other procedures
 * @param note what the record says about it, in Vietnamese; may be empty
 */
public record LimitRule(
        TimeLimit usual,
        List<Special> exceptions,
        AfterSupplement afterSupplement,
        Optional<Integer> supplementDays,
        Map<WaitKind, WaitRule> waits,
        Optional<String> immediate,
        String note) {

    /** Keeps its own copies. */
    public LimitRule {
        exceptions = List.copyOf(exceptions);
        waits = Map.copyOf(waits);
    }

    /**
     * Another limit under a condition.
     *
     * @param when CEL over answers and facts
     * @param limit the limit then
     */
    public record Special(String when, TimeLimit limit) {}
}
