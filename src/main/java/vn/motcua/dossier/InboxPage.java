package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.organization.UnitId;

/**
 * One page of an officer's inbox, in words.
 *
 * @param rows most urgent first
 * @param counters how many there are of each sort
 * @param next where the next page begins; empty on the last
 */
public record InboxPage(List<Row> rows, Counters counters, Optional<InboxQuery.Cursor> next) {

    /** Keeps its own copy. */
    public InboxPage {
        rows = List.copyOf(rows);
    }

    /**
     * One open step of one dossier.
     *
     * @param number the dossier number; empty before reception
     * @param procedure the procedure's shorter name
     * @param stepName what is to be done
     * @param officer the name of who has taken it; empty while it lies in the tray
     * @param mine whether that is who asks
     * @param since when it came to this step
     * @param stepDue by when this step should be done; empty where the route names no hours, and while the clock stands still
     * @param due when the result is due; empty before reception
     * @param lane whose clock runs
     * @param overdue whether the due moment has passed while the agency's clock runs, or with a result that is decided and not issued
     * @param tags its tags by name
     */
    public record Row(
            DossierId dossier,
            Optional<DossierNumber> number,
            String procedure,
            String applicant,
            StageKind stage,
            String step,
            String stepName,
            UnitId unit,
            Optional<String> officer,
            boolean mine,
            Instant filedAt,
            Instant since,
            Optional<Instant> stepDue,
            Optional<Instant> due,
            Lane lane,
            boolean overdue,
            List<String> tags) {

        /** Keeps its own copy. */
        public Row {
            tags = List.copyOf(tags);
        }

        Row takenBy(Optional<String> name) {
            return new Row(
                    dossier, number, procedure, applicant, stage, step, stepName, unit, name, mine, filedAt, since,
                    stepDue, due, lane, overdue, tags);
        }
    }

    /** How many open steps there are of each sort; the sorts overlap. */
    public record Counters(
            int all, int mine, int tray, int intake, int dueSoon, int overdue, int running, int waiting, int decided) {

        /** The counter of that filter. */
        public int of(InboxQuery.Filter filter) {
            return switch (filter) {
                case ALL -> all;
                case MINE -> mine;
                case TRAY -> tray;
                case INTAKE -> intake;
                case DUE_SOON -> dueSoon;
                case OVERDUE -> overdue;
                case RUNNING -> running;
                case WAITING -> waiting;
                case DECIDED -> decided;
            };
        }
    }
}
