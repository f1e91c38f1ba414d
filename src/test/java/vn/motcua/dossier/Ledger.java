package vn.motcua.dossier;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** Looks a dossier up in the database for tests of the whole program: its row, and what its events make of it. */
@TestComponent
public class Ledger {

    private final Dossiers dossiers;
    private final Folders folders;
    private final TransactionTemplate transaction;

    Ledger(Dossiers dossiers, Folders folders, PlatformTransactionManager transactions) {
        this.dossiers = dossiers;
        this.folders = folders;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The dossier as it is stored now. */
    public Entry of(DossierRef ref) {
        return Scope.of(ref.tenant()).call(() -> Objects.requireNonNull(transaction.execute(_ -> entry(ref.id()))));
    }

    private Entry entry(DossierId id) {
        var dossier = dossiers.find(id, Ids.next()).orElseThrow().dossier();
        var lines = folders.of(id).history();
        var first = lines.getFirst();
        var folded = Dossier.begin(id, (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
        for (var line : lines.subList(1, lines.size())) {
            folded = folded.apply(line.event(), line.effectiveAt());
        }
        return new Entry(
                dossier.version(),
                dossier.stage(),
                dossier.desk(),
                lines.stream().map(Folder.Line::event).toList(),
                dossier.toString(),
                folded.toString(),
                folded.equals(dossier));
    }

    /**
     * A dossier.
     *
     * @param events all that happened, first to last
     * @param row as it stands in its row
     * @param folded as its events make it
     * @param agree whether the two are equal
     */
    public record Entry(
            int version, Stage stage, Desk desk, List<DossierEvent> events, String row, String folded, boolean agree) {}
}
