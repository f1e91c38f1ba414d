package vn.motcua.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** What provinces have laid over national procedures, and where it does not fit any more. */
@Service
public class LayerDesk {

    private final RevisionDesk desk;
    private final Editions editions;
    private final Catalogue catalogue;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LayerDesk(
            RevisionDesk desk,
            Editions editions,
            Catalogue catalogue,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.editions = editions;
        this.catalogue = catalogue;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /** A province's layer in force, and where it does not fit. */
    public record Laid(LayerCode code, List<PackageProblem> conflicts) {}

    /** Every edition of a layer of theirs, the latest first; none where it was not begun. */
    public List<Edition> of(OfficerAt who, String code) {
        return desk.mayLay(who, code)
                ? national(who, () -> editions.known(code, clock.instant()).all())
                : List.of();
    }

    /**
     * The layers in force that do not fit: of a national edition those of all provinces over it, of a layer itself over what is
     * in force now.
     */
    public List<Laid> conflicts(OfficerAt who, Edition edition) {
        var code = LayerCode.of(edition.code());
        if (code.isPresent()) {
            var national = catalogue.find(code.get().procedure()).flatMap(ProcedureRevision::content);
            return edition.phase() instanceof Phase.Published && national.isPresent()
                    ? unfit(List.of(new Laid(
                            code.get(), LayerCheck.conflicts(national.get().files(), desk.files(who, edition)))))
                    : List.of();
        }
        var files = desk.files(who, edition);
        var ended = edition.phase() instanceof Phase.Replaced
                || edition.phase() instanceof Phase.Abolished
                || edition.phase() instanceof Phase.Discarded;
        return ended || files.isEmpty()
                ? List.of()
                : unfit(national(who, () -> editions.layers(edition.code())).stream()
                        .map(it -> new Laid(
                                LayerCode.of(it.code()).orElseThrow(),
                                LayerCheck.conflicts(files, desk.files(who, it))))
                        .toList());
    }

    private static List<Laid> unfit(List<Laid> all) {
        return all.stream().filter(it -> !it.conflicts().isEmpty()).toList();
    }

    private static Scope scope(OfficerAt who) {
        return who.scope().in(TenantId.NATIONAL);
    }

    private <T> T national(OfficerAt who, Supplier<T> work) {
        return scope(who).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
