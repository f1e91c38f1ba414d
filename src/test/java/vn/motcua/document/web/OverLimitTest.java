package vn.motcua.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.support.Postgres;

/** Sends like a browser: everything first, and only then looks for an answer. */
@ApplicationModuleTest(module = "document", webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({Postgres.class, OverLimitTest.Counter.class})
class OverLimitTest {

    private static final String START =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
    private static final String END = "\r\n--b--\r\n";
    private static final int MEGABYTE = 1 << 20;

    private final int port;

    @Autowired
    OverLimitTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void twoHundredMegabytesGetAPageThatSaysSo() throws IOException {
        var answer = send("/papers", 200);
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("<h1>Tệp quá lớn</h1>")
                .contains("nặng 200 MB, vượt mức 25 MB");
    }

    @Test
    void inEnglishToo() throws IOException {
        assertThat(send("/en/papers", 30)).startsWith("HTTP/1.1 413").contains("30 MB, more than the 25 MB");
    }

    @Test
    void aProgramGetsAProblem() throws IOException {
        assertThat(send("/api/v1/papers", 30))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json")
                .contains("\"code\":\"REQUEST_TOO_LARGE\"");
    }

    @Test
    void whoeverHidesTheLengthIsStoppedAllTheSame() throws IOException {
        assertThat(sendInChunks("/papers", 40)).startsWith("HTTP/1.1 413").contains("nặng hơn 25 MB");
    }

    /** With a body of that many megabytes, whose length is said at the start. */
    private String send(String path, int megabytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = socket.getOutputStream();
            var length = START.length() + (long) megabytes * MEGABYTE + END.length();
            out.write(ascii("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + length + "\r\n\r\n"
                    + START));
            var part = letters();
            for (var i = 0; i < megabytes; i++) {
                out.write(part);
            }
            out.write(ascii(END));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String sendInChunks(String path, int megabytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = socket.getOutputStream();
            out.write(ascii("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"));
            chunk(out, ascii(START));
            for (var i = 0; i < megabytes; i++) {
                chunk(out, letters());
            }
            chunk(out, ascii(END));
            out.write(ascii("0\r\n\r\n"));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void chunk(java.io.OutputStream out, byte[] content) throws IOException {
        out.write(ascii(Integer.toHexString(content.length) + "\r\n"));
        out.write(content);
        out.write(ascii("\r\n"));
    }

    private static byte[] letters() {
        var part = new byte[MEGABYTE];
        Arrays.fill(part, (byte) 'x');
        return part;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @RestController
    static class Counter {

        @PostMapping("/papers")
        long take(@RequestParam("file") MultipartFile file) {
            return file.getSize();
        }
    }
}
