package vn.motcua.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.motcua.database.StartRefused;

/**
 * The layouts of the forms 01 to 07: those of the program, or those of the operator's own file ({@code motcua.print.forms}).
 * A file that cannot be read, or whose form would lose something that it has to say, keeps the program from starting.
 */
@Component
class FormLayouts {

    private static final String SHIPPED = "print/forms.yaml";

    private final Map<String, FormLayout> layouts;
    private final String unknown;

    @Autowired
    FormLayouts(@Value("${motcua.print.forms:}") String file) {
        this(file.isBlank() ? SHIPPED : file.strip(), file.isBlank() ? shippedText() : text(file.strip()));
    }

    private FormLayouts(String name, String text) {
        try {
            var read = FormsFile.read(text);
            this.layouts = read.layouts();
            this.unknown = read.unknown();
        } catch (FormsFile.Wrong wrong) {
            throw new StartRefused(StartRefused.Reason.FORMS_WRONG, name, wrong.where());
        }
    }

    /** The layouts of the program. */
    static FormLayouts shipped() {
        return new FormLayouts(SHIPPED, shippedText());
    }

    /** The layout of that form. */
    FormLayout of(String number) {
        var layout = layouts.get(number);
        if (layout == null) {
            throw new IllegalStateException("no form " + number);
        }
        return layout;
    }

    /** What the mark of a part says that was not compared with the official form. */
    String unknown() {
        return unknown;
    }

    private static String shippedText() {
        try {
            return new ClassPathResource(SHIPPED).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException _) {
            throw new StartRefused(StartRefused.Reason.FORMS_WRONG, file, "?");
        }
    }
}
