package vn.motcua.form;

import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;

/** Answers and facts, ready to be asked by any number of conditions and amounts. */
public final class Situation implements CelVariableResolver {

    private final Map<String, Object> values;
    private final Facts facts;

    Situation(Map<String, Object> values, Facts facts) {
        this.values = values;
        this.facts = facts;
    }

    Facts facts() {
        return facts;
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
