package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.Map;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.route.Condition;
import vn.motcua.route.ConditionCompiler;

/** Lets the choices of a route be written in the same language as the conditions of the form. */
final class RouteConditions implements ConditionCompiler {

    private static final String FACTS = "";

    private final CompiledForm form;

    RouteConditions(CompiledForm form) {
        this.form = form;
    }

    /** Answers and facts as a route wants them. */
    static Map<String, Object> facts(Map<String, Object> answers, Facts facts) {
        var all = new HashMap<String, Object>(answers);
        all.put(FACTS, facts);
        return all;
    }

    @Override
    public Condition compile(String expression) throws NotUnderstood {
        try {
            var condition = form.expressions().condition("route.yaml", expression);
            return given -> {
                if (!(given.get(FACTS) instanceof Facts facts)) {
                    throw new IllegalStateException("route facts are made by ProcedurePackage.routeFacts");
                }
                return condition.holds(form.situation(given, facts));
            };
        } catch (UnsoundDefinition e) {
            throw new NotUnderstood(String.valueOf(e.getMessage()));
        }
    }
}
