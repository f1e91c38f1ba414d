package vn.motcua.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = new Messages();

    @Test
    void everythingSaidInVietnameseIsSaidInEnglishToo() {
        assertThat(new TreeSet<>(messages.all(Language.EN).keySet()))
                .isEqualTo(new TreeSet<>(messages.all(Language.VI).keySet()));
    }

    @Test
    void everyTextThatATemplateAsksForExists() throws IOException {
        var asked = new TreeSet<String>();
        var call = Pattern.compile("page\\.t\\(\"([\\w.]+)\"[,)]");
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            for (var template :
                    templates.filter(it -> it.toString().endsWith(".jte")).toList()) {
                call.matcher(Files.readString(template)).results().forEach(it -> asked.add(it.group(1)));
            }
        }
        assertThat(asked).isNotEmpty().isSubsetOf(messages.all(Language.VI).keySet());
    }

    @Test
    void vietnameseIsWrittenComposed() {
        assertThat(messages.all(Language.VI).values())
                .allSatisfy(it ->
                        assertThat(it).isEqualTo(java.text.Normalizer.normalize(it, java.text.Normalizer.Form.NFC)));
    }
}
