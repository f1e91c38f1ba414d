package vn.motcua.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
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

    private HtmlCheck() {}

    /** What is wrong with this HTML; empty when it is valid. */
    public static List<String> errors(String html) {
        var out = new ByteArrayOutputStream();
        var validator = new SimpleDocumentValidator();
        var source = validator.getSourceCode();
        var messages = new MessageEmitterAdapter(
                null, source, false, new ImageCollector(source), 0, false, new TextMessageEmitter(out, false));
        messages.setErrorsOnly(true);
        try {
            messages.start(null);
            validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
            validator.setUpValidatorAndParsers(messages, true, false);
            var input = new InputSource(new StringReader(html));
            input.setSystemId("page");
            validator.checkHtmlInputSource(input);
            messages.end("", "", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the HTML checker did not start", e);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.startsWith("Error"))
                .toList();
    }
}
