package vn.motcua.vault;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** When a dossier is filed, its owner's vault says which of its papers went with it, and where. */
@Component
class PapersUsed implements Listener {

    private final ObjectProvider<FiledPapers> filed;
    private final Announced announced;
    private final ReadingDesk reading;
    private final Catalogue catalogue;
    private final Units units;
    private final Vaults vaults;
    private final TransactionTemplate transaction;

    PapersUsed(
            ObjectProvider<FiledPapers> filed,
            Announced announced,
            ReadingDesk reading,
            Catalogue catalogue,
            Units units,
            Vaults vaults,
            PlatformTransactionManager transactions) {
        this.filed = filed;
        this.announced = announced;
        this.reading = reading;
        this.catalogue = catalogue;
        this.units = units;
        this.vaults = vaults;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void hear(Happening happening) {
        if (happening.kind().equals("filed")) {
            Optional.ofNullable(filed.getIfAvailable()).ifPresent(it -> hear(happening, it));
        }
    }

    private void hear(Happening happening, FiledPapers papers) {
        var dossier = happening.dossier();
        var reused = in(dossier.tenant(), () -> papers.reused(dossier.id()));
        if (reused.isEmpty()) {
            return;
        }
        var matter = announced.matter(dossier.id());
        var contents = in(dossier.tenant(), () -> reading.contents(dossier.id()));
        var use = new VaultUse(
                VaultUse.What.REUSED,
                happening.at(),
                matter.name(),
                catalogue.revision(contents.revision()).shortName(Language.VI),
                contents.filed()
                        .receiving()
                        .flatMap(units::unit)
                        .map(Unit::name)
                        .orElse(""));
        in(TenantId.NATIONAL, () -> {
            reused.forEach(it -> vaults.use(it, use, Optional.of(dossier.id())));
            return true;
        });
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
