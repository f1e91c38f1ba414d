package vn.motcua.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.messages.TextMessageEmitter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The Nu HTML checker of the W3C, inside the test. */
public final class HtmlCheck {

    /** Reading the grammar of HTML takes longer than checking a page by it. */
    private static final SimpleDocumentValidator VALIDATOR = validator();

    private HtmlCheck() {}

    /** What is wrong with this HTML; empty when it is valid. */
    public static synchronized List<String> errors(String html) {
        var out = new ByteArrayOutputStream();
        var source = VALIDATOR.getSourceCode();
        var messages = new MessageEmitterAdapter(
                null, source, false, new ImageCollector(source), 0, false, new TextMessageEmitter(out, false));
        messages.setErrorsOnly(true);
        try {
            messages.start(null);
            VALIDATOR.setUpValidatorAndParsers(messages, true, false);
            var input = new InputSource(new StringReader(html));
            input.setSystemId("page");
            VALIDATOR.checkHtmlInputSource(input);
            messages.end("", "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.startsWith("Error"))
                .toList();
    }

    private static SimpleDocumentValidator validator() {
        var validator = new SimpleDocumentValidator();
        try {
            validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
        } catch (Exception e) {
            throw new IllegalStateException("the HTML checker did not start", e);
        }
        return validator;
    }
}
