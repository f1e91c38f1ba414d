package vn.motcua.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** The report of an import as CSV, line by line, some at a time: what is written leaves the memory. No cell is a formula. */
@Component
public class ImportReport {

    private static final int AT_ONCE = 500;
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private final ProcedureImports imports;
    private final Messages messages;

    ImportReport(ProcedureImports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** Writes all lines; the caller closes the stream. */
    public void write(UUID id, Language language, OutputStream out) throws IOException {
        var words = new ImportWords(messages, language);
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        var csv = new CSVPrinter(text, CSVFormat.RFC4180);
        csv.printRecord(
                messages.say(language, "catalogue.import.no"),
                messages.say(language, "catalogue.import.line"),
                messages.say(language, "catalogue.source.code"),
                messages.say(language, "catalogue.import.name"),
                messages.say(language, "catalogue.import.verdict"),
                messages.say(language, "catalogue.import.details"));
        int after = 0;
        var lines = imports.lines(id, Optional.empty(), after, AT_ONCE);
        while (!lines.isEmpty()) {
            for (var it : lines) {
                csv.printRecord(
                        it.no(),
                        it.line(),
                        safe(it.code()),
                        safe(it.name()),
                        words.verdict(it.verdict()),
                        safe(String.join("\n", words.details(it))));
            }
            csv.flush();
            after = lines.getLast().no();
            lines = imports.lines(id, Optional.empty(), after, AT_ONCE);
        }
        csv.flush();
    }

    private static String safe(String cell) {
        return FORMULA.matcher(cell).find() ? "'" + cell : cell;
    }
}
