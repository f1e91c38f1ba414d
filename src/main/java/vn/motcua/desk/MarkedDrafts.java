package vn.motcua.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.document.Followed;
import vn.motcua.document.PaperSize;
import vn.motcua.document.Printing;
import vn.motcua.document.TurnAwaySlip;
import vn.motcua.dossier.AllowedAction;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Outcome;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.result.Draft;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Results that count for nothing, and say so over every page: what an officer is about to decide (dự thảo), before it is decided, and
 * what a trial of a package comes to.
 */
@Service
public class MarkedDrafts {

    /** Stands where a number would, and over every page. */
    private static final String TRIAL = "CHẠY THỬ";

    private final ResultDraft results;
    private final PrintedPapers papers;
    private final Printing printing;

    MarkedDrafts(ResultDraft results, PrintedPapers papers, Printing printing) {
        this.results = results;
        this.papers = papers;
        this.printing = printing;
    }

    /**
     * Whether the officer who opened it is to decide it, so that there is a draft for them.
     *
     * @param how {@link DeskAction#APPROVE} or {@link DeskAction#DENY}
     */
    public static boolean offered(Opened dossier, DeskAction how) {
        return seat(dossier, how).isPresent();
    }

    /**
     * The result as it would be if that officer granted it now, from the same template and answers; refuses whoever may not as if there
     * were none.
     *
     * @param dossier as that officer opened it
     */
    public byte[] granted(OfficerAt who, Opened dossier, Instant now) {
        var seat = decidedAt(dossier, DeskAction.APPROVE);
        var procedure = results.procedure(dossier);
        var signing = new Draft.Leader(
                who.officer(),
                who.name(),
                results.title(who.officer(), procedure.result().signer()));
        var marks = new ResultDraft.Marks("", "", false, Optional.of(signing));
        return printing.draft(results.granted(dossier, procedure, seat.unit(), marks, "", now, new LinkedHashMap<>()));
    }

    /**
     * The slip as it would be if that officer denied it now; refuses without a reason, and whoever may not as if there were none.
     *
     * @param dossier as that officer opened it
     * @param typed the reason
     */
    public byte[] denied(OfficerAt who, Opened dossier, String typed, Instant now) {
        var seat = decidedAt(dossier, DeskAction.DENY);
        var reason = Text.clean(typed);
        if (reason.isEmpty()) {
            throw new Refused(DossierRefusal.REASON_MISSING);
        }
        return printing.draft(
                slip(dossier, seat.unit(), "", papers.subject(dossier), List.of(reason), who.name(), now));
    }

    /** Whether a trial has come to a result. */
    public boolean possible(Opened dossier) {
        return results.possible(dossier);
    }

    /** What a dossier comes to that tries a package out: the same paper, marked over every page as of a trial. */
    public byte[] trial(Opened dossier, ProcedurePackage procedure, Instant now) {
        var decided = dossier.last(DossierResolved.class).orElseThrow();
        var issuer = results.issuer(dossier);
        return switch (((DossierResolved) decided.event()).outcome()) {
            case Outcome.Granted _ ->
                printing.trial(results.granted(
                        dossier, procedure, issuer, ResultDraft.Marks.NONE, TRIAL, now, new LinkedHashMap<>()));
            case Outcome.Denied(var reason) ->
                printing.print(slip(
                        dossier, issuer, TRIAL, procedure.name().vi(), List.of(TRIAL, reason), decided.who(), now));
        };
    }

    private TurnAwaySlip slip(
            Opened dossier,
            UnitId issuer,
            String number,
            String subject,
            List<String> reasons,
            String signer,
            Instant now) {
        return new TurnAwaySlip(
                papers.head(issuer, number, now),
                PaperSize.A4,
                dossier.stage().received().map(it -> it.number().value()).orElse(""),
                papers.party(dossier),
                subject,
                reasons,
                "",
                "",
                signer,
                "",
                "",
                Followed.NOT);
    }

    private static Desk.Seat decidedAt(Opened dossier, DeskAction how) {
        return seat(dossier, how).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** Where this officer may decide so now. */
    private static Optional<Desk.Seat> seat(Opened dossier, DeskAction how) {
        return dossier.actions().stream()
                .filter(it -> it.action() == how && dossier.decides(it.step()))
                .map(AllowedAction::step)
                .findFirst()
                .flatMap(dossier.desk()::seat);
    }
}
