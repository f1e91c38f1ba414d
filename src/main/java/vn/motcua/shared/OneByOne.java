package vn.motcua.shared;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a round goes through what it is about, tenants or dossiers or people: one that fails, in whatever way, is written to the log and
 * stops no other; the next round tries it again. So that the round is not taken for whole, it ends by saying that some failed.
 */
public final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /** Some failed, all others are done; the cause is the first of them. */
    public static final class SomeFailed extends IllegalStateException {

        private SomeFailed(String round, int failed, RuntimeException first) {
            super(round + ": " + failed + " failed, the others are done; first: " + first, first);
        }
    }

    /**
     * Does it for each.
     *
     * @param round what is done, for the log
     * @throws SomeFailed after the last one, where any failed
     */
    public static <T> void each(String round, Iterable<T> all, Consumer<? super T> work) {
        sum(round, all, it -> {
            work.accept(it);
            return 0;
        });
    }

    /**
     * The same, with how many things were done altogether.
     *
     * @throws SomeFailed after the last one, where any failed
     */
    public static <T> int sum(String round, Iterable<T> all, ToIntFunction<? super T> work) {
        int done = 0;
        int failed = 0;
        Optional<RuntimeException> first = Optional.empty();
        for (var it : all) {
            try {
                done += work.applyAsInt(it);
            } catch (RuntimeException failure) {
                log(round, it, failure);
                failed++;
                first = first.or(() -> Optional.of(failure));
            }
        }
        if (first.isPresent()) {
            throw new SomeFailed(round, failed, first.get());
        }
        return done;
    }

    /** One of them; empty where it failed, for lists that are shown without it. */
    public static <T> Optional<T> tried(String round, Object one, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException failure) {
            log(round, one, failure);
            return Optional.empty();
        }
    }

    /** What was said one by one inside is not said again. */
    private static void log(String round, Object one, RuntimeException failure) {
        if (failure instanceof SomeFailed) {
            LOG.warn("{}: {}: {}", round, one, failure.getMessage());
        } else {
            LOG.warn("{}: {} failed; the others go on", round, one, failure);
        }
    }
}
