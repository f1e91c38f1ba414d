package vn.motcua.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.FormDefinition.Section;
import vn.motcua.form.Words;

/** One page of the way from "start" to "file": one topic. */
public sealed interface Step {

    /** The last part of the page's address. */
    String path();

    /** The questions that decide documents and fee. */
    record Case() implements Step {
        @Override
        public String path() {
            return "case";
        }
    }

    /** Where it is filed. */
    record Where() implements Step {
        @Override
        public String path() {
            return "where";
        }
    }

    /** A section of the form. */
    record Topic(String section, Words title) implements Step {
        @Override
        public String path() {
            return "form/" + section;
        }
    }

    /** The papers. */
    record Papers() implements Step {
        @Override
        public String path() {
            return "papers";
        }
    }

    /** How the result is to come. */
    record Receiving() implements Step {
        @Override
        public String path() {
            return "delivery";
        }
    }

    /** Everything once more, and the declaration. */
    record Review() implements Step {
        @Override
        public String path() {
            return "review";
        }
    }

    /** The steps with these answers, in order. */
    static List<Step> of(CompiledForm form, Map<String, Object> answers, Facts facts) {
        var steps = new ArrayList<Step>();
        if (!form.fields(CompiledForm.QUESTIONS, answers, facts).isEmpty()) {
            steps.add(new Case());
        }
        steps.add(new Where());
        form.sections(answers, facts).stream()
                .filter(it -> !declares(it))
                .forEach(it -> steps.add(new Topic(it.id(), it.title())));
        steps.add(new Papers());
        steps.add(new Receiving());
        steps.add(new Review());
        return List.copyOf(steps);
    }

    /** Whether a section only asks to agree: that is asked at the end, beside everything it is about. */
    static boolean declares(Section section) {
        return section.declares();
    }
}
