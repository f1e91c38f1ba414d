package vn.motcua.desk;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Proposal;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.Stage;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.result.Caution;
import vn.motcua.result.Draft;
import vn.motcua.result.Registered;
import vn.motcua.result.ResultCode;
import vn.motcua.result.Results;
import vn.motcua.result.SigningRounds;
import vn.motcua.route.DeskAct;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Where the clerk gives a result its number and has it signed and issued, and where a leader has it corrected. */
@Service
public class ResultDesk {

    private static final int LONGEST_NUMBER = 60;

    private final ReadingDesk reading;
    private final ResultDraft draft;
    private final Results results;
    private final LeaderDesk leader;
    private final StoredFiles files;
    private final Catalogue catalogue;
    private final Units units;

    ResultDesk(
            ReadingDesk reading,
            ResultDraft draft,
            Results results,
            LeaderDesk leader,
            StoredFiles files,
            Catalogue catalogue,
            Units units) {
        this.reading = reading;
        this.draft = draft;
        this.results = results;
        this.leader = leader;
        this.files = files;
        this.catalogue = catalogue;
        this.units = units;
    }

    /** The last result drawn up for a dossier, where whoever was to appraise it sent it back. */
    public Optional<Registered> sentBack(DossierId dossier) {
        return results.sentBack(dossier);
    }

    /** The result of a dossier that waits to be signed and issued. */
    public Optional<Registered> waiting(DossierId dossier) {
        return results.waitingOf(dossier);
    }

    /**
     * Numbers and registers the result; it is issued as soon as it is signed.
     *
     * @param typed its number
     * @param site the address of this program, for the QR code
     */
    public void issue(Act act, DossierId id, String step, String typed, String site) {
        if (results.byCommand(act.command()).isPresent()) {
            return;
        }
        var clerk = (OfficerAt) act.by();
        var opened = reading.open(clerk, id, act.now());
        if (!draft.possible(opened)) {
            throw new Refused(DossierRefusal.WRONG_STAGE, opened.stage().kind().name());
        }
        var number = number(typed);
        results.mayBeIssued(clerk, act, id, step, book(opened), number);
        var made = make(opened, act, step, number, site, draft.decider(opened));
        if (results.digital()) {
            results.register(clerk, made);
        } else {
            results.registerOnPaper(clerk, act, made);
        }
    }

    /** What somebody typed for the number of a result; refuses what no register counts by. */
    static String number(String typed) {
        var number = Text.clean(typed);
        if (number.isEmpty()) {
            throw new Refused(DeskRefusal.RESULT_NUMBER_MISSING);
        }
        if (number.length() > LONGEST_NUMBER || number.chars().noneMatch(Character::isDigit)) {
            throw new Refused(DeskRefusal.RESULT_NUMBER_IS_NONE, number);
        }
        return number;
    }

    /**
     * Gives the result of one among many the number after the last one of its book and hands it on to be signed and issued by itself, in the
     * transaction that is running. Refuses what issuing it alone would, and the first of a book, whose number somebody types.
     *
     * @param site the address of this program, for the QR code
     */
    void issueNext(Act act, DossierId id, String step, String site) {
        var clerk = (OfficerAt) act.by();
        var opened = reading.open(clerk, id, act.now());
        if (!draft.possible(opened)) {
            throw new Refused(DossierRefusal.WRONG_STAGE, opened.stage().kind().name());
        }
        var book = book(opened);
        var number =
                results.takeNext(book, id, act.now()).orElseThrow(() -> new Refused(BatchRefusal.BATCH_FIRST_NUMBER));
        results.mayBeIssued(clerk, act, id, step, book, number);
        var made = make(opened, act, step, number, site, draft.decider(opened));
        if (results.digital()) {
            results.handOn(clerk, made);
        } else {
            results.registerOnPaper(clerk, act, made);
        }
    }

