package vn.motcua.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.OfficeWork;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.StandIns;
import vn.motcua.identity.StandIns.Held;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The officers for whom a leader answers, and the work that each has taken. */
@Service
public class Team {

    private final StandIns standIns;
    private final OfficeWork work;
    private final Clock clock;

    Team(StandIns standIns, OfficeWork work, Clock clock) {
        this.standIns = standIns;
        this.work = work;
        this.clock = clock;
    }

    /** Somebody by name. */
    public record Named(OfficerId officer, String name) {}

    /**
     * One of them.
     *
     * @param steps how many open steps they have taken
     * @param dossiers of how many dossiers
     */
    public record Member(OfficerId officer, String name, int steps, int dossiers) {}

    /**
     * The work of one of them.
     *
     * @param claims most urgent first
     * @param colleagues who could take over some of it
     */
    public record Taken(OfficerId officer, String name, List<OfficeWork.Claim> claims, List<Named> colleagues) {}

    /** All of them by name; not there for who leads nobody. */
    @Transactional(readOnly = true)
    public List<Member> members(OfficerAt who, Language language) {
        var held = standIns.arrangedBy(who);
        var people = held.stream()
                .map(it -> new Named(it.officer(), it.name()))
                .distinct()
                .sorted(Comparator.comparing(Named::name))
                .toList();
        var claims = work.claims(people.stream().map(Named::officer).toList(), language).stream()
                .filter(it -> in(held, it))
                .toList();
        return people.stream()
                .map(it -> {
                    var theirs = claims.stream()
                            .filter(one -> one.officer().equals(it.officer()))
                            .toList();
                    var dossiers = (int) theirs.stream()
                            .map(OfficeWork.Claim::dossier)
                            .distinct()
                            .count();
                    return new Member(it.officer(), it.name(), theirs.size(), dossiers);
                })
                .toList();
    }

    /** What one of them has taken in the units of the leader; not there for somebody else's officer. */
    @Transactional(readOnly = true)
    public Taken of(OfficerAt who, OfficerId officer, Language language) {
        var held = standIns.arrangedBy(who);
        var name = held.stream()
                .filter(it -> it.officer().equals(officer))
                .findFirst()
                .map(Held::name)
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var claims = work.claims(List.of(officer), language).stream()
                .filter(it -> in(held, it))
                .toList();
        var today = VietnamTime.dayOf(clock.instant());
        var colleagues = held.stream()
                .filter(it -> !it.officer().equals(officer) && it.position().heldOn(today))
                .filter(it -> claims.stream().anyMatch(claim -> does(it, claim)))
                .map(it -> new Named(it.officer(), it.name()))
                .distinct()
                .sorted(Comparator.comparing(Named::name))
                .toList();
        return new Taken(officer, name, claims, colleagues);
    }

    /** Whether that officer holds a position today in which they do that step. */
    @Transactional(readOnly = true)
    public boolean does(OfficerAt who, OfficerId officer, OfficeWork.Claim claim) {
        return standIns.working(who, claim.unit(), claim.role()).stream()
                .anyMatch(it -> it.officer().equals(officer));
    }

    /** The step of that officer, while they still have it. */
    @Transactional(readOnly = true)
    public Optional<OfficeWork.Claim> claim(OfficerId officer, Batch.Item item) {
        return work.claims(List.of(officer), Language.VI).stream()
                .filter(it -> it.dossier().equals(item.dossier()) && it.step().equals(item.step()))
                .findFirst();
    }

    private static boolean in(List<Held> held, OfficeWork.Claim claim) {
        return held.stream().anyMatch(it -> it.position().unit().equals(claim.unit()));
    }

    private static boolean does(Held held, OfficeWork.Claim claim) {
        return held.position().unit().equals(claim.unit())
                && held.position().role().equals(claim.role());
    }
}
