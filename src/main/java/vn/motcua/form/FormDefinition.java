package vn.motcua.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An e-form as its author wrote it: what is asked before the form, sections of one topic each, and checks across fields.
 * Data only; {@link Form#compile} turns it into something that can be asked.
 *
 * @param id the code of the declaration, e.g. {@code TK-KS}
 * @param title its name
 * @param parameters what a province may set, by name ({@code province.onlineFree})
 * @param questions asked before the form; they decide the case, documents and fees
 * @param sections one page each, in order
 * @param checks what must hold between fields
 */
public record FormDefinition(
        String id,
        Words title,
        Map<String, Parameter> parameters,
        List<Field> questions,
        List<Section> sections,
        List<Check> checks) {

    /** Reads {@code form.yaml}; refuses what is not understood, with its place. */
    public static FormDefinition read(String yaml) {
        return new DefinitionReader().read(yaml);
    }

    /** All fields of all sections, in order, without the questions. */
    public Stream<Field> fields() {
        return sections.stream().flatMap(it -> it.fields().stream());
    }

    /** The section with that id. */
    public Optional<Section> section(String id) {
        return sections.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * One topic, one page.
     *
     * @param id unique in the form
     * @param title the page's heading
     * @param intro a sentence below it
     * @param when the condition under which the page is shown at all
     * @param self the condition under which it is about the person who files, whose account then fills in the fields that
     *     are marked for it; empty: always
     * @param fields what it asks
     */
    public record Section(
            String id,
            Words title,
            Optional<Words> intro,
            Optional<String> when,
            Optional<String> self,
            List<Field> fields) {

        /** Whether it only asks to agree, beside places to sign on paper: the declaration. */
        public boolean declares() {
            return fields.stream().anyMatch(it -> it.kind() == Kind.CONSENT)
                    && fields.stream().allMatch(it -> it.kind() == Kind.CONSENT || it.kind() == Kind.SIGNATURE);
        }
    }

    /**
     * What a province or an agency may set without touching the form.
     *
     * @param kind a number, yes-no or text kind
     * @param initial the value where nobody has set one
     * @param label what it is
     */
    public record Parameter(Kind kind, Object initial, Words label) {}

    /**
     * A rule across fields.
     *
     * @param id unique in the form
     * @param condition when it is true, the outcome follows
     * @param outcome what follows
     * @param words what to tell the person
     */
    public record Check(String id, String condition, Outcome outcome, Words words) {}

    /** What follows from a {@link Check}. */
    public sealed interface Outcome {

        /** The form cannot be filed like this; shown at that field. */
        record Wrong(String fieldId) implements Outcome {}

        /** The dossier is marked for the officer; filing goes on. */
        record Flag(String name) implements Outcome {}

        /** Another procedure may be the right or the next one; filing goes on. */
        record Suggestion(String procedureCode) implements Outcome {}
    }
}