    /** A leader lets happen what was proposed; a corrected result is signed by that leader first. */
    public void confirm(Act act, DossierId id, String site) {
        if (results.byCommand(act.command()).isPresent()) {
            return;
        }
        var who = (OfficerAt) act.by();
        var opened = reading.open(who, id, act.now());
        if (opened.proposal().orElse(null) instanceof Proposal.Revocation revoking) {
            results.revoke(who, act, id, revoking.revocation());
            return;
        }
        if (!(opened.proposal().orElse(null) instanceof Proposal.Amendment proposed)) {
            leader.confirm(act, id);
            return;
        }
        results.mayBeReplaced(who, act, id, book(opened), proposed.paper().number());
        var right = opened.correctedBy(proposed.corrected());
        var signing = new Draft.Leader(who.officer(), who.name(), draft.title(right, who.officer()));
        results.replace(who, act, make(right, act, "", proposed.paper().number(), site, signing));
    }

    /** The number after the last one of the book in which this dossier's result would stand; empty before the first. */
    public Optional<String> nextNumber(Opened dossier) {
        return results.nextNumber(book(dossier));
    }

    /** Refuses a number that another dossier's result has; that there is none is refused elsewhere. */
    public void mayBeNumbered(Opened dossier, String typed, Instant now) {
        results.mayBeNumbered(book(dossier), Text.clean(typed), dossier.id(), now);
    }

    private Results.Book book(Opened dossier) {
        return new Results.Book(
                draft.issuer(dossier),
                catalogue.revision(dossier.filed().revision()).code());
    }

    private Draft make(Opened dossier, Act act, String step, String number, String site, Draft.Leader signing) {
        var code = results.newCode();
        var issuer = draft.issuer(dossier);
        var pdf = draft.pdf(dossier, number, act.now(), marks(code, site, signing));
        var file = files.keep(new ByteArrayInputStream(pdf), SigningRounds.fileName(number), FileKind.PDF);
        var revision = catalogue.revision(dossier.filed().revision());
        var signers = step.isEmpty() || !results.digital()
                ? List.<Draft.Signer>of()
                : draft.signers(dossier, signing.officer());
        return new Draft(
                act.command(),
                code,
                dossier.id(),
                step,
                number,
                revision.code(),
                dossier.filed().revision(),
                new Draft.Issuer(issuer, units.unit(issuer).map(Unit::name).orElse("")),
                signing,
                act.by().account(),
                cautions(dossier),
                file.id(),
                revision.runnableContent().result().sensitive(),
                signers,
                appraisal(dossier, step, signing, signers, (OfficerAt) act.by()));
    }

    /** A correction is checked by the leader who confirms it, and what is signed by hand by whoever signs it. */
    private Optional<Draft.Appraisal> appraisal(
            Opened dossier, String step, Draft.Leader signing, List<Draft.Signer> signers, OfficerAt clerk) {
        var role = draft.procedure(dossier).result().appraisal();
        if (role.isEmpty() || step.isEmpty() || !results.digital()) {
            return Optional.empty();
        }
        var drafters = dossier.desk().finished().stream()
                .filter(it -> dossier.route().step(it.step()).allows(DeskAct.COMPLETE))
                .map(Desk.Finished::by);
        return Optional.of(new Draft.Appraisal(
                role,
                Stream.of(
                                drafters,
                                signers.stream().map(Draft.Signer::officer),
                                Stream.of(signing.officer(), clerk.officer()))
                        .flatMap(it -> it)
                        .collect(Collectors.toSet())));
    }

    private ResultDraft.Marks marks(ResultCode code, String site, Draft.Leader signing) {
        return new ResultDraft.Marks(
                site + "/verify/" + code.value(), code.grouped(), results.digital(), Optional.of(signing));
    }

    private static Set<Caution> cautions(Opened dossier) {
        var found = EnumSet.noneOf(Caution.class);
        var decided = dossier.last(DossierResolved.class).orElseThrow();
        if (((DossierResolved) decided.event()).outcome() instanceof Outcome.Denied) {
            found.add(Caution.DENIED);
        } else if (dossier.standing().stream()
                .anyMatch(it -> it.event() instanceof StepCompleted one && one.act() == DeskAct.PROPOSE_DENIAL)) {
            found.add(Caution.AGAINST_PROPOSAL);
        }
        if (dossier.stage() instanceof Stage.Resolved it && !it.onTime()) {
            found.add(Caution.LATE);
        }
        if (decided.inPlaceOf().isPresent()) {
            found.add(Caution.STAND_IN);
        }
        return found;
    }
}
