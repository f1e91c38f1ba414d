package vn.motcua.messaging;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says of a message that was given to it (delivery status notification, RFC 3464).
 *
 * @param reference our number of the message, as the envelope carried it or as the headers that came back have it
 * @param state that it arrived, or that it never will
 * @param reason in the server's words, empty where it arrived
 */
record DeliveryReport(String reference, DeliveryState state, String reason) {

    /** Where a message mentions its number: {@code Message-ID: <15-uuid@host>}. */
    private static final Pattern OURS = Pattern.compile("<(\\d{1,6}-[0-9a-f-]{36})@[^>]*>");

    private static final int MOST_BLOCKS = 20;
    private static final int MOST_HEADERS = 64 * 1024;

    /**
     * Reads it. Empty for what is no such report, is about none of our messages, or only says that it takes long or that the
     * message went on to a server that reports nothing.
     */
    static Optional<DeliveryReport> of(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        var blocks = new ArrayList<InternetHeaders>();
        var number = Optional.<String>empty();
        for (int i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                blocks.addAll(blocks(part));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                number = returned(part);
            }
        }
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        var inEnvelope = Optional.ofNullable(blocks.getFirst().getHeader("Original-Envelope-Id", null))
                .map(String::strip);
        return number.or(() -> inEnvelope).flatMap(it -> outcome(it, blocks));
    }

    /** One recipient each: we write to one at a time. */
    private static Optional<DeliveryReport> outcome(String reference, List<InternetHeaders> blocks) {
        return blocks.stream()
                .filter(it -> it.getHeader("Action", null) != null)
                .findFirst()
                .flatMap(it -> switch (it.getHeader("Action", null).strip().toLowerCase(Locale.ROOT)) {
                    case "delivered" -> Optional.of(new DeliveryReport(reference, DeliveryState.DELIVERED, ""));
                    case "failed" -> Optional.of(new DeliveryReport(reference, DeliveryState.BOUNCED, why(it)));
                    default -> Optional.empty();
                });
    }

    private static String why(InternetHeaders block) {
        var status = Optional.ofNullable(block.getHeader("Status", null)).orElse("");
        var diagnostic =
                Optional.ofNullable(block.getHeader("Diagnostic-Code", null)).orElse("");
        return (status + " " + diagnostic).replaceAll("\\s+", " ").strip();
    }

    /** Blocks of fields with an empty line between: the first of the message, each further one of a recipient. */
    private static List<InternetHeaders> blocks(Part part) throws MessagingException, IOException {
        var blocks = new ArrayList<InternetHeaders>();
        try (var in = new BufferedInputStream(part.getInputStream())) {
            in.mark(1);
            while (in.read() >= 0 && blocks.size() < MOST_BLOCKS) {
                in.reset();
                blocks.add(new InternetHeaders(in));
                in.mark(1);
            }
        }
        return blocks;
    }

    private static Optional<String> returned(BodyPart part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            var text = new String(in.readNBytes(MOST_HEADERS), java.nio.charset.StandardCharsets.ISO_8859_1);
            return text.lines()
                    .takeWhile(it -> !it.isEmpty())
                    .filter(it -> it.regionMatches(true, 0, "Message-ID:", 0, 11))
                    .findFirst()
                    .flatMap(DeliveryReport::number);
        }
    }

    private static Optional<String> number(@Nullable String words) {
        return Optional.ofNullable(words)
                .map(OURS::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(it -> it.group(1));
    }
}
