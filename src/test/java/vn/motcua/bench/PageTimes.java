package vn.motcua.bench;

import java.io.PrintStream;
import java.util.List;
import vn.motcua.support.Visit;

/** How long the server takes for single pages, one person at a time, warm. */
final class PageTimes {

    private static final int WARM_UP = 200;
    private static final int TIMES = 300;

    private final String address;
    private final String dossier;

    PageTimes(String address, String dossier) {
        this.address = address;
        this.dossier = dossier;
    }

    void say(PrintStream screen) {
        screen.println();
        var anybody = new Visit(address);
        for (var path : List.of("/", "/procedures?q=giay+khai+sinh", "/procedures/1.001193", "/track")) {
            say(screen, anybody, path);
        }
        var officer = new Visit(address).as("Trần Thu Hà");
        for (var path : List.of("/desk", "/desk/dossiers/" + dossier)) {
            say(screen, officer, path);
        }
    }

    private static void say(PrintStream screen, Visit visit, String path) {
        var times = new Samples();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            var begun = System.nanoTime();
            var answer = visit.get(path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            if (i >= WARM_UP) {
                times.add(System.nanoTime() - begun);
            }
        }
        screen.printf("GET %-32s %s%n", path.replaceFirst("[0-9a-f-]{36}", "…"), times);
    }
}
