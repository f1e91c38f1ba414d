package vn.motcua.route;

/** The question that the route asks of whoever knows the expression language: what does this condition mean? */
@FunctionalInterface
public interface ConditionCompiler {

    /** The condition that the expression states. */
    Condition compile(String expression) throws NotUnderstood;

    /** The expression is not one; the message says where and why, for its author. */
    final class NotUnderstood extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param reason what the author has to know, with the place inside the expression */
        public NotUnderstood(String reason) {
            super(reason);
        }

        /** Where and why. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
