package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.WholeProgram;

/** What somebody's browser fetches who opens the home page for the first time, as it goes over the wire. */
@WholeProgram
class FirstLoadTest {

    private static final int MOST = 90_000;
    private static final Pattern REFERRED =
            Pattern.compile("<(?:link|script|img|source)\\b[^>]*?\\b(?:href|src)=\"([^\"]+)\"");
    private static final Pattern IN_STYLE = Pattern.compile("url\\([\"']?(?!data:)([^)\"']+)[\"']?\\)");
    private static final Pattern IN_DOC =
            Pattern.compile("\\| first load of the home page[^|]*\\| 90 kB \\| ([0-9.]+) kB");

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void theFirstLoadOfTheHomePageIsSmallInBothLanguages() throws Exception {
        for (var page : new String[] {"/", "/en"}) {
            var fetched = fetched(page);

            assertThat(fetched.keySet())
                    .as("page, style, both fonts and the scripts are among them")
                    .anyMatch(it -> it.endsWith(".css"))
                    .anyMatch(it -> it.endsWith("mc-sans.woff2"))
                    .anyMatch(it -> it.endsWith("mc-head.woff2"))
                    .anyMatch(it -> it.contains("htmx"));
            assertThat(total(fetched)).as(page + " " + fetched).isLessThan(MOST);
        }
    }

    @Test
    void theDocumentedSizeIsTheRealOne() throws Exception {
        var said = IN_DOC.matcher(Files.readString(Path.of("docs", "performance.md")));

        assertThat(said.find()).isTrue();
        assertThat(Double.parseDouble(said.group(1)) * 1000)
                .isBetween(total(fetched("/")) * 0.95, total(fetched("/")) * 1.05);
    }

    private static int total(Map<String, Integer> fetched) {
        return fetched.values().stream().mapToInt(it -> it).sum();
    }

    /** How many bytes come for each address, headers and all. */
    private Map<String, Integer> fetched(String page) throws Exception {
        var fetched = new LinkedHashMap<String, Integer>();
        fetch(URI.create("http://localhost:" + port + page), fetched);
        return fetched;
    }

    private void fetch(URI address, Map<String, Integer> fetched) throws Exception {
        if (fetched.containsKey(address.getPath())) {
            return;
        }
        var answer = browser.send(
                HttpRequest.newBuilder(address)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
        assertThat(address.getPort()).as("no other host").isEqualTo(port);
        fetched.put(address.getPath(), size(answer));
        var kind = answer.headers().firstValue("Content-Type").orElse("");
        if (kind.startsWith("text/")) {
            var referred = (kind.startsWith("text/html") ? REFERRED : IN_STYLE).matcher(text(answer));
            while (referred.find()) {
                if (!kind.contains("javascript")) {
                    fetch(address.resolve(referred.group(1)), fetched);
                }
            }
        }
    }

    private static int size(HttpResponse<byte[]> answer) {
        var headers = answer.headers().map().entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(value -> it.getKey() + ": " + value + "\r\n"))
                .mapToInt(String::length)
                .sum();
        return answer.body().length + headers;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        var zipped = answer.headers().firstValue("Content-Encoding").filter("gzip"::equals);
        if (zipped.isEmpty()) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
