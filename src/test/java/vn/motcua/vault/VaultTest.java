package vn.motcua.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.dossier.HandOver;
import vn.motcua.outbox.Happening;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

@WholeProgram
class VaultTest {

    private static final String MAY = "Lý Thị Mẩy";
    private static final Set<String> BIRTHS = Set.of("KQ.G15.000031");

    private final TaVan taVan;
    private final VaultDesk vault;
    private final ResultsLand landing;
    private final TestClock clock;

    @Autowired
    VaultTest(TaVan taVan, VaultDesk vault, ResultsLand landing, TestClock clock) {
        this.taVan = taVan;
        this.vault = vault;
        this.landing = landing;
        this.clock = clock;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void anIssuedResultLandsOnceWithItsDataHoweverOftenItIsTold() {
        var life = issued(MAY, 0, "601/2026");
        var version = life.seen().version();
        Scope.of(TaVan.LAO_CAI)
                .run(() -> landing.hear(
                        new Happening(Ids.next(), life.ref, version, "result-issued", clock.instant(), false, 2)));

        var all = of(life);
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().name().vi()).isEqualTo("Giấy khai sinh");
        assertThat(all.getFirst().number()).isEqualTo("601/2026");
        assertThat(all.getFirst().issuer()).isEqualTo("Ủy ban nhân dân xã Tả Van");
        assertThat(all.getFirst().signed()).isTrue();
        assertThat(all.getFirst().data())
                .anySatisfy(it -> assertThat(it.name()).isEqualTo("child.fullName"))
                .allSatisfy(it -> assertThat(it.words()).isNotBlank());
    }

    @Test
    void whatIsOwedKeepsAResultFromBeingTakenOrReused() {
        var life = issued(MAY, 2, "602/2026");
        var entry = of(life).getFirst();

        assertThat(vault.offers(life.who, BIRTHS)).noneMatch(it -> it.id().equals(entry.id()));
        refuses(VaultRefusal.VAULT_ENTRY_NOT_PAID, () -> vault.take(life.who, entry.id() + ""));
        refuses(VaultRefusal.VAULT_ENTRY_NOT_PAID, () -> vault.usable(life.who, entry.id() + "", BIRTHS));
    }

    @Test
    void aDeniedRequestLandsAsARefusalThatAnswersNothing() {
        var life = taVan.birth(MAY, HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .denied("Đã đăng ký tại nơi khác")
                .resultIssued("603/2026");
        taVan.ordered(life);
        taVan.signed();
        taVan.told();

        var entry = of(life).getFirst();
        assertThat(entry.name().vi()).isEqualTo("Phiếu từ chối giải quyết");
        assertThat(entry.kinds()).isEmpty();
        refuses(VaultRefusal.VAULT_ENTRY_IS_ANOTHER_KIND, () -> vault.usable(life.who, entry.id() + "", BIRTHS));
    }

    @Test
    void aKindThatIsNotAskedForIsNotTaken() {
        var life = issued(MAY, 0, "604/2026");
        var entry = of(life).getFirst();

        assertThat(vault.usable(life.who, entry.id() + "", BIRTHS)).isEqualTo(entry);
        refuses(
                VaultRefusal.VAULT_ENTRY_IS_ANOTHER_KIND,
                () -> vault.usable(life.who, entry.id() + "", Set.of("KQ.G15.000038")));
    }

    @Test
    void nobodySeesTheVaultOfAnother() {
        var life = issued(MAY, 0, "605/2026");
        var other = issued("Nguyễn Văn Quân", 0, "606/2026");
        var entry = of(life).getFirst();

        assertThat(vault.list(other.who, Optional.empty(), 200))
                .noneMatch(it -> it.id().equals(entry.id()));
        assertThatThrownBy(() -> vault.open(other.who, entry.id() + ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_THERE");
        assertThatThrownBy(() -> vault.open(other.who, "khong-co"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_THERE");
    }

    private Life issued(String who, int copies, String number) {
        var life = taVan.birth(who, HandOver.How.DIGITAL, copies)
                .received()
                .appraised()
                .approved()
                .resultIssued(number);
        taVan.told();
        return life;
    }

    private List<VaultEntry> of(Life life) {
        return vault.list(life.who, Optional.empty(), 200).stream()
                .filter(it -> it.source().equals(Optional.of(life.ref)))
                .toList();
    }

    private static void refuses(VaultRefusal code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
