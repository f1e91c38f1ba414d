package vn.motcua.route;

/**
 * That a step is done at another kind of unit than usual (luồng xử lý theo nội dung hồ sơ).
 *
 * @param when the condition as its author wrote it
 * @param unitKind at which kind of unit then
 * @param because why, as officers read it
 */
public record UnitRule(String when, Condition condition, String unitKind, StepName because) {}
