package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Subject;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Route;
import vn.motcua.route.Tokens;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/**
 * A dossier opened by an officer who may see it: everything that stands in it, as facts.
 *
 * @param id which
 * @param version the version that is seen
 * @param filed what is true since it was filed
 * @param stage where it stands in law
 * @param desk who has it
 * @param asked each request for a supplement so far, by the stage in which it waited
 * @param waits how long it lay with the applicant, each time
 * @param answers the answers of its form
 * @param papers what came with it, first to last
 * @param history what happened, first to last
 * @param due the due moment that holds, explained; before reception the one that would be promised now
 * @param limit how long the agency has
 * @param extendedUntil until when more time can be asked for; empty before reception
 * @param route its procedure's route
 * @param routeFacts what the route's choices decide by
 * @param subject as the question of rights sees it
 * @param supplementUntil the last day that a supplement asked for now would have
 * @param proposal what was proposed and waits for a leader
 * @param leaving that the applicant wants it back, while nobody has answered
 * @param mistake that the applicant says the result is wrong, while nobody has answered
 * @param elsewhere the other one-stops of this agency to which it can be given; empty once it waits or is decided
 * @param agencies the other agencies to which it can be given; empty before reception too
 * @param above the units above that can be asked to decide; empty while it is not worked on
 * @param link that it is a part of a linked filing
 * @param actions what this officer may do now, and no others
 * @param withheld why something that they would expect is not among it
 */
