package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.motcua.support.CopyRequest;
import vn.motcua.support.Visit;

/** Somebody who files again and again and does not give up: what got no answer is tried until it is confirmed. */
final class PersistentApplicant {

    private static final int READY = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String name;
    private final Random random;
    private final Deque<CopyRequest> unsent = new ArrayDeque<>();
    private final Map<String, UUID> confirmed = new HashMap<>();
    private @Nullable Visit visit;
    private String token = "";
    private int unanswered;
    private int foundFiled;

    PersistentApplicant(String name, Random random) {
        this.name = name;
        this.random = random;
    }

    /** Signs in at the program that listens there; sends what had no answer from the one before. */
    void comeTo(String address) {
        stubbornly(() -> {
            visit = new Visit(address).as(name);
            token = Visit.token(
                    visit().get("/procedures/" + CopyRequest.CODE + "/start").body());
        });
        sendAllAtLast();
    }

    /** Has some filings ready to be sent. */
    void prepare() {
        while (unsent.size() < READY) {
            stubbornly(() -> unsent.add(CopyRequest.prepare(visit(), "15", "03037")));
        }
    }

    /** Sends them one after the other. Whose program is gone stops at the first that gets no answer. */
    void send(boolean programWillBeGone) {
        if (!programWillBeGone) {
            sendAllAtLast();
            return;
        }
        try {
            while (!unsent.isEmpty()) {
                sendFirst();
            }
        } catch (UncheckedIOException | CopyRequest.NotConfirmed gone) {
            unanswered++;
        }
    }

    /** Sends all that is left, as often as it takes. */
    void sendAllAtLast() {
        while (!unsent.isEmpty()) {
            stubbornly(() -> {
                if (random.nextBoolean()) {
                    comeBackToFirst();
                }
                if (!unsent.isEmpty()) {
                    sendFirst();
                }
            });
        }
    }

    private void sendFirst() {
        var request = unsent.getFirst();
        confirm(request, request.send(visit(), token));
    }

    /** The page of the draft knows whether it was filed; if not, its button has another key. */
    private void comeBackToFirst() {
        var request = unsent.removeFirst();
        try {
            var code = request.reopen(visit());
            foundFiled++;
            confirmed.put(code, id(request));
        } catch (CopyRequest.NotConfirmed open) {
            unsent.addFirst(new CopyRequest(request.draft(), UUID.randomUUID()));
        } catch (UncheckedIOException lost) {
            unsent.addFirst(request);
            throw lost;
        }
    }

    private void confirm(CopyRequest request, String code) {
        assertThat(confirmed.put(code, id(request)))
                .as("a code for two filings")
                .isNull();
        unsent.remove(request);
    }

    private void stubbornly(Runnable work) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                work.run();
                return;
            } catch (UncheckedIOException | CopyRequest.NotConfirmed | IllegalArgumentException noAnswer) {
                unanswered++;
                if (System.nanoTime() > patience) {
                    throw noAnswer;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private Visit visit() {
        return Objects.requireNonNull(visit);
    }

    private static UUID id(CopyRequest request) {
        return UUID.fromString(request.draft().substring("/drafts/".length()));
    }

    /** The drafts by the tracking codes that were shown. */
    Map<String, UUID> confirmed() {
        return confirmed;
    }

    /** How often an answer was lost. */
    int unanswered() {
        return unanswered;
    }

    /** How many filings were there already when they came back to the draft. */
    int foundFiled() {
        return foundFiled;
    }
}
