package vn.motcua.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Ids;

/** What the sandbox's mail server and gateway took and brought nowhere. Kept in memory, the latest {@value #MOST}. */
@Component
@Profile("demo")
public class Caught {

    static final int MOST = 500;

    private final Deque<Message> all = new ArrayDeque<>();

    Caught() {}

    /**
     * A message that would have gone out.
     *
     * @param kind {@code mail} or {@code sms}
     * @param reference the number that its sender gave it; a repetition has the same
     * @param from name and address; empty for a short message
     * @param page the simple page of a mail, empty for a short message
     * @param receipt what the sender was told of it afterwards, {@code delivered} or {@code failed}; empty where none was asked for
     * @param received when
     */
    public record Message(
            UUID id,
            String kind,
            String reference,
            String from,
            String to,
            String subject,
            String text,
            String page,
            String receipt,
            Instant received) {}

    /** The latest first. */
    public synchronized List<Message> all() {
        return List.copyOf(all);
    }

    /** That one. */
    public synchronized Optional<Message> one(UUID id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Takes it; one that came before under the same number is not taken again. */
    synchronized void take(
            String kind,
            String reference,
            String from,
            String to,
            String subject,
            String text,
            String page,
            String receipt,
            Instant now) {
        if (!reference.isEmpty() && all.stream().anyMatch(it -> it.reference().equals(reference))) {
            return;
        }
        all.addFirst(new Message(Ids.next(), kind, reference, from, to, subject, text, page, receipt, now));
        while (all.size() > MOST) {
            all.removeLast();
        }
    }
}
