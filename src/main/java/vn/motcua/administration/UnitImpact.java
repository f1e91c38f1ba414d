package vn.motcua.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.motcua.shared.Phrase;

/**
 * What a change would do.
 *
 * @param what in a sentence
 * @param day from when
 * @param positions who holds what and where it goes on; the second unit is empty where it ends
 * @param work the open steps of a role and where they go
 * @param dossiers how many have such a step
 * @param officers how many people that are
 * @param standIns how many of the positions are stand-ins'
 * @param undecided the dossiers of which somebody has to say to which part they go
 * @param below the units that stand below another one then
 */
public record UnitImpact(
        Phrase what,
        LocalDate day,
        List<Moved> positions,
        List<Work> work,
        int dossiers,
        int officers,
        int standIns,
        List<Undecided> undecided,
        List<String> below) {

    /** A dossier whose place does not say to which part it goes; {@code place} is a code or empty. */
    public record Undecided(UUID dossier, String number, String procedure, String place) {}

    /** A position that goes on elsewhere. */
    public record Moved(String name, String role, String from, String to) {}

    /** Open steps that go elsewhere. */
    public record Work(String role, String from, String to, int steps, int claimed) {}

    /** All of it in one sentence. */
    public Phrase sum() {
        return Phrase.of(
                "administration.units.impact",
                officers,
                positions.size(),
                dossiers,
                work.stream().mapToInt(Work::steps).sum(),
                standIns);
    }
}
