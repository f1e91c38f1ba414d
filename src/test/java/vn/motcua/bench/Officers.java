package vn.motcua.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The receivers of a one-stop, each at several browsers, who take dossiers from the tray and give them back. */
final class Officers implements AutoCloseable {

    private static final List<String> NAMES = List.of("Trần Thu Hà", "Giàng A Páo");

    private final List<OfficerBrowser> browsers = new ArrayList<>();
    private final List<String> others;
    private final Samples times = new Samples();
    private final ExecutorService hands;

    private Officers(List<String> others, int clients) {
        this.others = others;
        this.hands = Executors.newFixedThreadPool(clients);
    }

    /** Signs them in. Each has so many of the dossiers to itself; the rest is for others. */
    static Officers at(String address, List<String> dossiers, int clients, int each) throws IOException {
        var officers = new Officers(dossiers.subList(clients * each, dossiers.size()), clients);
        for (int i = 0; i < clients; i++) {
            officers.browsers.add(new OfficerBrowser(
                    address, NAMES.get(i % NAMES.size()), dossiers.subList(i * each, (i + 1) * each)));
        }
        return officers;
    }

    /** Takes the others once and gives them back, so that both transitions of each are in the database. */
    List<String> takeAndGiveBackTheOthers() throws IOException {
        browsers.getFirst().takeAndGiveBack(others);
        return others;
    }

    /** Works for so long; transitions a second. */
    double work(Duration time) throws IOException {
        var begun = System.nanoTime();
        var until = begun + time.toNanos();
        var done = 0L;
        try {
            for (Future<Samples> one : hands.invokeAll(browsers.stream()
                    .map(it -> (java.util.concurrent.Callable<Samples>) () -> it.work(until))
                    .toList())) {
                times.addAll(one.get());
                done += one.get().count();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException(e);
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }

    /** How long one transition took. */
    String times() {
        return times.toString();
    }

    /** From now on only what comes counts. */
    void forgetTimes() {
        times.clear();
    }

    @Override
    public void close() throws IOException {
        hands.close();
        for (var browser : browsers) {
            browser.close();
        }
    }
}
