package vn.motcua.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Puts approved editions in force on their day, and ends procedures on theirs. Each in a transaction of its own: one that
 * fails holds up no other, stays as it was, and is tried again the next time. Several copies of the program do it once.
 */
@Component
public class PublicationRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationRounds.class);

    private final Editions editions;
    private final Revisions revisions;
    private final Catalogue catalogue;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PublicationRounds(
            Editions editions,
            Revisions revisions,
            Catalogue catalogue,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.editions = editions;
        this.revisions = revisions;
        this.catalogue = catalogue;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does what has come to its day. */
    @Scheduled(initialDelayString = "${motcua.revisions.after:15s}", fixedDelayString = "${motcua.revisions.every:1m}")
    public void go() {
        round().findFirst().ifPresent(it -> {
            throw it;
        });
    }

    /** The same for somebody who has just decided something: what fails is in the log, and is not their fault. */
    public void now() {
        round();
    }

    /** What failed, each in the log already. */
    private Stream<RuntimeException> round() {
        return Scope.of(TenantId.NATIONAL).call(() -> {
            var today = VietnamTime.dayOf(clock.instant());
            var failed = each(due(() -> editions.toPublish(today)), this::publish);
            var endFailed = each(due(() -> editions.toAbolish(today)), this::abolish);
            var layerFailed = each(due(editions::toRenew), this::renew);
            catalogue.renew();
            return Stream.of(failed, endFailed, layerFailed).flatMap(Optional::stream);
        });
    }

    private List<Edition> due(Supplier<List<Edition>> which) {
        return Optional.ofNullable(transaction.execute(_ -> which.get())).orElse(List.of());
    }

    /** One that fails does not keep the others back. */
    private Optional<RuntimeException> each(List<Edition> due, Consumer<Edition> work) {
        var last = Optional.<RuntimeException>empty();
        for (var edition : due) {
            try {
                transaction.executeWithoutResult(_ -> {
                    editions.hold();
                    editions.take(edition.code(), edition.no())
                            .filter(it -> it.version() == edition.version())
                            .ifPresent(work);
                });
            } catch (RuntimeException e) {
                LOG.warn("procedure {}, edition {}: not done on its day", edition.code(), edition.no(), e);
                last = Optional.of(e);
            }
        }
        return last;
    }

    private void publish(Edition edition) {
        var now = clock.instant();
        var layer = LayerCode.of(edition.code());
        var files = layer.map(it -> laid(it, edition)).orElse(edition.files());
        var content = Revisions.Stored.of(PublicationRules.ready(files).record(), files);
        editions.settle(edition.code(), now).stream()
                .filter(it -> it.phase() instanceof Phase.Published)
                .forEach(it -> editions.save(it.replaced(edition.no(), now), Ids.next()));
        layer.ifPresentOrElse(it -> revisions.putInForce(content, it, now), () -> revisions.putInForce(content, now));
        editions.save(edition.publish(new RevisionId(content.id()), VietnamTime.dayOf(now), now), Ids.next());
    }

    /** The national package with the layer over it; refuses with {@code LAYER_DOES_NOT_FIT} what is not settled. */
    private Map<String, String> laid(LayerCode code, Edition edition) {
        var national = national(code).map(Revisions.Stored::files).orElse(Map.of());
        var merged = Layer.read(edition.files()).over(national, edition.files());
        if (!merged.conflicts().isEmpty()) {
            throw new Refused(
                    CatalogueRefusal.LAYER_DOES_NOT_FIT, merged.conflicts().size());
        }
        return merged.files();
    }

    /** Lays a layer over the national revision that came into force; where it does not fit, the national text holds. */
    private void renew(Edition edition) {
        var now = clock.instant();
        var code = LayerCode.of(edition.code()).orElseThrow();
        var national = national(code).orElseThrow();
        var own = Layer.own(edition.revision()
                .flatMap(revisions::find)
                .map(Revisions.Stored::files)
                .orElse(Map.of()));
        var merged = Layer.read(own).over(national.files(), own);
        var content = Revisions.Stored.of(ProcedurePackage.read(merged.files()).record(), merged.files());
        revisions.putInForce(content, code, now);
        editions.save(
                edition.renewed(
                        new RevisionId(content.id()),
                        new RevisionId(national.id()),
                        merged.conflicts().size(),
                        now),
                Ids.next());
    }

    private Optional<Revisions.Stored> national(LayerCode code) {
        return editions.current(code.procedure()).flatMap(revisions::find);
    }

    private void abolish(Edition edition) {
        var now = clock.instant();
        editions.save(edition.abolished(VietnamTime.dayOf(now), now), Ids.next());
        revisions.end(edition.code());
    }
}
