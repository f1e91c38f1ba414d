package vn.motcua.desk.web;

import java.util.List;
import vn.motcua.desk.PrintedPapers.Written;
import vn.motcua.dossier.Booked;
import vn.motcua.shared.VietnamTime;

/** The papers of a dossier as links; of several of one kind each has its number in the book and its day. */
final class PrintWords {

    private PrintWords() {}

    static List<Choice> of(List<Written> papers, String base, Speech speech) {
        return papers.stream().map(it -> choice(it, papers, base, speech)).toList();
    }

    private static Choice choice(Written one, List<Written> all, String base, Speech speech) {
        var address = base + "/print/" + one.paper().word();
        var name = speech.t("desk.print." + one.paper().word());
        if (all.stream().filter(it -> it.paper() == one.paper()).count() == 1) {
            return new Choice(address, name);
        }
        var line = one.line().orElseThrow();
        var number = line.booked().map(Booked::line).orElse("–");
        return new Choice(
                address + "?version=" + one.version(),
                speech.t("desk.print.one", name, number, VietnamTime.day(VietnamTime.dayOf(line.at()))));
    }
}