public record Opened(
        DossierId id,
        int version,
        Filed filed,
        Stage stage,
        Desk desk,
        List<StageKind> asked,
        List<Wait> waits,
        Map<String, Object> answers,
        List<Paper> papers,
        List<Entry> history,
        Due due,
        TimeLimit limit,
        Optional<Instant> extendedUntil,
        Route route,
        Map<String, Object> routeFacts,
        Subject subject,
        LocalDate supplementUntil,
        Optional<Proposal> proposal,
        Optional<LeaveRequest> leaving,
        Optional<MistakeReport> mistake,
        List<Elsewhere> elsewhere,
        List<Tenant> agencies,
        List<Elsewhere> above,
        Optional<Link> link,
        List<AllowedAction> actions,
        List<Refused> withheld) {

    /** Keeps its own copies. */
    public Opened {
        asked = List.copyOf(asked);
        waits = List.copyOf(waits);
        papers = List.copyOf(papers);
        history = List.copyOf(history);
        elsewhere = List.copyOf(elsewhere);
        agencies = List.copyOf(agencies);
        above = List.copyOf(above);
        actions = List.copyOf(actions);
        withheld = List.copyOf(withheld);
    }

    /**
     * What is true since the filing.
     *
     * @param place the code of the ward or province where the matter belongs; empty when the unit says it
     * @param receiveBy how the applicant wants the result
     * @param receiveAt the address for post, or the one-stop; may be empty
     * @param circumstances what conditions and fees hang on besides the answers
     */
    public record Filed(
            TrackingCode code,
            RevisionId revision,
            UnitId unit,
            Optional<String> place,
            Channel channel,
            Instant at,
            Applicant applicant,
            HandOver.How receiveBy,
            String receiveAt,
            Circumstances circumstances) {}

    /**
     * A paper.
     *
     * @param document the id of the required document that it answers; empty when it answers none
     * @param file its content hash in the file store; empty for a paper that was only shown at the counter
     * @param originals how many originals (bản chính) the officer saw at the counter
     * @param copies how many copies (bản sao) the officer saw there
     */
    public record Paper(
            String id, String document, String name, Optional<String> file, int originals, int copies, Instant at) {}

    /**
     * One line of the history.
     *
     * @param actor the account of who did it
     * @param role of who did it; empty for the applicant
     * @param inPlaceOf the name of the colleague whom they stood in for
     * @param onBehalf the name of the applicant for whom they did it by a mandate
     * @param booked its number in the unit's book; empty where it is entered in none
     */
    public record Entry(
            int version,
            DossierEvent event,
            Optional<AccountId> actor,
            String who,
            Optional<String> role,
            Optional<String> inPlaceOf,
            Optional<String> onBehalf,
            Instant at,
            Optional<Booked> booked) {}

    /** The name of who filed it for the applicant by a mandate; empty when the applicant or an officer did. */
    public Optional<String> filedBy() {
        return last(DossierEvent.DossierFiled.class)
                .filter(it -> it.onBehalf().isPresent())
                .map(Entry::who);
    }

    /** The last day of the last supplement, where nothing came and it has not been gone on with since. */
    public Optional<LocalDate> lapsed() {
        if (!(stage instanceof Stage.Submitted || stage instanceof Stage.InProcess)) {
            return Optional.empty();
        }
        return last(DossierEvent.SupplementRequested.class)
                .flatMap(asked -> history.stream()
                        .filter(it -> it.version() > asked.version())
                        .filter(it -> it.event() instanceof DossierEvent.SupplementLapsed)
                        .map(it -> ((DossierEvent.SupplementLapsed) it.event()).until())
                        .findFirst());
    }

    /** Whether the officer may do that now, at some step. */
    public boolean may(DeskAction action) {
        return actions.stream().anyMatch(it -> it.action() == action);
    }

    /** Whether approving at that open step is the decision. */
    public boolean decides(String step) {
        return route.decides(desk.tokens(), step);
    }

    /** The steps that are opened when that open step is completed. */
    public Tokens after(String step) {
        return route.complete(desk.tokens(), step, routeFacts);
    }

    /** The result, once it is issued. */
    public Optional<ResultPaper> result() {
        return switch (stage) {
            case Stage.Resolved it -> it.result();
            case Stage.HandedOver it -> it.result();
            case Stage.Submitted _,
                    Stage.TurnedAway _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Withdrawn _,
                    Stage.PassedAcross _,
                    Stage.Halted _ -> Optional.empty();
        };
    }

    /** That it was received by another one-stop for this one, with the number that it got there; the last time. */
    public Optional<Entry> receivedElsewhere() {
        return last(DossierEvent.DossierTransferred.class)
                .filter(it -> it.event() instanceof DossierEvent.DossierTransferred one
                        && one.number().isPresent());
    }

    /** Its number: as received, or as it was given by another one-stop before. */
    public Optional<DossierNumber> number() {
        return stage.received()
                .map(Reception::number)
                .or(() -> receivedElsewhere().flatMap(it -> ((DossierEvent.DossierTransferred) it.event()).number()));
    }

    /** The results that were corrected, with what took the place of each, first to last. */
    public List<DossierEvent.ResultAmended> replaced() {
        return history.stream()
                .map(Entry::event)
                .filter(DossierEvent.ResultAmended.class::isInstance)
                .map(DossierEvent.ResultAmended.class::cast)
                .toList();
    }

    /** The results that were revoked, first to last. */
    public List<DossierEvent.ResultRevoked> revoked() {
        return history.stream()
                .map(Entry::event)
                .filter(DossierEvent.ResultRevoked.class::isInstance)
                .map(DossierEvent.ResultRevoked.class::cast)
                .toList();
    }

    /** The same dossier as if these answers took the place of its own. */
    public Opened correctedBy(Map<String, Object> corrected) {
        var right = new LinkedHashMap<>(answers);
        right.putAll(corrected);
        return new Opened(
                id,
                version,
                filed,
                stage,
                desk,
                asked,
                waits,
                right,
                papers,
                history,
                due,
                limit,
                extendedUntil,
                route,
                routeFacts,
                subject,
                supplementUntil,
                proposal,
                leaving,
                mistake,
                elsewhere,
                agencies,
                above,
                link,
                actions,
                withheld);
    }

    /** Why it is due then, day by day, and when it lay with a unit above. */
    public List<String> explained(Language language, Messages messages) {
        var lay = Above.of(history.stream()
                .map(it -> new Above.Moment(it.event(), it.at()))
                .toList());
        return Stream.concat(
                        due.cited(language, messages).stream(), lay.stream().map(it -> it.say(language, messages)))
                .toList();
    }

    /** What happened and was not taken back, first to last. */
    public List<Entry> standing() {
        return Undo.standing(history, Entry::version, Entry::event);
    }

    /** The last event of that type that was not taken back, with its line. */
    public <E extends DossierEvent> Optional<Entry> last(Class<E> type) {
        return standing().reversed().stream()
                .filter(it -> type.isInstance(it.event()))
                .findFirst();
    }
}
