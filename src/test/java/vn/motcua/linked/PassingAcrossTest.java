package vn.motcua.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.document.FileId;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.PassingDesk;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.StageKind;
import vn.motcua.dossier.Tracking;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.outbox.Happening;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A received dossier is given to another agency: it ends in one system and goes on in the other. */
@WholeProgram
class PassingAcrossTest {

    private static final TenantId DA_NANG = new TenantId(48);

    private final TaVan taVan;
    private final LinkedBirth births;
    private final PassingAcross across;
    private final PassingDesk passing;
    private final ApplicantDesk applicants;
    private final OneStopDesk oneStop;
    private final ReadingDesk reading;
    private final Tracking tracking;
    private final StoredFiles files;
    private final TestClock clock;

    @Autowired
    PassingAcrossTest(
            TaVan taVan,
            LinkedBirth births,
            PassingAcross across,
            PassingDesk passing,
            ApplicantDesk applicants,
            OneStopDesk oneStop,
            ReadingDesk reading,
            Tracking tracking,
            StoredFiles files,
            TestClock clock) {
        this.taVan = taVan;
        this.births = births;
        this.across = across;
        this.passing = passing;
        this.applicants = applicants;
        this.oneStop = oneStop;
        this.reading = reading;
        this.tracking = tracking;
        this.files = files;
        this.clock = clock;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-16T08:00");
    }

    @Test
    void theSameFilingGoesOnThereUnderItsNumberHoweverOftenItIsTold() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var number = life.seen().number().orElseThrow();
        given(life, "phường Hải Châu");

        assertThat(life.seen().stage().kind()).isEqualTo(StageKind.PASSED_ACROSS);
        assertThat(tracking.dossiers(life.code))
                .as("stopped before anybody was told: nothing is there yet, and nothing is lost")
                .containsExactly(life.ref);
        taVan.told();
        var opened = tracking.dossiers(life.code);
        assertThat(opened).hasSize(2).first().isEqualTo(life.ref);
        var there = opened.getLast();
        assertThat(there.tenant()).isEqualTo(DA_NANG);

        across.hear(news(life.ref));
        across.hear(news(life.ref));
        assertThat(tracking.dossiers(life.code)).as("told again").isEqualTo(opened);

        var seen = applicants.open(life.who, there, Language.VI);
        assertThat(seen.word()).isEqualTo(life.code.value() + ".2");
        assertThat(applicants.open(life.who, life.ref, Language.VI).word()).isEqualTo(life.code.value() + ".1");
        assertThat(seen.number()).contains(number);
        assertThat(seen.stage().kind()).isEqualTo(StageKind.SUBMITTED);
        assertThat(seen.answers()).containsEntry("child.fullName", "Giàng Thị Mỵ");
        var scan = FileId.of(seen.papers().getFirst().file().orElseThrow());
        assertThat(births.in(Scope.of(DA_NANG), () -> files.get(scan)).id()).isEqualTo(scan);

        clock.set("2026-11-18T09:00");
        oneStop.receive(
                new Act(Ids.next(), officer("Nguyễn Thị Mai Thủy"), seen.version(), clock.instant()), there.id());
        var received = applicants.open(life.who, there, Language.VI);
        assertThat(received.number()).as("one dossier, one number").contains(number);
        assertThat(VietnamTime.moment(received.due().orElseThrow().at()))
                .as("the clock runs from the reception there")
                .contains("18/11/2026");
    }

    @Test
    void neitherAgencySeesTheOthers() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        given(life, "Hải Châu");
        taVan.told();
        var there = tracking.dossiers(life.code).getLast();

        refused(() -> reading.open(officer("Trần Thu Hà"), there.id(), clock.instant()), AccessRefusal.NOT_THERE);
        refused(
                () -> reading.open(officer("Nguyễn Thị Mai Thủy"), life.ref.id(), clock.instant()),
                AccessRefusal.NOT_THERE);
        assertThat(reading.open(officer("Trần Thu Hà"), life.ref.id(), clock.instant())
                        .actions())
                .as("it is over here, and still seen")
                .isEmpty();
    }

    @Test
    void aNameThatSeveralHaveIsAskedForAgainAndAPartOfALinkedFilingStays() {
        var life = taVan.birth("Lý Thị Mẩy").received();

        refused(() -> given(life, "phường"), DossierRefusal.PASSING_SEVERAL);
        refused(() -> given(life, "Tả Van"), DossierRefusal.PASSING_UNKNOWN);

        var linked = births.filed().birthReceived();
        refused(
                () -> passing.across(
                        linked.act("Phạm Quốc Việt", "birth"),
                        linked.ref("birth").id(),
                        "appraisal",
                        DA_NANG,
                        "Hải Châu",
                        "Cư trú ở đó"),
                DossierRefusal.PASSING_LINKED);
    }

    private void given(TaVan.Life life, String where) {
        passing.across(
                new Act(Ids.next(), officer("Phạm Quốc Việt"), life.seen().version(), clock.instant()),
                life.ref.id(),
                "appraisal",
                DA_NANG,
                where,
                "Cha mẹ cư trú ở Đà Nẵng");
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    private Happening news(DossierRef ref) {
        return new Happening(UUID.randomUUID(), ref, 4, "passed-across", clock.instant(), false, 1);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, Enum<?> why) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(List.of(it.code())).isEqualTo(List.of(why)));
    }
}
