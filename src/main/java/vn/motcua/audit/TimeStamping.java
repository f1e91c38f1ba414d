package vn.motcua.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks a time-stamping authority by RFC 3161 over HTTP. */
public final class TimeStamping {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 64 * 1024;

    private final URI authority;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Asks the authority at that address. */
    public TimeStamping(URI authority) {
        this.authority = authority;
    }

    /** A token over these bytes; {@link IOException} when the authority gives none that fits. */
    String token(String signature) throws IOException, InterruptedException {
        var imprint = Hash.sum(Base64.getDecoder().decode(signature)).bytes();
        var token = Base64.getEncoder().encodeToString(stamp(imprint));
        if (TimeStamp.of(token, signature).isEmpty()) {
            throw new IOException("the time-stamping authority's token does not hold");
        }
        return token;
    }

    /**
     * A token (DER) over a SHA-256; {@link IOException} when the authority cannot be reached, refuses, or answers another
     * question.
     */
    public byte[] stamp(byte[] sha256) throws IOException, InterruptedException {
        var questions = new TimeStampRequestGenerator();
        questions.setCertReq(true);
        var question = questions.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(64, new SecureRandom()));
        var asked = HttpRequest.newBuilder(authority)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.getEncoded()))
                .build();
        var answer =
                http.send(asked, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        if (answer.statusCode() != 200) {
            throw new IOException("the time-stamping authority answered " + answer.statusCode());
        }
        try {
            var stamp = new TimeStampResponse(answer.body());
            stamp.validate(question);
            if (stamp.getTimeStampToken() == null) {
                throw new IOException("the time-stamping authority refused: " + stamp.getStatusString());
            }
            return stamp.getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException("the time-stamping authority's answer does not fit the question", e);
        }
    }
}
