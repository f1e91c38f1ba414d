package vn.motcua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Stage;
import vn.motcua.shared.Refused;

/** What may be written in a thread, until when. */
class ThreadRuleTest {

    private static final Instant CLOSED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Stage WITHDRAWN = new Stage.Withdrawn(CLOSED, "", Optional.empty());
    private static final Stage FILED = new Stage.Submitted(CLOSED);

    private final ThreadRule rule = new ThreadRule(Duration.ofDays(30));

    @Test
    void aThreadStaysOpenThirtyDaysAfterTheDossierIsClosed() {
        assertThat(rule.openUntil(FILED)).isEmpty();
        assertThat(rule.openUntil(WITHDRAWN)).contains(CLOSED.plus(Duration.ofDays(30)));
        assertThatCode(() -> rule.check(WITHDRAWN, "a", 0, 0, CLOSED.plus(Duration.ofDays(30))))
                .doesNotThrowAnyException();
        refuses(
                ConversationRefusal.THREAD_CLOSED,
                () -> rule.check(
                        WITHDRAWN, "a", 0, 0, CLOSED.plus(Duration.ofDays(30)).plusSeconds(1)));
        assertThatCode(() -> rule.check(FILED, "a", 0, 0, CLOSED.plus(Duration.ofDays(3000))))
                .doesNotThrowAnyException();
    }

    @Test
    void aMessageHasWordsOrFilesAndNotTooMany() {
        refuses(ConversationRefusal.MESSAGE_EMPTY, () -> rule.check(FILED, "", 0, 0, CLOSED));
        refuses(ConversationRefusal.MESSAGE_TOO_LONG, () -> rule.check(FILED, "a".repeat(4001), 0, 0, CLOSED));
        refuses(ConversationRefusal.MESSAGE_TOO_MANY_FILES, () -> rule.check(FILED, "a", 6, 0, CLOSED));
        refuses(ConversationRefusal.MESSAGE_TOO_OFTEN, () -> rule.check(FILED, "a", 0, 20, CLOSED));
        assertThatCode(() -> rule.check(FILED, "", 5, 19, CLOSED)).doesNotThrowAnyException();
    }

    private static void refuses(ConversationRefusal code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
