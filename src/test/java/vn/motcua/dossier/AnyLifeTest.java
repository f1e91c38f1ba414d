package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import vn.motcua.route.Token;
import vn.motcua.shared.Refused;

/** Ten thousand lives: whatever is tried, a dossier stays on its graph and its history tells its state. */
class AnyLifeTest {

    private static final EnumSet<StageKind> FINAL = EnumSet.of(
            StageKind.TURNED_AWAY,
            StageKind.WITHDRAWN,
            StageKind.HALTED,
            StageKind.PASSED_ACROSS,
            StageKind.HANDED_OVER);

    @Property(tries = 10_000)
    void aDossierNeverLeavesItsGraphAndItsEventsTellItsState(@ForAll("lives") AnyLife.Life life) {
        var filing = Dossier.file(DossierId.next(), DossierFixture.filed(), life.path());
        var dossier = filing.after();
        var history = new ArrayList<>(List.of(filing));
        for (int i = 0; i < life.attempts().size(); i++) {
            try {
                var change = life.attempts().get(i).on(dossier, life.path(), AnyLife.moment(i));
                dossier = change.after();
                history.add(change);
                holds(dossier);
            } catch (Refused refused) {
                assertThat(refused.code().name()).isNotEmpty();
            }
        }
        assertThat(folded(dossier.id(), history)).isEqualTo(dossier);
        Statistics.collect(dossier.stage().kind());
    }

    private static void holds(Dossier dossier) {
        var kind = dossier.stage().kind();
        assertThat(FINAL.contains(kind) && !dossier.desk().seats().isEmpty())
                .as("nobody works on a dossier that is over")
                .isFalse();
        assertThat(dossier.desk().seats().stream().map(Desk.Seat::visit).toList())
                .as("every open visit has its seat")
                .isEqualTo(dossier.desk().tokens().all().stream()
                        .filter(it -> it.state() == Token.State.OPEN)
                        .map(Token::no)
                        .toList());
        assertThat(dossier.waits())
                .as("every wait is over by now, and none begins before the one before is over")
                .isSortedAccordingTo(Comparator.comparing(Wait::from));
        assertThat(dossier.asked().size()).isLessThanOrEqualTo(Supplements.AT_MOST);
        assertThat(FINAL.contains(kind)
                        && kind != StageKind.HANDED_OVER
                        && (dossier.proposal().isPresent() || dossier.leaving().isPresent()))
                .as("nobody waits for an answer about a dossier that is over")
                .isFalse();
        assertThat(dossier.mistake().isPresent() && kind != StageKind.RESOLVED && kind != StageKind.HANDED_OVER)
                .as("only a result can be wrong")
                .isFalse();
        assertThat(kind == StageKind.RESOLVED && dossier.leaving().isPresent())
                .as("nothing is decided over a withdrawal that nobody answered")
                .isFalse();
    }

    private static Dossier folded(DossierId id, List<Change> history) {
        var first = history.getFirst();
        var dossier =
                Dossier.begin(id, (DossierEvent.DossierFiled) first.events().getFirst(), first.at());
        for (var change : history.subList(1, history.size())) {
            for (var event : change.events()) {
                dossier = dossier.apply(event, change.at());
            }
        }
        return dossier;
    }

    @Provide
    Arbitrary<AnyLife.Life> lives() {
        return AnyLife.lives();
    }
}
