package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.identity.Access;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * Tries a dossier out on a package that nobody may file under: the acts are carried out, from the first one, by the same desks,
 * rights and rules as those of every dossier, with a place that is thrown away instead of the tables. Nothing is written, numbered,
 * counted, sent or charged.
 */
@Service
public class DossierTrials {

    /** What the desks of a trial have in common with all others. */
    record Tools(
            Access access,
            Kinds kinds,
            KnownFacts known,
            DueMoments dues,
            AgencyCalendars calendars,
            Answered answered,
            OtherDoors doors,
            ReadingDesk reading,
            Folders folders,
            Trail trail,
            Messages messages) {}

    private final Tools tools;

    DossierTrials(
            Access access,
            Kinds kinds,
            KnownFacts known,
            DueMoments dues,
            AgencyCalendars calendars,
            Answered answered,
            OtherDoors doors,
            ReadingDesk reading,
            Folders folders,
            Trail trail,
            Messages messages) {
        this.tools =
                new Tools(access, kinds, known, dues, calendars, answered, doors, reading, folders, trail, messages);
    }

    /**
     * Where the dossier stands when all this was done. Refuses what the rules refuse, as they would for a real one; an act refused is
     * not to be kept.
     *
     * @param acts in the order of the trial's clock
     */
    public TrialState after(TrialCase filed, List<TrialAct> acts, Language language) {
        var run = new TrialRun(filed, tools);
        acts.forEach(run::does);
        Instant now = acts.isEmpty() ? filed.filedAt() : acts.getLast().at();
        return new TrialReading(run, tools, now).state(language);
    }
}
