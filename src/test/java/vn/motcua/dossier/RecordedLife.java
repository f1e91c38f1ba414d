package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Ids;

/** A dossier with its history, each change an act of the same officer at the same moment. */
final class RecordedLife {

    static final AccountId OFFICER = new AccountId(new UUID(0, 1));
    private static final UndoWindow TEN_SECONDS = new UndoWindow(Duration.ofSeconds(10));

    private final List<Undo.Happened> history = new ArrayList<>();
    private Dossier now;

    RecordedLife(Dossier.Filed filed, Path path) {
        var change = Dossier.file(DossierId.next(), filed, path);
        now = change.after();
        write(change);
    }

    void add(Change change) {
        now = change.after();
        write(change);
    }

    /** The next act, on the dossier as it is then. */
    RecordedLife then(Function<Dossier, Change> act) {
        add(act.apply(now));
        return this;
    }

    private void write(Change change) {
        var command = Ids.next();
        for (var event : change.events()) {
            history.add(new Undo.Happened(
                    history.size() + 1, command, OFFICER, event, DossierFixture.MONDAY_8AM, change.at()));
        }
    }

    Dossier now() {
        return now;
    }

    List<Undo.Happened> history() {
        return List.copyOf(history);
    }

    Change undo(AccountId by, int seconds) {
        return undo(by, seconds, true);
    }

    Change undo(AccountId by, int seconds, boolean held) {
        Instant then = DossierFixture.MONDAY_8AM.plusSeconds(seconds);
        return Undo.takeBack(now, history(), by, held, TEN_SECONDS, then);
    }

    Dossier folded() {
        var first = history.getFirst();
        var folded = Dossier.begin(now.id(), (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
        for (var line : history.subList(1, history.size())) {
            folded = folded.apply(line.event(), line.effectiveAt());
        }
        return folded;
    }
}
