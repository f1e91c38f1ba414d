package vn.motcua.catalogue;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.RecordReading.Outcome;
import vn.motcua.shared.Refused;

/**
 * A file of records, read one after the other: JSON as the national database gives it (one record, an array of them, or either
 * inside {@code data}), or CSV with a line of columns. Only the record at hand is in memory. A file that is not text in UTF-8,
 * or breaks off, is refused as a whole; of a record that is too deep or too large only that record is.
 */
final class RecordFile {

    /** What holds more than this is no record of a procedure. */
    private static final int DEEPEST = 30;

    private static final int LARGEST = 20_000;
    private static final int LONGEST = 5_000_000;
    private static final int WRAPPED = 3;
    private static final Set<String> WRAPPERS = Set.of("data", "content", "items", "records", "rows");
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100_000)
            .maxStringLength(2_000_000)
            .maxNumberLength(100)
            .maxDocumentLength(-1)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .build();

    private final Sink sink;

    private RecordFile(Sink sink) {
        this.sink = sink;
    }

    /** Takes the records one by one. */
    interface Sink {

        /**
         * Takes one.
         *
         * @param line where it begins, from 1
         * @param record what came of it over what the catalogue has
         */
        void take(long line, Function<Function<String, Optional<ProcedureRecord>>, Outcome> record);
    }

    /** Reads all of it; refuses with {@code FILE_NOT_UTF8}, {@code FILE_NOT_JSON} or {@code FILE_NOT_RECORDS}. */
    static void read(InputStream in, Sink sink) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var text = new BufferedReader(new InputStreamReader(in, decoder), 1 << 16)) {
            var file = new RecordFile(sink);
            int first = first(text);
            if (first == '{' || first == '[') {
                file.json(text);
            } else {
                file.csv(text);
            }
        } catch (CharacterCodingException e) {
            throw caused(new Refused(CatalogueRefusal.FILE_NOT_UTF8), e);
        }
    }

    /** The first character that says something; it is read again. */
    private static int first(Reader text) throws IOException {
        int read;
        do {
            text.mark(1);
            read = text.read();
        } while (read == '\uFEFF' || (read >= 0 && Character.isWhitespace(read)));
        if (read >= 0) {
            text.reset();
        }
        return read;
    }

    private void json(Reader text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                descend(parser, 0);
            }
        } catch (JacksonException e) {
            for (Throwable it = e; it != null; it = it.getCause()) {
                if (it instanceof CharacterCodingException coding) {
                    throw coding;
                }
            }
            var at = e.getLocation();
            throw caused(
                    new Refused(
                            CatalogueRefusal.FILE_NOT_JSON,
                            at == null ? 0 : at.getLineNr(),
                            at == null ? 0 : at.getColumnNr()),
                    e);
        }
    }

    /** An array of records, an object around one, or a record. */
    private void descend(JsonParser parser, int depth) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                record(parser, new Tree(), depth);
            }
        } else {
            record(parser, new Tree(), depth);
        }
    }

    private void record(JsonParser parser, Tree tree, int depth) {
        long line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            var value = tree.value(parser, 0);
            sink.take(line, _ -> NationalRecord.read(value, NationalRecord.SOURCE, _ -> Optional.empty()));
            return;
        }
        var record = JsonNodeFactory.instance.objectNode();
        boolean around = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            var value = parser.nextToken();
            if (depth < WRAPPED
                    && WRAPPERS.contains(field)
                    && (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT)) {
                around = true;
                descend(parser, depth + 1);
            } else {
                record.set(field, tree.value(parser, 1));
            }
        }
        if (tree.tooLarge) {
            sink.take(line, _ -> tooLarge(record));
        } else if (!around) {
            sink.take(line, known -> NationalRecord.read(record, NationalRecord.SOURCE, known));
        }
    }

    private static Outcome tooLarge(ObjectNode record) {
        var reading = new RecordReading();
        reading.wrong("", RecordProblem.Kind.TOO_LARGE, "");
        return reading.outcome(
                record.path("code").asString(""), record.path("name").asString(""), () -> NationalRecord.empty(""));
    }

    private void csv(Reader text) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        var row = new Row(text);
        try (var parser = format.parse(row)) {
            if (!parser.getHeaderNames().containsAll(CsvRecord.NEEDED)) {
                throw new Refused(CatalogueRefusal.FILE_NOT_RECORDS);
            }
            long line = parser.getCurrentLineNumber() + 1;
            for (var record : parser) {
                row.read = 0;
                var cells = record.toMap();
                sink.take(line, known -> CsvRecord.read(cells, known));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IllegalArgumentException | IllegalStateException | IOException | UncheckedIOException e) {
            if ((e instanceof UncheckedIOException ? e.getCause() : e) instanceof CharacterCodingException coding) {
                throw coding;
            }
            throw caused(new Refused(CatalogueRefusal.FILE_NOT_RECORDS), e);
        }
    }

    private static Refused caused(Refused refused, Exception cause) {
        refused.initCause(cause);
        return refused;
    }

    /** Stops reading a row that never ends. */
    private static final class Row extends FilterReader {

        private int read;

        Row(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LONGEST) {
                throw new IOException("a row of more than " + LONGEST + " characters");
            }
        }
    }

    /** Builds the value at hand; beyond the limits it goes on reading and keeps nothing. */
    private static final class Tree {

        private int values;
        private boolean tooLarge;

        JsonNode value(JsonParser parser, int depth) {
            if (++values > LARGEST || depth > DEEPEST) {
                tooLarge = true;
                parser.skipChildren();
                return JsonNodeFactory.instance.nullNode();
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(parser, depth);
                case START_ARRAY -> array(parser, depth);
                case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
                case VALUE_TRUE, VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(parser.getBooleanValue());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
                    JsonNodeFactory.instance.stringNode(parser.getString());
                case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("no value begins with " + parser.currentToken());
            };
        }

        private ObjectNode object(JsonParser parser, int depth) {
            var object = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var field = parser.currentName();
                parser.nextToken();
                object.set(field, value(parser, depth + 1));
            }
            return object;
        }

        private ArrayNode array(JsonParser parser, int depth) {
            var array = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser, depth + 1));
            }
            return array;
        }
    }
}
