package vn.motcua.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a file of layouts and refuses one by which a form would lose something that it has to say. */
record FormsFile(Map<String, FormLayout> layouts, String unknown) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What is wrong with the file. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final String where;

        Wrong(String where) {
            super(where);
            this.where = where;
        }

        /** Where, e.g. {@code 02 › {until}}. */
        String where() {
            return where;
        }
    }

    private record Written(
            @Nullable String unknown, @Nullable List<WrittenForm> forms) {}

    private record WrittenForm(
            @Nullable String number,
            @Nullable String version,
            @Nullable String title,
            @Nullable String source,
            FormLayout.@Nullable Confidence confidence,
            @Nullable List<PaperSize> sizes,
            @Nullable List<FormLayout.Code> codes,
            @Nullable String under,
            @Nullable List<WrittenField> fields) {}

    private record WrittenField(
            @Nullable String text,
            @Nullable String block,
            @Nullable List<String> columns,
            @Nullable List<String> cells,
            @Nullable Boolean room,
            @Nullable Boolean small,
            @Nullable Boolean known) {}

    static FormsFile read(String text) throws Wrong {
        var written = parsed(text);
        var layouts = new LinkedHashMap<String, FormLayout>();
        for (var form : orNone(written.forms())) {
            var layout = layout(form);
            if (layouts.put(layout.number(), layout) != null) {
                throw new Wrong(layout.number() + " ×2");
            }
        }
        for (var form : FormValues.all()) {
            if (!layouts.containsKey(form.number())) {
                throw new Wrong(form.number());
            }
        }
        return new FormsFile(layouts, required(written.unknown(), "unknown"));
    }

    private static Written parsed(String text) throws Wrong {
        try {
            var written = YAML.readValue(text, Written.class);
            if (written == null) {
                throw new Wrong("forms");
            }
            return written;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Wrong((at == null ? "" : at.getLineNr() + ": ") + e.getOriginalMessage());
        }
    }

    private static FormLayout layout(WrittenForm form) throws Wrong {
        var number = required(form.number(), "number");
        var values = FormValues.of(number);
        if (values.isEmpty()) {
            throw new Wrong(number);
        }
        if (form.confidence() == null) {
            throw new Wrong(number + " › confidence");
        }
        var sizes = orNone(form.sizes());
        if (sizes.isEmpty()) {
            throw new Wrong(number + " › sizes");
        }
        var fields = new ArrayList<FormLayout.Field>();
        for (var field : orNone(form.fields())) {
            fields.add(field(field, number));
        }
        var layout = new FormLayout(
                number,
                required(form.version(), number + " › version"),
                required(form.title(), number + " › title"),
                required(form.source(), number + " › source"),
                form.confidence(),
                sizes,
                Set.copyOf(orNone(form.codes())),
                form.under() == null ? "" : form.under(),
                fields);
        check(layout, values.get());
        return layout;
    }

    private static FormLayout.Field field(WrittenField field, String number) throws Wrong {
        var text = field.text() == null ? "" : field.text();
        var block = field.block() == null ? "" : field.block();
        if (text.isBlank() == block.isBlank()) {
            throw new Wrong(number + " › " + text + block);
        }
        return new FormLayout.Field(
                text,
                block,
                orNone(field.columns()),
                orNone(field.cells()),
                Boolean.TRUE.equals(field.room()),
                Boolean.TRUE.equals(field.small()),
                !Boolean.FALSE.equals(field.known()));
    }

    /** Each value that the form has stands somewhere, each block once, and nothing that it does not have. */
    private static void check(FormLayout layout, FormValues values) throws Wrong {
        var used = new HashSet<>(FormText.names(layout.under()));
        var blocks = new HashSet<String>();
        for (var field : layout.fields()) {
            if (field.block().isEmpty()) {
                used.addAll(FormText.names(field.text()));
                continue;
            }
            if (!values.blocks().containsKey(field.block()) || !blocks.add(field.block())) {
                throw new Wrong(layout.number() + " › " + field.block());
            }
            if (!field.columns().isEmpty()
                    && field.columns().size() != field.cells().size()) {
                throw new Wrong(layout.number() + " › " + field.block() + " › columns");
            }
            var inRows = new HashSet<String>();
            field.cells().forEach(it -> inRows.addAll(FormText.names(it)));
            same(layout.number() + " › " + field.block(), values.rowsOf(field.block()), inRows);
        }
        same(layout.number(), new TreeSet<>(values.blocks().keySet()), blocks);
        same(layout.number(), new TreeSet<>(values.single()), used);
    }

    private static void same(String where, Set<String> wanted, Set<String> found) throws Wrong {
        for (var name : wanted) {
            if (!found.contains(name)) {
                throw new Wrong(where + " › {" + name + "}");
            }
        }
        for (var name : found) {
            if (!wanted.contains(name)) {
                throw new Wrong(where + " › {" + name + "}");
            }
        }
    }

    private static String required(@Nullable String text, String where) throws Wrong {
        if (text == null || text.isBlank()) {
            throw new Wrong(where);
        }
        return text;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
